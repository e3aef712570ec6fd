"""Region packs from the command line.

python -m data.packs new ES21      write the skeleton of a pack, with comments
python -m data.packs check ES21    say what it will show, what it cannot, and every mistake with its line
python -m data.packs reference     write the tables and columns into data/packs/README.md
"""

import argparse
import sys
from pathlib import Path

import pandas as pd

from data import ROOT, reading, validation
from data.errors import DataError
from data.pack_files import PackFiles, read_files
from data.packs import coverage, reference, skeleton


def main(arguments: list[str], root: Path = ROOT) -> int:
    """0 if all is well, 1 with sentences on standard error if not."""
    parser = argparse.ArgumentParser(
        prog="python -m data.packs", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("command", choices=["new", "check", "reference"])
    parser.add_argument("region", nargs="?", default="", help="the NUTS 2 code of the region")
    options = parser.parse_args(arguments)
    if options.command == "reference":
        return write_reference()
    try:
        regions = validation.regions(root)
        return (new_pack if options.command == "new" else check)(options.region, root, regions)
    except DataError as error:
        sys.stderr.write(f"{error}\n")
        return 1


def write_reference() -> int:
    """Replace the tables in the README."""
    text = reference.readme_with_reference(reference.README.read_text(encoding="utf-8"))
    reference.README.write_text(text, encoding="utf-8")
    return 0


def new_pack(region: str, root: Path, regions: pd.DataFrame) -> int:
    """Write a skeleton and say what is next."""
    for file in skeleton.write_skeleton(region, root, regions):
        sys.stdout.write(f"{reading.path_in_project(file, root)}\n")
    sys.stdout.write(f"Fill in the rows, then: python -m data.packs check {region}\n")
    return 0


def check(region: str, root: Path, regions: pd.DataFrame) -> int:
    """Say what the pack shows; then its mistakes, if it has any."""
    folder = root / "packs" / region
    if not region or not folder.is_dir():
        sys.stderr.write(f"There is no pack {region}. To make one: python -m data.packs new {region}\n")
        return 1
    read = read_files(folder, root, regions)
    for line in coverage.report(read.texts):
        sys.stdout.write(f"{line}\n")
    return mistakes(read)


def mistakes(read: PackFiles) -> int:
    """Every mistake on standard error, and what to do next."""
    found = [fault.sentence() for fault in read.mistakes()]
    unstamped = [sentence for sentence in found if f"--stamp {read.folder.name}" in sentence]
    for sentence in found:
        sys.stderr.write(f"{sentence}\n")
    wrong = len(found) - len(unstamped)
    if not found:
        sys.stdout.write("No mistakes.\n")
    elif not wrong:
        sys.stderr.write(f"Nothing else is wrong: python -m data.refresh --stamp {read.folder.name}\n")
    else:
        sys.stderr.write(f"{wrong} {'mistake' if wrong == 1 else 'mistakes'} to correct.\n")
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
