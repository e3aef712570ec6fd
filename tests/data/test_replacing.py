"""Both files of a table change together or not at all, whenever the process dies; a damaged record is noticed."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from data import (
    ROOT,
    DataError,
    breakdown,
    breakdown_validation,
    load,
    reading,
    refresh,
    replacing,
    shapes,
    validation,
)
from data.pack import pack

OLD = {"a.csv": b"old rows\n", "a.toml": b"old record\n"}
NEW = {"a.csv": b"new rows\n", "a.toml": b"new record\n"}

# Ends the process, without any cleaning up, at the Nth system call that changes a file or flushes one.
KILLED = """
import os, runpy, sys
left, module, arguments = int(sys.argv[1]), sys.argv[2], sys.argv[3:]
def counted(call):
    def counting(*given, **named):
        global left
        if left == 0:
            os._exit(9)
        left -= 1
        return call(*given, **named)
    return counting
for name in ("replace", "rename", "fsync", "unlink"):
    setattr(os, name, counted(getattr(os, name)))
"""
REPLACE = """
from pathlib import Path
replace = runpy.run_path(module)["replace"]
replace(Path(arguments[0]), {"a.csv": b"new rows\\n", "a.toml": b"new record\\n"})
"""
REFRESH = """
from data import refresh
from pathlib import Path
sys.exit(refresh.main(["gdp", "--from", arguments[1]], root=Path(arguments[0])))
"""


def _killed(script: str, step: int, *arguments: object) -> int:
    command = [sys.executable, "-c", KILLED + script, str(step), replacing.__file__, *map(str, arguments)]
    return subprocess.run(command, check=False, cwd=ROOT.parent, capture_output=True).returncode


def _contents(folder: Path) -> dict[str, bytes]:
    return {name: (folder / name).read_bytes() for name in OLD}


def _old(folder: Path) -> Path:
    for name, content in OLD.items():
        (folder / name).write_bytes(content)
    return folder


def test_a_process_that_dies_at_any_step_leaves_all_old_or_all_new(tmp_path: Path) -> None:
    found = []
    for step in range(100):
        folder = _old(tmp_path)
        ended = _killed(REPLACE, step, folder)
        replacing.recover(folder)
        found.append(_contents(folder))
        assert found[-1] in (OLD, NEW), f"half a change after step {step}"
        if ended == 0:
            break
    assert found[0] == OLD
    assert found[-1] == NEW
    assert len(found) > 6, "it died at too few steps to prove anything"


def test_a_change_that_was_decided_is_finished_and_nothing_is_left_behind(tmp_path: Path) -> None:
    folder = _old(tmp_path)
    steps = 0
    while not (folder / replacing.JOURNAL).exists():
        _killed(REPLACE, steps, folder)
        steps += 1
    assert replacing.recover(folder)
    assert _contents(folder) == NEW
    assert not replacing.recover(folder)
    assert {file.name for file in folder.iterdir()} == set(NEW)


def test_files_are_replaced_and_never_written_over(tmp_path: Path) -> None:
    """Whoever has the old file open, or linked, goes on reading the old file."""
    folder = _old(tmp_path)
    for name in OLD:
        os.link(folder / name, folder / f"{name}.link")
    replacing.replace(folder, NEW)
    assert _contents(folder) == NEW
    assert {name: (folder / f"{name}.link").read_bytes() for name in OLD} == OLD


def test_everything_is_on_the_disk_before_anything_is_renamed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, steps = _old(tmp_path), list[str]()

    def noted(name: str, call: Callable[..., object]) -> Callable[..., object]:
        def noting(*given: object) -> object:
            steps.append(name)
            return call(*given)

        return noting

    for name in ("fsync", "replace"):
        monkeypatch.setattr(os, name, noted(name, getattr(os, name)))
    replacing.replace(folder, NEW)
    assert steps[:6] == ["fsync", "fsync", "fsync", "fsync", "replace", "fsync"], (
        "3 files, the folder, the journal"
    )
    assert steps.count("replace") == 3
    assert steps[-1] == "fsync"


def test_what_cannot_be_written_leaves_the_old_files(tmp_path: Path) -> None:
    folder = _old(tmp_path)
    with pytest.raises(OSError, match="No such file"):
        replacing.replace(folder, {**NEW, "missing/b.csv": b"x"})
    assert _contents(folder) == OLD
    assert {file.name for file in folder.iterdir()} == set(OLD)


def test_a_refresh_killed_in_the_middle_leaves_a_table_that_loads(few: Path, tmp_path: Path) -> None:
    rows = (few / "tables" / "gdp.csv").read_text(encoding="utf-8").splitlines()[1:]
    cells = (line.split(",") for line in rows)
    download = tmp_path / "download.csv"
    lines = [f"A,MIO_EUR,{region},{year},{float(value) + 1},{flag}" for _, region, year, value, flag in cells]
    header = "freq,unit,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG"
    download.write_text("\n".join([header, *lines, ""]), encoding="utf-8")
    before = load(few).values["gdp"]["value"]
    changed: list[bool] = []
    while not any(changed):
        assert _killed(REFRESH, len(changed), few, download) == 9, "it must die before it can finish"
        after = load(few).values["gdp"]["value"]
        assert after.equals(before) or after.equals(before + 1), f"half a change at step {len(changed)}"
        changed.append(after.equals(before + 1))
    assert len(changed) > 4
    assert not list((few / "tables").glob(".*"))


def _records() -> list[str]:
    files = [
        *(ROOT / "tables").glob("*.toml"),
        *(ROOT / "breakdowns").glob("*.toml"),
        *(ROOT / "packs").glob("[!_]*/*.toml"),
    ]
    return sorted(
        str(file.relative_to(ROOT)) for file in [*files, ROOT / "regions.toml", ROOT / shapes.RECORDS]
    )


def _read(name: str, root: Path) -> None:
    """Read one record and what belongs to it as `load()` does."""
    regions, file = validation.regions(root), root / name
    if file.parent.name == "tables":
        validation.table(file.stem, root, regions)
    elif file.parent.name == breakdown.FOLDER:
        breakdown_validation.load(file.stem, root, regions)
    elif file.parent.name == "shapes":
        shapes.records(root)
    elif file.parent != root:
        pack(file.parent, root, regions)


@pytest.mark.parametrize("name", _records())
def test_a_letter_changed_in_any_record_stops_the_start(name: str, tmp_path: Path) -> None:
    """In the middle of a title: nothing but its own checksum can notice it."""
    root, file = tmp_path, tmp_path / name
    if name.startswith("packs"):
        shutil.copytree(ROOT / "packs", root / "packs")
    for code in {ROOT / "regions.csv", ROOT / "regions.toml", ROOT / name, (ROOT / name).with_suffix(".csv")}:
        if code.exists():
            (root / code.relative_to(ROOT)).parent.mkdir(exist_ok=True)
            shutil.copy(code, root / code.relative_to(ROOT))
    text = file.read_text(encoding="utf-8")
    at = text.index('"', text.index("en =" if "title.en" not in text else "title.en")) + 1
    file.write_text(text[:at] + chr(ord(text[at]) ^ 1) + text[at + 1 :], encoding="utf-8", newline="")
    with pytest.raises(DataError, match="record is not the one that was stamped") as caught:
        _read(name, root)
    assert str(caught.value).startswith(f"data/{name}")
    assert f"--stamp {reading.stamp_name(file)}" in str(caught.value)


@pytest.mark.parametrize("name", ["tables/gdp.toml", "packs/ITC4/pack.toml", "regions.toml"])
def test_no_single_bit_of_a_record_can_change(name: str, tmp_path: Path) -> None:
    content = (ROOT / name).read_bytes()
    file = tmp_path / name
    file.parent.mkdir(parents=True, exist_ok=True)
    for at in range(0, len(content), 7):
        flipped = bytes([content[at] ^ (1 << at % 8)])
        file.write_bytes(content[:at] + flipped + content[at + 1 :])
        with pytest.raises(DataError):
            reading.check_stamp(file, tmp_path)


def test_stamping_everything_changes_nothing_that_is_right(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names = [name for name in _records() if name != shapes.RECORDS]
    before = {name: (root / name).read_bytes() for name in names}
    for name in sorted({reading.stamp_name(root / name) for name in names}):
        assert refresh.main(["--stamp", name], root=root) == 0
    assert {name: (root / name).read_bytes() for name in names} == before
    assert capsys.readouterr().out.count("checked and stamped") > 10
