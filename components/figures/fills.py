"""How a mark is filled: solid where its source gives the number, outlined where the number is ours."""

SOLID = ("published", "printed", "bounded")


def is_solid(standing: str) -> bool:
    """Whether a number of this standing is drawn solid."""
    return standing in SOLID
