"""What a browser loads: whole, small, from this host, and the same bytes each time."""

import gzip
import json
import re
from pathlib import Path

import brotli
import pytest
from flask.testing import FlaskClient
from plotly import graph_objects
from plotly.basedatatypes import BaseTraceType
from plotly.offline import get_plotlyjs_version

from data import Data
from serving.collect import PUBLIC, collect, fonts, gather, style
from serving.collect.gather import TEXT, fingerprint
from serving.collect.plotly import ENTRY_FOLDER
from tests.components.test_every_chart import LAYOUT_KEY


def is_trace(kind: object) -> bool:
    return isinstance(kind, type) and issubclass(kind, BaseTraceType)


ADDRESSES = collect()
TRACES = {name.lower() for name in dir(graph_objects) if is_trace(getattr(graph_objects, name))}
FIRST_VIEW = ("page.css", "plotly.js", "dash-renderer.js", "sans-regular.woff2", "sans-semibold.woff2")


def file(address: str) -> Path:
    return PUBLIC / address[1:]


@pytest.mark.parametrize("name", ADDRESSES)
def test_a_name_carries_the_fingerprint_of_its_content_and_the_twins_hold_the_same(name: str) -> None:
    path = file(ADDRESSES[name])
    content = path.read_bytes()
    assert path.name.split(".")[-2] == fingerprint(content)
    if path.suffix in TEXT:
        assert brotli.decompress(path.with_name(path.name + ".br").read_bytes()) == content
        assert gzip.decompress(path.with_name(path.name + ".gz").read_bytes()) == content


@pytest.mark.parametrize("name", ADDRESSES)
def test_each_is_served_to_be_kept_and_guarded(client: FlaskClient, name: str) -> None:
    answer = client.get(ADDRESSES[name], headers={"Accept-Encoding": "gzip, br"}, buffered=True)
    assert answer.status_code == 200
    assert "immutable" in answer.headers["Cache-Control"]
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert (answer.headers.get("Content-Encoding") == "br") == (file(ADDRESSES[name]).suffix in TEXT)


def test_every_boundary_is_served_where_its_record_says(data: Data) -> None:
    assert {shape.address for shape in data.shapes.values()} <= set(ADDRESSES.values())


def test_the_bundle_has_the_traces_that_figures_draw_and_no_other() -> None:
    drawn = {
        kind
        for path in Path("components").rglob("*.py")
        for kind in re.findall(r'"type": "(\w+)"', path.read_text())
    }
    bundled = set(re.findall(r"plotly\.js/lib/(\w+)\"", (ENTRY_FOLDER / "entry.js").read_text())) - {"core"}
    assert drawn & TRACES == bundled | {"scatter"}


def test_what_the_bundle_exchanges_is_there_and_what_a_rule_of_figures_forbids_is_left_out() -> None:
    script = (ENTRY_FOLDER / "build.mjs").read_text()
    assert all((ENTRY_FOLDER / name).is_file() for name in re.findall(r'\$/, "([^"]+)"', script))
    left_out = set(re.search(r"components\\/\(([\w|]+)\)", script)[1].split("|"))  # type: ignore[index]
    assert left_out - {"annotations3d"} == set(LAYOUT_KEY.pattern.split("(")[1].split(")")[0].split("|"))


def test_collecting_again_changes_nothing() -> None:
    before = {path: path.stat().st_mtime_ns for path in PUBLIC.rglob("*")}
    assert collect() == ADDRESSES
    assert {path: path.stat().st_mtime_ns for path in PUBLIC.rglob("*")} == before


def test_the_typeface_is_cut_to_the_same_bytes_each_time_and_gave_up_its_name() -> None:
    for face in fonts.FACES:
        once = fonts.subset_font(face)
        assert once == fonts.subset_font(face) == file(ADDRESSES[face.name]).read_bytes()
        assert b"Source" not in fonts.names(once)


@pytest.mark.parametrize(
    "words", ["Łódzkie Střední Čechy Għawdex Ștefan Kärnten Åland São", "Κρήτη Πελοπόννησος", "Югозападен"]
)
def test_the_typeface_has_the_letters_of_europe(words: str) -> None:
    drawn = {code for script in fonts.SCRIPTS for code in fonts.letters(script)}
    assert {letter for letter in words if ord(letter) not in drawn} == set()


