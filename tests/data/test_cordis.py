"""CORDIS's own download: whatever is in it, the totals are those that the file was made with, in little time and
memory."""

import subprocess
import sys
import zipfile
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path

import pytest

from data import ROOT, Data, load, partners, refresh
from data.importers import cordis, long_text

HEADER = (
    '"projectID";"projectAcronym";"organisationID";"vatNumber";"name";"shortName";"SME";"activityType";"street";'
    '"postCode";"city";"country";"nutsCode";"geolocation";"organizationURL";"contactForm";"contentUpdateDate";"rcn";'
    '"order";"role";"ecContribution";"netEcContribution";"totalCost";"endOfParticipation";"active"\n'
)
CODES = {
    "IT": {"ITC4C": "ITC4", "ITI43": "ITI4", "ITC45": "ITC4"},
    "FR": {"FR101": "FR10", "FR713": "FRK2", "FRK26": "FRK2"},
    "EL": {"EL303": "EL30", "EL12": "EL52"},
    "HU": {"HU101": "HU11", "HU10": ""},
    "PL": {"PL127": "PL91", "PL12": ""},
    "NL": {"NL310": "NL35", "NL33C": "NL36"},
    "EE": {"EE001": "EE00", "": ""},
    "DE": {"DE300": "DE30", "DE212": "DE21", "FR101": ""},
    "UK": {"UKI31": ""},
}
KINDS = ("HES", "REC", "PRC", "PUB", "OTH")


@dataclass
class Download:
    """A download, and the totals it was made with."""

    organizations: list[str] = field(default_factory=lambda: [HEADER])
    rows: int = 0
    eur: defaultdict[tuple[str, str], float] = field(default_factory=lambda: defaultdict(float))
    participations: Counter[tuple[str, str]] = field(default_factory=Counter)
    members: dict[str, set[str]] = field(default_factory=dict)
    left_out: Counter[str] = field(default_factory=Counter)
    country: Counter[str] = field(default_factory=Counter)
    located: Counter[str] = field(default_factory=Counter)

    def line(
        self, project: str, organisation: str, kind: str, country: str, code: str, money: str, ended: str
    ) -> str:
        role = "coordinator" if organisation.endswith("0") else "participant"
        name = "Università {organisation} di prova"
        quoted = name.replace('"', '""')
        return (
            f'"{project}";"ACR";"{organisation}";"IT01234567890";"{quoted}";"U";"false";"{kind}";"Via Segreta 1";"20100";'
            f'"Milano";"{country}";"{code}";"45.4,9.1";"http://x";"https://ec.europa.eu/contact/me";"2023-01-01";"1";"1";'
            f'"{role}";"{money}";"{money}";"0";"{ended}";"true"\n'
        )


