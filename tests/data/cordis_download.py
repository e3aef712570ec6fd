"""A download of CORDIS of any size, with the totals that it was made with."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path

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
        write_participation(
            download, number, (project, organisation, kind, country, code, money), region, cents / 100
        )
    download.rows = len(download.organizations) - 1
    return download


def write_participation(
    download: Download, number: int, cells: tuple[str, ...], region: str, euro: float
) -> None:
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
        count_participation(download, project, kind, country, region, euro)


def count_participation(
    download: Download, project: str, kind: str, country: str, region: str, euro: float
) -> None:
    download.country[country] += 1
    if region:
        download.located[country] += 1
        download.members.setdefault(project, set()).add(region)
        for scope in ("all", kind):
            download.eur[scope, region] += euro
            download.participations[scope, region] += 1


def write_files(folder: Path, download: Download, projects: int, programme: str = "HORIZON") -> list[Path]:
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
