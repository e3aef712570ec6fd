"""What axe cannot decide by itself, judged by hand: where, and why it is right. Anything else fails."""

from typing import Any

from playwright.sync_api import Page

# rule, axe's own word for why it cannot tell, where, and the judgement
JUDGED = (
    ("color-contrast", "bgImage", "select", "the background image is the arrow; words end before it"),
    ("color-contrast", "bgImage", ".combobox > input", "the same arrow on the box that is typed into"),
    ("color-contrast", "bgImage", ".form-check-input", "a box to tick holds no words"),
    ("color-contrast", "imgNode", "svg", "words of a drawing: theme.ink and theme.soft, held by test_theme"),
    (
        "color-contrast",
        "bgOverlap",
        "svg",
        "words of a drawing over its own hair lines, in theme.ink or soft",
    ),
    ("color-contrast", "shortTextContent", "svg", "one figure at an axis, in the colour of its neighbours"),
    ("color-contrast", "shortTextContent", "td, th, strong", "one figure, in the colour of its neighbours"),
    ("color-contrast", "shortTextContent", ".badge-no", "one figure, in the ink of its list"),
    (
        "color-contrast",
        "elmPartiallyObscured",
        ".scroll, .frame, [data-roving], .selection-bar",
        "scrolls in its own box",
    ),
    ("color-contrast", "nonBmp", ".yes, .sign, td", "a sign in the accent; its words stand beside it"),
    ("color-contrast", "bgOverlap", ".slanted", "a heading over two rows of one ground"),
    (
        "color-contrast",
        "bgOverlap",
        "figcaption",
        "a question beside its two signs, all on the card's ground",
    ),
    (
        "color-contrast",
        "bgOverlap",
        ".about dd, .about dt, .about li",
        "plain words on the page's own ground",
    ),
    (
        "color-contrast",
        "elmPartiallyObscuring",
        ".about dd, .about dt, .about li",
        "a column beside its neighbours",
    ),
    ("th-has-data-cells", "", ".table1, .scorecard, .rows", "headings of blocks span rows of data"),
)
DRAWN = ("<text", "<tspan")
WITHIN = """([target, where]) => {
    try { const one = document.querySelector(target); return Boolean(one && (one.closest(where) || one.querySelector(where))); }
    catch { return false; }
}"""


def without_review(page: Page, incomplete: list[dict[str, Any]]) -> list[str]:
    """What nobody has judged yet, a line each."""
    found = [(item["id"], doubt(node), node) for item in incomplete for node in item["nodes"]]
    return [
        f"{rule} ({why}): {node['html'][:120]}"
        for rule, why, node in found
        if not any(
            (rule, why) == (known, reason) and is_at(page, node, where) for known, reason, where, _ in JUDGED
        )
    ]


def is_at(page: Page, node: dict[str, Any], where: str) -> bool:
    """Whether it stands there. Words of a drawing are known by their tag: a drawing may be new by now."""
    if where == "svg":
        return str(node["html"]).startswith(DRAWN)
    return bool(page.evaluate(WITHIN, [node["target"][-1], where]))


def doubt(node: dict[str, Any]) -> str:
    """Why axe cannot tell."""
    checks = [*node["any"], *node["all"], *node["none"]]
    data = checks[0]["data"] if checks else None
    return str(data.get("messageKey") or "") if isinstance(data, dict) else ""
