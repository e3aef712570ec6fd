"""Under a path prefix no address leaves it: not in a page, an answer, a redirect, a style sheet or a script."""

import re
from pathlib import Path

import pytest

from components.state.base_path import BasePathError, normalise, with_base, without_base

SCRIPTS = sorted(Path("assets").rglob("*.js"))
# The beginning of what a script asks for, follows, or writes into the address bar.
OUTGOING = re.compile(
    r"""(?:\bfetch\(|window\.open\(|location\.(?:assign|replace)\(|"?(?:push|replace)State"?\]?\([^"]*"",\s"""
    r"""|\b(?:href|src):\s|\.(?:href|src)\s=\s)([^\s,;)}]+)"""
)
PREFIXED = re.compile(
    r"(?:window\.regioscope\.addresses\.)?withBase\(|`?data:|URL\.createObjectURL\(|location\.pathname$"
)
# Addresses that carry the prefix before they come here (from the document, the server, another function) or get it later.
ALREADY = {
    ("connection.js", "address"),
    ("copy_link.js", "link.href"),
    ("25_plotly.js", "address"),
    ("40_first_page.js", "dash.dataset.src"),
    ("picture.js", "address"),
    ("05_anchors.js", "part.href"),
    ("10_story.js", "from"),
    ("find_box.js", "`/find?${queryString("),
    ("40_deck.js", "link.href"),
    ("38_deck_panels.js", "reach.picture"),
    ("60_print.js", "base"),
    ("80_check.js", "reach.picture"),
}


@pytest.mark.parametrize(
    ("entered", "base"),
    [
        ("", ""),
        (" / ", ""),
        ("regioscope", "/regioscope"),
        ("/regioscope/", "/regioscope"),
        ("//a/b_c.d-e~f/", "/a/b_c.d-e~f"),
        ("/economy/", "/economy"),
    ],
)
def test_a_prefix_has_one_form_however_it_is_entered(
    entered: str, base: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert normalise(entered) == base
    monkeypatch.setenv("BASE_PATH", entered)
    for address in ("/", "/economy?region=DE21", "/present/milan/3", "/economy/x"):
        path, mark, query = with_base(address).partition("?")
        assert path.startswith(f"{base}/")
        assert without_base(path) + mark + query == address
    for address in (
        "#content",
        "https://example.org/",
        "//example.org/",
        "data:,x",
        "?a=b",
        "mailto:a@b.eu",
        "",
    ):
        assert with_base(address) == address


@pytest.mark.parametrize(
    "entered", ["http://example.org/x", "/a//b", "/a/../b", "/.", "a b", "/x?y", "/x#y", "/é/", "%2e"]
)
def test_what_is_no_path_is_refused_in_one_sentence(entered: str) -> None:
    with pytest.raises(
        BasePathError, match=r"^BASE_PATH is '.*', which is no path: .* such as /regioscope/.*\.$"
    ):
        normalise(entered)


def test_a_path_that_only_begins_like_the_prefix_is_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BASE_PATH", "/regioscope")
    assert without_base("/regioscopes/economy") == "/regioscopes/economy"
    assert without_base("/regioscope") == "/"


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_a_script_puts_the_prefix_before_every_address_it_uses(path: Path) -> None:
    used = OUTGOING.findall(path.read_text())
    assert [
        indicator
        for indicator in used
        if not PREFIXED.match(indicator) and (path.name, indicator) not in ALREADY
    ] == []


def test_addresses_of_scripts_are_found() -> None:
    found = {item for path in SCRIPTS for item in OUTGOING.findall(path.read_text())}
    assert {'withBase("/talks"', "withBase(url", "withBase(present.view(n", "withBase(screen.url"} <= found
    assert len(found) > 30