@pytest.mark.parametrize("name", ["page.css", "present.css"])
def test_a_style_sheet_loads_only_what_lies_beside_it(name: str) -> None:
    sheet = file(ADDRESSES[name])
    css = sheet.read_text()
    addresses = [
        item for item in re.findall(r"url\(\s*[\"']?([^\"')]+)", css) if not item.startswith("data:")
    ]
    assert [item for item in addresses if "/" in item or not (sheet.parent / item).is_file()] == []
    assert "@import" not in css


def test_bootstraps_rules_stand_below_ours_and_dress_our_controls() -> None:
    rules = style.bootstrap()
    assert rules.startswith("@layer bootstrap{")
    assert rules.count("{") == rules.count("}")
    for worn in (".form-select", ".form-check-input:checked", ".form-control:focus", "[data-bs-theme=dark]"):
        assert worn in rules
    assert ".navbar" not in rules


def test_the_bundle_is_made_of_the_plotly_js_that_python_s_plotly_carries() -> None:
    pinned = json.loads((ENTRY_FOLDER / "package.json").read_text())["dependencies"]["plotly.js"]
    assert pinned == get_plotlyjs_version()


def test_every_package_that_our_scripts_of_the_bundle_name_is_declared() -> None:
    declared = json.loads((ENTRY_FOLDER / "package.json").read_text())["dependencies"]
    text = "".join(path.read_text() for path in ENTRY_FOLDER.glob("*.*js"))
    required = {
        name.partition("/")[0] for name in re.findall(r"(?:require\(|from )\"([a-z][\w.-]*[/\w.-]*)\"", text)
    }
    assert len(required) > 3
    assert required <= declared.keys()


def test_no_lock_says_from_where_a_package_is_to_be_fetched() -> None:
    pinned = [lock for lock in Path().glob("requirements*.txt") if "://" in lock.read_text()]
    assert pinned == []
    assert re.search(r'"resolved": "[^"]*://', (ENTRY_FOLDER / "package-lock.json").read_text()) is None


def test_a_first_view_carries_less_than_650_kb() -> None:
    paths = [file(ADDRESSES[name]) for name in FIRST_VIEW]
    sizes = [
        path.with_name(path.name + ".br" if path.suffix in TEXT else path.name).stat().st_size
        for path in paths
    ]
    packaged = file(ADDRESSES["plotly.js"]).stat().st_size > 3_000_000
    assert sum(sizes) < (1_600_000 if packaged else 650_000)


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty build folder, in which one piece is gathered from the file that is returned."""
    source, was = tmp_path / "style.css", gather.BUILD
    for name in ("BUILD", "PUBLIC", "MANIFEST", "KEYS", "IN_USE"):
        monkeypatch.setattr(gather, name, tmp_path / "build" / getattr(gather, name).relative_to(was))
    piece = gather.Piece("style.css", (source,), lambda _: source.read_bytes())
    monkeypatch.setattr("serving.collect.pieces.pieces", lambda _: [piece])
    return source


def test_what_a_running_server_has_named_stays_until_it_ends(elsewhere: Path) -> None:
    elsewhere.write_text("a{}")
    old = collect()["style.css"]
    running = gather.mark_in_use()
    assert running
    elsewhere.write_text("b{}")
    new = collect()["style.css"]
    assert new != old
    assert {path.name for path in gather.PUBLIC.rglob("*")} >= {
        Path(old).name,
        f"{Path(old).name}.br",
        Path(new).name,
    }
    second = gather.mark_in_use()
    assert second
    running.close()
    collect()
    assert (gather.PUBLIC / old[1:]).is_file()
    second.close()
    collect()
    assert not (gather.PUBLIC / old[1:]).exists()
    assert (gather.PUBLIC / new[1:]).is_file()


def test_a_folder_that_cannot_be_written_is_served_as_it_is(
    elsewhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gather, "BUILD", elsewhere.parent / "style.css" / "below")
    monkeypatch.setattr(gather, "IN_USE", Path("/proc/regioscope/in-use"))
    elsewhere.write_text("a{}")
    assert gather.mark_in_use() is None


def test_the_app_marks_what_it_serves(client: FlaskClient) -> None:
    from app import in_use

    assert client
    assert in_use
    assert not in_use.closed
