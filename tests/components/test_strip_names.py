"""Names under the strip cover no other, stay in the strip, and no line crosses a name or another line."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from components.figures.beeswarm import LEFT, NARROWEST, RIGHT
from components.figures.margins import SMALL
from components.figures.strip_names import GAP, OVERHANG, NamePlace, name_places
from components.figures.widths import width

WIDE = float(NARROWEST - LEFT - RIGHT)
NAMED = st.lists(
    st.tuples(st.floats(0, WIDE), st.text("abcdefgh ", min_size=3, max_size=20)), min_size=1, max_size=12
)


def ends(place: NamePlace, name: str) -> float:
    return place.begins + width(name, SMALL)


@settings(max_examples=60)
@given(NAMED)
def test_no_name_covers_another_and_no_line_crosses_a_name(named: list[tuple[float, str]]) -> None:
    dots, names = [dot for dot, _ in named], [name for _, name in named]
    every = list(zip(name_places(dots, names, WIDE), names, strict=True))
    for at, (place, name) in enumerate(every):
        assert place.begins >= -1e-9
        assert ends(place, name) <= WIDE + OVERHANG
        for other, (beside, _) in enumerate(every):
            if other != at and beside.lane >= place.lane:
                assert not place.begins <= beside.begins < ends(place, name) + GAP - 1e-6
    in_order = sorted(zip(dots, names, (place.begins for place, _ in every), strict=True))
    assert all(left[2] < right[2] for left, right in pairwise(in_order)), "two lines cross each other"


def test_names_of_dots_that_lie_close_together_share_lanes() -> None:
    places = name_places([200.0 + 4 * at for at in range(11)], ["Lombardy"] * 11, WIDE)
    assert 2 <= len({place.lane for place in places}) <= 7
