"""Every kind of bad data, with what the one line says of it."""

from tests.data.spoiling import Fault, copy_table, edit_lines, with_bytes, with_cell, with_text

GDP, TOML = "tables/gdp.csv", "tables/gdp.toml"
IMPORT = "python -m data.refresh gdp --from FILE"
RESTORE = "git stash push -- data/tables/gdp.csv"
RECORD = "git stash push -- data/tables/gdp.toml"
REGIONS = "git stash push -- data/regions.csv"

KINDS = [
    Fault(
        "a missing column",
        lambda root: edit_lines(
            root, GDP, lambda lines: [",".join(line.split(",")[:3] + line.split(",")[4:]) for line in lines]
        ),
        ("data/tables/gdp.csv", "column value", "missing", IMPORT),
    ),
    Fault(
        "a renamed column",
        with_text(GDP, "indicator,region,year", "indicator,geo,year"),
        ("data/tables/gdp.csv", "column region", "missing", IMPORT),
    ),
    Fault(
        "a column too many",
        lambda root: edit_lines(root, GDP, lambda lines: [line + ",x" if line else line for line in lines]),
        ("data/tables/gdp.csv", "column x", IMPORT),
    ),
    Fault(
        "columns in another order",
        with_text(GDP, "indicator,region,year,value,flag", "region,indicator,year,value,flag"),
        ("data/tables/gdp.csv", "order", IMPORT),
    ),
    Fault(
        "an unknown region",
        with_cell(GDP, 1, "XX99"),
        ("data/tables/gdp.csv", "column region", "line 5", "'XX99'", "regions.csv", IMPORT),
    ),
    Fault(
        "an Extra-Regio code",
        with_cell(GDP, 1, "ITZZ"),
        ("data/tables/gdp.csv", "column region", "'ITZZ'", IMPORT),
    ),
    Fault(
        "an unknown indicator",
        with_cell(GDP, 0, "gdpp"),
        ("data/tables/gdp.csv", "column indicator", "'gdpp'", "record", IMPORT),
    ),
    Fault(
        "a value above its limit",
        with_cell(GDP, 3, "99999999"),
        ("data/tables/gdp.csv", "column value", "'99999999'", "above", "40000000", IMPORT),
    ),
    Fault(
        "a value below its limit",
        with_cell(GDP, 3, "-1"),
        ("data/tables/gdp.csv", "column value", "'-1'", "below", IMPORT),
    ),
    Fault(
        "a number with a decimal comma",
        with_cell(GDP, 3, '"1.234,5"'),
        ("data/tables/gdp.csv", "column value", "1.234,5", "not a number", IMPORT),
    ),
    Fault(
        "a text for a number",
        with_cell(GDP, 3, "n.a."),
        ("data/tables/gdp.csv", "column value", "'n.a.'", "not a number", IMPORT),
    ),
    Fault(
        "a blank value",
        with_cell(GDP, 3, ""),
        ("data/tables/gdp.csv", "column value", "line 5", "not a number", IMPORT),
    ),
    Fault(
        "an infinite value",
        with_cell(GDP, 3, "inf"),
        ("data/tables/gdp.csv", "column value", "'inf'", IMPORT),
    ),
    Fault("a NaN", with_cell(GDP, 3, "NaN"), ("data/tables/gdp.csv", "column value", "'NaN'", IMPORT)),
    Fault(
        "a year of two digits",
        with_cell(GDP, 2, "22"),
        ("data/tables/gdp.csv", "column year", "'22'", IMPORT),
    ),
    Fault(
        "a quarter for a year",
        with_cell(GDP, 2, "2022-Q1"),
        ("data/tables/gdp.csv", "column year", "'2022-Q1'", IMPORT),
    ),
    Fault(
        "a year out of this world",
        with_cell(GDP, 2, "9999"),
        ("data/tables/gdp.csv", "column year", "'9999'", IMPORT),
    ),
    Fault("an unknown flag", with_cell(GDP, 4, "q"), ("data/tables/gdp.csv", "column flag", "'q'", IMPORT)),
    Fault(
        "a line twice",
        lambda root: edit_lines(root, GDP, lambda lines: [*lines[:9], lines[8], *lines[9:]]),
        ("data/tables/gdp.csv", "twice", "gdp,AT", IMPORT),
    ),
    Fault(
        "lines out of order",
        lambda root: edit_lines(root, GDP, lambda lines: [lines[0], lines[2], lines[1], *lines[3:]]),
        ("data/tables/gdp.csv", "sorted", IMPORT),
    ),
    Fault(
        "a file cut off in a line",
        with_bytes(GDP, lambda content: content[: len(content) // 2]),
        ("data/tables/gdp.csv", "cut off", IMPORT),
    ),
    Fault(
        "a file cut off after a line",
        lambda root: edit_lines(root, GDP, lambda lines: [*lines[:-101], ""]),
        ("data/tables/gdp.csv", "rows", "2585", "2685", RESTORE),
    ),
    Fault(
        "an empty file",
        with_bytes(GDP, lambda _: b""),
        ("data/tables/gdp.csv", "column indicator", "missing", IMPORT),
    ),
    Fault(
        "a header and nothing else",
        lambda root: edit_lines(root, GDP, lambda lines: [lines[0], ""]),
        ("data/tables/gdp.csv", "column indicator", "'gdp'", "no rows", IMPORT),
    ),
    Fault(
        "a plausible value changed by hand",
        with_cell(GDP, 3, "12345"),
        ("data/tables/gdp.csv", "column checksum", "sha256", RESTORE, "--stamp gdp"),
    ),
    Fault(
        "Windows line ends",
        with_bytes(GDP, lambda content: content.replace(b"\n", b"\r\n")),
        ("data/tables/gdp.csv", "flag", IMPORT),
    ),
    Fault(
        "not UTF-8",
        with_bytes(GDP, lambda content: content + b"\xff\xfe\n"),
        ("data/tables/gdp.csv", "UTF-8", RESTORE),
    ),
    Fault(
        "a line with too many values",
        lambda root: edit_lines(root, GDP, lambda lines: [*lines[:4], lines[4] + ",1,2", *lines[5:]]),
        ("data/tables/gdp.csv", "values of the header", IMPORT),
    ),
    Fault(
        "a web page instead of a table",
        with_bytes(GDP, lambda _: b"<html><body>Maintenance</body></html>\n"),
        ("data/tables/gdp.csv", "missing", IMPORT),
    ),
    Fault(
        "a csv without its record",
        lambda root: (root / TOML).unlink(),
        ("data/tables/gdp.csv", "no gdp.toml", RECORD),
    ),
    Fault(
        "a record without its csv",
        lambda root: (root / GDP).unlink(),
        ("data/tables/gdp.toml", "no gdp.csv", RESTORE),
    ),
    Fault(
        "a record that is not TOML",
        with_text(TOML, "publisher =", "publisher"),
        ("data/tables/gdp.toml", "TOML", RECORD),
    ),
    Fault(
        "a record without its licence",
        with_text(TOML, "licence = ", "license = "),
        ("data/tables/gdp.toml", "licence", RECORD),
    ),
    Fault(
        "a record without Italian",
        lambda root: edit_lines(
            root, TOML, lambda lines: [line for line in lines if line != 'short.it = "PIL"']
        ),
        ("data/tables/gdp.toml", "short.it", RECORD),
    ),
    Fault(
        "a record with an unknown direction",
        with_text(TOML, 'direction = "neither"', 'direction = "up"'),
        ("data/tables/gdp.toml", "direction", "'up'", RECORD),
    ),
    Fault(
        "a record whose limits are the wrong way round",
        with_text(TOML, "maximum = 40000000", "maximum = 1"),
        ("data/tables/gdp.toml", "minimum 500 is not below maximum 1", RECORD),
    ),
    Fault(
        "an indicator's name in two tables",
        lambda root: copy_table(root, "gdp", "gdp_again"),
        ("data/tables/gdp_again.toml", "indicators", "'gdp'", "already"),
    ),
    Fault(
        "an indicator in no group there is",
        with_text("tables/rci_2022.toml", 'group = "health"', 'group = "wealth"'),
        ("data/tables/rci_2022.toml", "wealth", "git stash push -- data/tables/rci_2022.toml"),
    ),
    Fault(
        "an indicator without two of its fields",
        with_text(TOML, "decimals = 0\nminimum = 500\n", ""),
        ("data/tables/gdp.toml", "gdp.decimals", "gdp.minimum", "To mend it: add", "data/README.md"),
    ),
    Fault(
        "a region twice",
        lambda root: edit_lines(root, "regions.csv", lambda lines: [*lines[:4], lines[3], *lines[4:]]),
        ("data/regions.csv", "column code", REGIONS),
    ),
    Fault(
        "a region nowhere on Earth",
        with_cell("regions.csv", 7, "95"),
        ("data/regions.csv", "column lat", "'95'", REGIONS),
    ),
    Fault(
        "a region of no country",
        with_cell("regions.csv", 2, "XX"),
        ("data/regions.csv", "column country", "'XX'", REGIONS),
    ),
    Fault(
        "a region of no name",
        with_cell("regions.csv", 4, ""),
        ("data/regions.csv", "column name_it", "line 5", REGIONS),
    ),
    Fault(
        "regions edited by hand",
        with_cell("regions.csv", 4, "Altro"),
        ("data/regions.csv", "column checksum", REGIONS),
    ),
]
