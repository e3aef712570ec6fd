"""CORDIS's project.csv and organization.csv of one framework programme -> the tables of `collaboration`, counted in one
pass over each file. Of what the files hold, only counts and the names of organisations are kept.

Handled here: rows that are broken, repeated, or of a project that project.csv does not have; participations that
ended before their project (`endOfParticipation`); amounts with a decimal comma; NUTS codes of any level and edition,
or of another country than the organisation's. Each is counted, and the record says how many."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from data import nuts
from data.dataset import DatasetRecord
from data.importers import cordis_tables, long_text
from data.importers.cordis_tables import Participation, Tally
from data.importers.files import NotThisFormat
from data.importers.result import Result

ORGANISATIONS = (
    "projectID", "organisationID", "name", "activityType", "country", "nutsCode", "role", "ecContribution",
    "endOfParticipation",
)  # fmt: skip
PROJECTS = ("id", "frameworkProgramme")
BROKEN, REPEATED, ENDED = "broken", "repeated", "ended"
NO_PROJECT, ABROAD = "no_project", "abroad"
TYPES = {"HES", "REC", "PRC", "PUB", "OTH"}
TRUE = {"true", "1", "yes", "y", "t"}


@dataclass
class Places:
    """Where codes lie, each looked up once."""

    present: frozenset[str]
    countries: frozenset[str]
    found: dict[tuple[str, str], nuts.Placement] = field(default_factory=dict)

    def of(self, code: str, country: str) -> nuts.Placement:
        if (code, country) not in self.found:
            place = nuts.place_code(code, self.present, self.countries)
            other = place.region and country and place.region[:2] != country
            self.found[code, country] = nuts.Placement(reason="of another country") if other else place
        return self.found[code, country]


def is_download(files: list[Path]) -> bool:
    """Whether one of the files is CORDIS's organization.csv."""
    return any("organisationid" in _names(header) for file in files for header in headers(file))


def headers(file: Path) -> list[str]:
    with long_text.open_texts(file) as texts:
        return [next(lines, "") for _, lines in texts]


def read(files: list[Path], record: DatasetRecord, regions: pd.DataFrame) -> Result:
    """The tables of the programme, with what the record says of the files they come from."""
    projects, broken = _projects(files, record)
    tally, identities = Tally(), dict[str, int]()
    places = Places(nuts.present_regions(regions), nuts.member_states(regions))
    seen: set[int] = set()
    for row in _table(files, ORGANISATIONS, "organization.csv"):
        tally.rows += 1
        reason = _count(row, projects, identities, seen, places, tally) if isinstance(row, list) else BROKEN
        if reason:
            tally.left_out[reason] += 1
    if not tally.participations:
        raise NotThisFormat("organization.csv has no participation of a project in project.csv.")
    return cordis_tables.result(tally, projects=len(projects), broken_projects=broken)


def _projects(files: list[Path], record: DatasetRecord) -> tuple[dict[str, int], int]:
    """The ids of all projects, numbered; of a broken row, the id that it begins with. Refuses another
    programme's."""
    ids: dict[str, int] = {}
    programmes: Counter[str] = Counter()
    broken = 0
    for row in _table(files, PROJECTS, "project.csv"):
        if isinstance(row, list):
            ids.setdefault(row[0].strip(), len(ids))
            programmes[row[1].strip().upper()] += 1
        else:
            broken += 1
            ids.setdefault(row.lstrip('"').split(";")[0].strip('"\r\n '), len(ids))
    other = next(
        (name for name, _ in programmes.most_common() if name and name not in _programme(record)), ""
    )
    if other:
        raise NotThisFormat(
            f"project.csv has projects of {other}, and the dataset {record.name} is {_programme(record)}; "
            "import it as the dataset of that programme."
        )
    ids.pop("", None)
    return ids, broken


def _programme(record: DatasetRecord) -> str:
    """The dataset "cordis-h2020projects" is that of the programme H2020."""
    return record.source.dataset.removeprefix("cordis-").removesuffix("projects").upper()


def _table(files: list[Path], columns: tuple[str, ...], name: str) -> Iterator[list[str] | str]:
    """The named columns of each row of the file that has them all; a broken row as its first line."""
    wanted = [column.lower() for column in columns]
    seen: list[str] = []
    for file in files:
        with long_text.open_texts(file) as texts:
            for _, lines in texts:
                header = next(lines, "")
                names = _names(header)
                seen += names[:6]
                if set(wanted) <= set(names):
                    at = [names.index(column) for column in wanted]
                    for row in long_text.rows(lines, long_text.separator(header), len(names)):
                        yield [row[place] for place in at] if isinstance(row, list) else row
                    return
    raise NotThisFormat(
        f"No file has the columns of CORDIS's {name} ({', '.join(columns)}); found were: {', '.join(seen)}."
    )


def _names(header: str) -> list[str]:
    return [name.strip().lower() for name in long_text.cells(header, long_text.separator(header))]


def _count(
    row: list[str],
    projects: dict[str, int],
    identities: dict[str, int],
    seen: set[int],
    places: Places,
    tally: Tally,
) -> str:
    """Add one participation to the tally; gives why it is left out, "" if it is not."""
    project, organisation, name, kind, country, code, role, money, ended = (cell.strip() for cell in row)
    amount = euro(money)
    identity = organisation or name.upper()
    if not project or not identity or amount is None or not (country or code):
        return BROKEN
    if project not in projects:
        return NO_PROJECT
    number = identities.setdefault(identity, len(identities))
    mark = hash((projects[project], number, role.lower(), amount))
    if mark in seen:
        return REPEATED
    seen.add(mark)
    if ended.lower() in TRUE:
        tally.ended_eur += amount
        return ENDED
    state = _country(country or code[:2])
    if state not in places.countries:
        return ABROAD
    kind = kind.upper() if kind.upper() in TYPES else "OTH"
    coordinates = role.lower() == "coordinator"
    participation = Participation(projects[project], number, name, kind, state, coordinates, amount)
    tally.add(participation, places.of(code, state))
    return ""


def _country(code: str) -> str:
    clean = code.upper()
    return nuts.COUNTRY_CODES.get(clean, clean)


def euro(text: str) -> float | None:
    """An amount with a decimal point or comma, and with or without separators of thousands: the last mark is the
    decimal one unless it comes back. Blank is 0; None for what is no amount."""
    if not text:
        return 0.0
    clean = text.replace(" ", "").replace("\u00a0", "").replace("\u202f", "")
    last = "," if clean.rfind(",") > clean.rfind(".") else "."
    other = "." if last == "," else ","
    clean = clean.replace(other, "")
    clean = clean.replace(last, "") if clean.count(last) > 1 else clean.replace(last, ".")
    try:
        amount = float(clean)
    except ValueError:
        return None
    return amount if 0 <= amount < 1e10 else None
