"""CORDIS's own download: whatever is in it, the totals are those that the file was made with, in little time and
memory."""

import subprocess
import sys
import zipfile
from collections import Counter
from itertools import combinations
from pathlib import Path

import pytest

from data import ROOT, Data, load, partners, refresh
from tests.data.cordis_download import Download, make_download, write_files


def _imported(root: Path, files: list[Path]) -> Data:
    arguments = [part for file in files for part in ("--from", str(file))]
    assert refresh.main(["horizon_europe", *arguments], root=root) == 0
    return load(root)


def _agrees(data: Data, download: Download) -> None:
    rows = data.datasets["horizon_europe"].tables["regions"].astype({"scope": str, "region": str})
    found = {(row.scope, row.region): row for row in rows.itertuples()}
    for key, count in download.participations.items():
        assert found[key].participations == count, key
        assert found[key].eur == pytest.approx(download.eur[key]), key
    projects = Counter(region for regions in download.members.values() for region in regions)
    for region, count in projects.items():
        assert found["all", region].projects == count
    pairs: Counter[tuple[str, str]] = Counter()
    for regions in download.members.values():
        pairs.update(combinations(sorted(regions), 2))
    table = data.datasets["horizon_europe"].tables["pairs"]
    table = table[table["scope"] == "all"]
    assert {
        (str(a), str(b)): n for a, b, n in table[["region_a", "region_b", "projects"]].to_numpy()
    } == pairs
    coverage = data.datasets["horizon_europe"].tables["coverage"].groupby("country", observed=True)
    assert coverage["participations"].sum().to_dict() == download.country
    assert Counter(coverage["located"].sum().to_dict()) == download.located


def test_the_totals_are_those_the_file_was_made_with(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    download = make_download(6_000, 907)
    data = _imported(root, write_files(tmp_path, download, 907))
    _agrees(data, download)
    assert partners.programmes(data) == ("horizon_europe", "h2020")
    report = capsys.readouterr().out
    obtained = data.datasets["horizon_europe"].source.obtained["en"]
    for words, reason in (
        ("lines that are broken", "broken"),
        ("that repeat a participation", "repeated"),
        ("participations that ended before their project", "ended"),
        ("outside the 27 countries", "abroad"),
    ):
        assert f"{download.left_out[reason]:,} {words}" in obtained
        assert f"Left out, {words}: {download.left_out[reason]:,}." in report
    assert f"{download.rows:,} lines of participants, 907 projects" in obtained


def test_an_archive_as_cordis_packs_it_is_read_as_it_is(root: Path, tmp_path: Path) -> None:
    download = make_download(2_000, 307)
    archive = tmp_path / "cordis-HORIZONprojects-csv.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        for file in write_files(tmp_path, download, 307):
            packed.write(file, file.name)
    _agrees(_imported(root, [archive]), download)


def test_nothing_of_a_person_or_a_tax_number_is_kept(root: Path, tmp_path: Path) -> None:
    _imported(root, write_files(tmp_path, make_download(2_000, 307), 307))
    for file in (root / "datasets" / "horizon_europe").iterdir():
        text = file.read_text(encoding="utf-8")
        for secret in ("IT01234567890", "Via Segreta", "contact/me", "45.4,9.1", "20100"):
            assert secret not in text, (file.name, secret)


def test_a_download_replaces_the_derived_files_and_their_words(root: Path, tmp_path: Path) -> None:
    files = write_files(tmp_path, make_download(2_000, 307), 307, programme="H2020")
    arguments = ["--from", str(files[0]), "--from", str(files[1])]
    assert refresh.main(["h2020", *arguments], root=root) == 1
    assert refresh.main(["h2020", *arguments, "--accept-loss"], root=root) == 0
    source = load(root).datasets["h2020"].source
    assert "GeoNames" not in source.obtained["en"] + source.obtained["it"] + source.licence
    assert source.notes is not None
    assert "2017" not in source.notes["en"] + source.notes["it"]


MEASURED = """
import resource, sys
from pathlib import Path
from data import refresh
root, *files = sys.argv[1:]
arguments = [part for file in files for part in ("--from", file)]
assert refresh.main(["horizon_europe", *arguments], root=Path(root)) == 0
used = resource.getrusage(resource.RUSAGE_SELF)
print("measured", used.ru_utime + used.ru_stime, used.ru_maxrss // 1024)
"""


@pytest.mark.nightly
def test_a_quarter_of_a_million_rows_take_less_than_a_minute_and_half_a_gigabyte(
    root: Path, tmp_path: Path
) -> None:
    download = make_download(250_000, 40_009)
    files = write_files(tmp_path, download, 40_009)
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, str(root), *map(str, files)],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT.parent,
    )
    seconds, megabytes = map(float, done.stdout.split("measured")[1].split())
    _agrees(load(root), download)
    assert seconds < 60
    assert megabytes < 500
