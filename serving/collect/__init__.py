"""All that a browser loads, under names that carry its content."""

from serving.collect.gather import PUBLIC, Addresses, collect, mark_in_use

__all__ = ["PUBLIC", "Addresses", "collect", "mark_in_use"]
