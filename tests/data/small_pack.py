"""A small pack in a copy of the data: for the rules about packs."""

from pathlib import Path

import pytest

from data import Pack, refresh, validation
from data.pack import pack as read_pack

HEAD = """\
region = "ITH5"
country = "IT"
title.en = "Emilia-Romagna"
title.it = "Emilia-Romagna"

[sources.paper]
publisher = "European Cluster Collaboration Platform"
title.en = "Input paper"
title.it = "Documento di lavoro"
"""


ZERO = "0" * 64


RECORD = f"""\
title.en = "A table"
title.it = "Una tabella"
place = "Table 1"
checksum = "sha256:{ZERO}"
"""


ORGANISATIONS = """\
no,name,short,kind,members,band,founded,declared_lon,themes_en,themes_it,standing,source,note
1,First cluster,First,Cluster,120,>100,2009-05-30,11.3,Food,Alimentare,printed,paper,7
2,Second cluster,Second,Cluster,,<=50,2010,,Textiles,Tessile,published,paper,
3,Third cluster,Third,Other,4,,,,,,recomputed,paper,7 8
"""


SHARES = """\
indicator,name_en,name_it,value,year,standing,source,note
gdp,GDP,PIL,12.5,2022,printed,paper,
exports,Exports,Esportazioni,,2022,not-published,paper,
"""


LINKS = """\
organisation,ecosystem,standing,source
1,food,printed,paper
"""


ERRATA = """\
id,place,problem_en,problem_it,reading_en,reading_it,certainty,standing,source
7,Table 1,Seven,Sette,Read,Letto,certain,printed,paper
8,Table 1,Eight,Otto,Read,Letto,open,printed,paper
"""


TABLES = {"organisations": ORGANISATIONS, "shares_of_country": SHARES, "links": LINKS, "errata": ERRATA}


@pytest.fixture
def root(few: Path) -> Path:
    """A fault stops the start however few tables there are."""
    return few


@pytest.fixture
def pack(root: Path) -> Path:
    folder = root / "packs" / "ITH5"
    folder.mkdir(parents=True)
    (folder / "pack.toml").write_text(HEAD, encoding="utf-8")
    for name, text in TABLES.items():
        (folder / f"{name}.toml").write_text(RECORD, encoding="utf-8")
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    assert refresh.main(["--stamp", "ITH5"], root=root) == 0
    return folder


def loaded_pack(root: Path, folder: Path) -> Pack:
    """The pack alone, as `load` reads it."""
    return read_pack(folder, root, validation.regions(root))


def replace_text(file: Path, old: str, new: str) -> None:
    file.write_text(file.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
