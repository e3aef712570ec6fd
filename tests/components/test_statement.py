"""The accessibility statement speaks of everything that is given out, and names whom to write to."""

import runpy
from types import SimpleNamespace

import pytest

from components.i18n.text import LANGUAGES, say
from components.layout.pages.accessibility import LIMITS, statement
from components.render.markup import html_of
from components.state.selection import Selection
from data import ROOT

COVERED = {
    "en": ("view", "talks", "presenter", "room check", "PDF", "PowerPoint"),
    "it": ("viste", "presentazioni", "chi presenta", "prova della sala", "PDF", "PowerPoint"),
}
SERVED = runpy.run_path(str(ROOT.parent / "deploy/gunicorn.conf.py"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_statement_covers_views_talks_and_both_kinds_of_file(lang: str) -> None:
    commitment = say("statement.commitment", lang)
    assert [item for item in COVERED[lang] if item not in commitment] == []
    page = html_of(statement(Selection(lang=lang), "write@example.org"))
    assert "write@example.org" in page
    assert page.count("<li>") == len(LIMITS)


@pytest.mark.parametrize(("contact", "asked"), [("", True), ("  ", True), ("write@example.org", False)])
def test_whoever_starts_the_server_is_asked_for_a_contact(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], contact: str, asked: bool
) -> None:
    monkeypatch.setenv("CONTACT", contact)
    app = SimpleNamespace(callable=SimpleNamespace(extensions={"warm_up_failures": []}))
    SERVED["post_worker_init"](SimpleNamespace(age=1, sockets=["http://127.0.0.1:8050"], app=app))
    lines = capsys.readouterr().err.splitlines()
    assert lines[-1].startswith("Regioscope: http://127.0.0.1:8050")
    assert any("CONTACT=" in line for line in lines) is asked
    SERVED["post_worker_init"](SimpleNamespace(age=2, sockets=[]))
    assert capsys.readouterr().err == ""
