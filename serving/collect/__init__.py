"""All that a browser loads, under names that carry its content. Knows packages and files, no page."""

from serving.collect.gather import PUBLIC, collect

__all__ = ["PUBLIC", "collect"]
