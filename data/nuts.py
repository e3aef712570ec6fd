"""NUTS codes of any edition and level -> the NUTS 2 regions of 2024."""

from dataclasses import dataclass

import pandas as pd

ABROAD, COARSE, DIVIDED, NO_CODE = (
    "outside the 27 countries",
    "country or NUTS 1 only",
    "divided since",
    "no code",
)
COUNTRY_CODES = {"GR": "EL", "GB": "UK"}
NEIGHBOURS = ("AL", "BA", "CH", "GE", "IS", "LI", "MD", "ME", "MK", "NO", "RS", "TR", "UA", "UK")
"""Countries outside the Union whose regions Eurostat codes like NUTS: EFTA, candidates, the United Kingdom."""

# Codes of NUTS 2006-2021 whose area is one region of NUTS 2024 under another code (Eurostat's history of NUTS).
# Regions that were divided, or that gave up territory to more than one neighbour, are not here.
RECODED = {
    "DE41": "DE40", "DE42": "DE40", "DED1": "DED4", "DED3": "DED5", "DEE1": "DEE0", "DEE2": "DEE0", "DEE3": "DEE0",
    "EL11": "EL51", "EL12": "EL52", "EL13": "EL53", "EL14": "EL61", "EL21": "EL54",
    "EL22": "EL62", "EL23": "EL63", "EL24": "EL64", "EL25": "EL65",
    "FI13": "FI1D", "FI1A": "FI1D",
    "FR21": "FRF2", "FR22": "FRE2", "FR23": "FRD2", "FR24": "FRB0", "FR25": "FRD1", "FR26": "FRC1",
    "FR30": "FRE1", "FR41": "FRF3", "FR42": "FRF1", "FR43": "FRC2", "FR51": "FRG0", "FR52": "FRH0",
    "FR53": "FRI3", "FR61": "FRI1", "FR62": "FRJ2", "FR63": "FRI2", "FR71": "FRK2", "FR72": "FRK1",
    "FR81": "FRJ1", "FR82": "FRL0", "FR83": "FRM0",
    "FR91": "FRY1", "FR92": "FRY2", "FR93": "FRY3", "FR94": "FRY4",
    "FRA1": "FRY1", "FRA2": "FRY2", "FRA3": "FRY3", "FRA4": "FRY4", "FRA5": "FRY5",
    "ITD1": "ITH1", "ITD2": "ITH2", "ITD3": "ITH3", "ITD4": "ITH4", "ITD5": "ITH5",
    "ITE1": "ITI1", "ITE2": "ITI2", "ITE3": "ITI3", "ITE4": "ITI4",
    "NL31": "NL35", "NL33": "NL36",
    "PL11": "PL71", "PL31": "PL81", "PL32": "PL82", "PL33": "PL72", "PL34": "PL84",
    "SI01": "SI03", "SI02": "SI04",
}  # fmt: skip
# Codes of NUTS 2003-2021 whose area is several regions of NUTS 2024 (Eurostat's history of NUTS).
DIVIDED_INTO = {
    "DK00": ("DK01", "DK02", "DK03", "DK04", "DK05"),
    "FI18": ("FI1B", "FI1C"),
    "HR01": ("HR05", "HR06"),
    "HR04": ("HR02", "HR05", "HR06"),
    "HU10": ("HU11", "HU12"),
    "IE01": ("IE04", "IE06"),
    "IE02": ("IE05", "IE06"),
    "LT00": ("LT01", "LT02"),
    "PL12": ("PL91", "PL92"),
    "SI00": ("SI03", "SI04"),
}
# Districts that lie in one part of a region that was divided.
RECODED_DISTRICTS = {
    "HU101": "HU11", "HU102": "HU12", "LT00A": "LT01", "PL127": "PL91", "IE021": "IE06", "IE025": "IE05",
    **dict.fromkeys(("PT16D", "PT16E", "PT16F", "PT16G", "PT16H", "PT16J"), "PT19"),
    **dict.fromkeys(("PT181", "PT184", "PT186", "PT187"), "PT1C"),
    **dict.fromkeys(("PT16B", "PT185"), "PT1D"),
    **{f"LT00{number}": "LT02" for number in range(1, 10)},
}  # fmt: skip


@dataclass(frozen=True)
class Placement:
    """The NUTS 2 region of 2024 that a code lies in, or why none can be named."""

    region: str = ""
    reason: str = ""


def place_code(code: str, present: frozenset[str], countries: frozenset[str]) -> Placement:
    """Where a NUTS code of any edition lies, level 2 or 3."""
    clean = code.strip().upper()
    country = COUNTRY_CODES.get(clean[:2], clean[:2])
    clean = country + clean[2:]
    if not clean:
        return Placement(reason=NO_CODE)
    if country not in countries:
        return Placement(reason=ABROAD)
    if len(clean) < 4:
        return Placement(reason=COARSE)
    return _within(clean, present)


def regions_of_former_code(code: str) -> tuple[str, ...]:
    """The regions of NUTS 2024 that the area of an earlier code lies in: of a region, of some districts, or of a NUTS 1
    region whose regions all have other codes now. Empty where the code is none of these."""
    clean = code.strip().upper()
    if clean in DIVIDED_INTO:
        return DIVIDED_INTO[clean]
    region = RECODED.get(clean) or RECODED_DISTRICTS.get(clean)
    if region:
        return (region,)
    inside = [found for former, found in RECODED.items() if len(clean) == 3 and former.startswith(clean)]
    return tuple(sorted(set(inside)))


def foreign_country(code: str) -> str:
    """The country outside the Union that a code of it or of one of its regions names ("UKI3" gives "UK"), or ""."""
    clean = code.strip().upper()
    country, rest = COUNTRY_CODES.get(clean[:2], clean[:2]), clean[2:]
    is_region = not rest or (len(rest) <= 3 and rest.isalnum() and (rest[-1].isdigit() or len(rest) == 1))
    return country if country in NEIGHBOURS and is_region else ""


def _within(code: str, present: frozenset[str]) -> Placement:
    level2 = code[:4]
    region = level2 if level2 in present else RECODED.get(level2, RECODED_DISTRICTS.get(code, ""))
    return Placement(region) if region in present else Placement(reason=DIVIDED)


def present_regions(regions: pd.DataFrame) -> frozenset[str]:
    """The NUTS 2 regions of 2024."""
    return frozenset(regions.index[(regions["level"] == "nuts2") & regions["nuts2024"].astype(bool)])


def member_states(regions: pd.DataFrame) -> frozenset[str]:
    return frozenset(regions.index[regions["level"] == "country"])
