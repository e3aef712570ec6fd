"""What is made once for all who ask at the same time, and what a box of words says."""

import time
from concurrent.futures import ThreadPoolExecutor

from dash import html

from components.cache import Cache, Store
from components.render.markup import Words, html_of


def test_eight_who_ask_at_once_get_one_answer_made_once() -> None:
    made: list[int] = []

    def slow(number: int) -> int:
        time.sleep(0.02)
        made.append(number)
        return number * 2

    kept = Cache(slow, 4)
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(kept, [1, 2] * 8)) == [2, 4] * 8
    assert sorted(made) == [1, 2]


def test_only_the_last_answers_are_kept_and_none_is_an_answer() -> None:
    made: list[int] = []
    kept = Cache(made.append, 2)
    for number in (1, 2, 1, 3, 1, 2):
        kept(number)
    assert made == [1, 2, 3, 2]
    kept.cache_clear()
    kept(1)
    assert made[-1] == 1


def test_a_store_never_weighs_more_than_its_limit() -> None:
    store: Store[bytes] = Store(10, weigh=len)
    for at, size in enumerate((4, 4, 4, 11, 2, 9)):
        store.put(at % 5, bytes(size))
        assert sum(map(len, store.values.values())) == store.weight <= 10
    assert (store.get(0), store.get(3)) == (bytes(9), None)


def test_a_box_of_words_reads_as_the_tree_it_was_made_of() -> None:
    tree = [html.Li("1 < 2"), html.Li(html.B("<script>"))]
    box = Words(tag="ul", children=html_of(tree), name="told", className="notes", **{"data-part": "x"})
    assert (
        html_of(html.Div(box))
        == '<div><ul class="notes" data-part="x" id="told"><li>1 &lt; 2</li><li><b>&lt;script&gt;</b></li></ul></div>'
    )