def make_download(size: int, projects: int) -> Download:
    """Rows of every kind in a fixed order: nothing is random, everything is counted while it is written."""
    download = Download()
    for number in range(size):
        project, organisation = str(100000 + number % projects), str(900000 + number % 7919)
        country = list(CODES)[number % len(CODES)]
        code, region = list(CODES[country].items())[number // 9 % len(CODES[country])]
        kind, cents = KINDS[number % 5], number * 37 % 1_000_000_00
        money = f"{cents / 100:.2f}".replace(".", "," if number % 3 else ".")
        _write(download, number, (project, organisation, kind, country, code, money), region, cents / 100)
    download.rows = len(download.organizations) - 1
    return download


def _write(download: Download, number: int, cells: tuple[str, ...], region: str, euro: float) -> None:
    project, organisation, kind, country, code, money = cells
    if number % 997 == 0:
        download.organizations.append('"broken";"row\n')
        download.left_out["broken"] += 1
        return
    ended = "true" if number % 501 == 1 else "false"
    line = download.line(
        project, organisation, kind, "GR" if country == "EL" and number % 2 else country, code, money, ended
    )
    download.organizations.append(line)
    if number % 701 == 2:
        download.organizations.append(line)
        download.left_out["repeated"] += 1
    if ended == "true":
        download.left_out["ended"] += 1
    elif country == "UK":
        download.left_out["abroad"] += 1
    else:
        _count(download, project, kind, country, region, euro)


def _count(download: Download, project: str, kind: str, country: str, region: str, euro: float) -> None:
    download.country[country] += 1
    if region:
        download.located[country] += 1
        download.members.setdefault(project, set()).add(region)
        for scope in ("all", kind):
            download.eur[scope, region] += euro
            download.participations[scope, region] += 1


def _files(folder: Path, download: Download, projects: int, programme: str = "HORIZON") -> list[Path]:
    organization, project = folder / "organization.csv", folder / "project.csv"
    organization.write_text("".join(download.organizations), encoding="utf-8")
    lines = [
        f'"{100000 + number}";"ACR";"SIGNED";"A title; with a separator";"{programme}";"An objective\nof two lines"\n'
        for number in range(projects)
    ]
    lines[3] = '"100003";"ACR";"SIGNED";"never closed;"HORIZON"\n'
    header = '"id";"acronym";"status";"title";"frameworkProgramme";"objective"\n'
    project.write_text(header + "".join(lines), encoding="utf-8")
    return [project, organization]


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
    data = _imported(root, _files(tmp_path, download, 907))
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
        for file in _files(tmp_path, download, 307):
            packed.write(file, file.name)
    _agrees(_imported(root, [archive]), download)


def test_nothing_of_a_person_or_a_tax_number_is_kept(root: Path, tmp_path: Path) -> None:
    _imported(root, _files(tmp_path, make_download(2_000, 307), 307))
    for file in (root / "datasets" / "horizon_europe").iterdir():
        text = file.read_text(encoding="utf-8")
        for secret in ("IT01234567890", "Via Segreta", "contact/me", "45.4,9.1", "20100"):
            assert secret not in text, (file.name, secret)


def test_another_programme_s_file_is_refused(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (root / "datasets" / "h2020" / "regions.csv").read_bytes()
    files = _files(tmp_path, make_download(500, 90), 90)
    assert refresh.main(["h2020", "--from", str(files[0]), "--from", str(files[1])], root=root) == 1
    assert "HORIZON" in capsys.readouterr().err
    assert (root / "datasets" / "h2020" / "regions.csv").read_bytes() == before


def test_a_download_replaces_the_derived_files_and_their_words(root: Path, tmp_path: Path) -> None:
    files = _files(tmp_path, make_download(2_000, 307), 307, programme="H2020")
    arguments = ["--from", str(files[0]), "--from", str(files[1])]
    assert refresh.main(["h2020", *arguments], root=root) == 1
    assert refresh.main(["h2020", *arguments, "--accept-loss"], root=root) == 0
    source = load(root).datasets["h2020"].source
    assert "GeoNames" not in source.obtained["en"] + source.obtained["it"] + source.licence
    assert source.notes is not None
    assert "2017" not in source.notes["en"] + source.notes["it"]


@pytest.mark.parametrize("missing", [0, 1])
def test_both_files_are_needed(
    root: Path, tmp_path: Path, missing: int, capsys: pytest.CaptureFixture[str]
) -> None:
    files = _files(tmp_path, make_download(500, 90), 90)
    del files[missing]
    assert refresh.main(["horizon_europe", "--from", str(files[0])], root=root) == 1
    said = capsys.readouterr().err
    assert "Traceback" not in said
    assert len(said.strip().splitlines()) == 1


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("", 0), ("12.5", 12.5), ("12,5", 12.5), ("1.234.567,89", 1234567.89), ("1,234,567.89", 1234567.89),
        ("1.234.567", 1234567), ("1 234,5", 1234.5), ("n/a", None), ("-1", None), ("nan", None), ("inf", None),
    ],
)  # fmt: skip
def test_amounts_are_read_with_either_decimal_mark(text: str, amount: float | None) -> None:
    assert cordis.euro(text) == amount


def test_a_quote_that_is_never_closed_spoils_one_row_only() -> None:
    lines = ['"a";"b"\n', '"never;"c"\n', '"d";"e\nf"\n', '"g";"h"\n']
    found = list(long_text.rows(iter("".join(lines).splitlines(keepends=True)), ";", 2))
    assert found == [["a", "b"], '"never;"c"\n', ["d", "e\nf"], ["g", "h"]]


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
    files = _files(tmp_path, download, 40_009)
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
