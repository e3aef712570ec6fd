"""`make sbom`: the bill of materials of what runs, as CycloneDX 1.6, read from the locks. Knows packages, no page.

The same locks give the same bytes: no date, no serial number.
"""

import base64
import json
import re
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
PLACE = ROOT / "build/sbom.json"
BUNDLE = ROOT / "serving/collect/bundle/package-lock.json"
PIN = re.compile(
    r"^([\w.-]+)==(\S+)(?: ; ([^\\]+))? \\\n((?:\s+--hash=sha256:\w{64}(?: \\)?\n)+)", re.MULTILINE
)

Component = dict[str, Any]


def python_packages(lock: str) -> Iterator[Component]:
    """Each pinned package with the hashes that any of its files may have."""
    for name, version, _, hashes in PIN.findall(lock):
        purl = f"pkg:pypi/{name}@{version}"
        files = [
            {"type": "distribution", "url": purl, "hashes": [sha256(digest)]}
            for digest in re.findall(r"sha256:(\w+)", hashes)
        ]
        yield {
            "type": "library",
            "bom-ref": purl,
            "name": name,
            "version": version,
            "purl": purl,
            **terms(name),
            "externalReferences": files,
        }


def terms(name: str) -> Component:
    """The licence a package declares, where it is installed and says so in the standard's own words."""
    try:
        expression = metadata(name).json.get("license_expression")
    except PackageNotFoundError:
        return {}
    return {"licenses": [{"expression": expression}]} if expression else {}


def sha256(digest: str) -> Component:
    """A hash as CycloneDX writes it."""
    return {"alg": "SHA-256", "content": digest}


def script_packages(lock: dict[str, Any]) -> Iterator[Component]:
    """Each package that the bundle of plotly.js may be made of."""
    for path, package in sorted(lock["packages"].items()):
        if "integrity" not in package:
            continue
        name, version = path.rpartition("node_modules/")[2], package["version"]
        purl = f"pkg:npm/{name.replace('@', '%40')}@{version}"
        digest = base64.b64decode(package["integrity"].removeprefix("sha512-")).hex()
        licence = {"licenses": [{"expression": package["license"]}]} if "license" in package else {}
        yield {
            "type": "library",
            "bom-ref": purl,
            "name": name,
            "version": version,
            "purl": purl,
            **licence,
            "hashes": [{"alg": "SHA-512", "content": digest}],
        }


def bill() -> Component:
    """The whole bill."""
    version = re.search(r'^version = "(.+)"', (ROOT / "pyproject.toml").read_text(), re.MULTILINE)
    document = {
        "type": "application",
        "bom-ref": "regioscope",
        "name": "regioscope",
        "version": version[1] if version else "",
        "licenses": [{"expression": "EUPL-1.2"}],
    }
    python = python_packages((ROOT / "requirements.txt").read_text())
    scripts = script_packages(json.loads(BUNDLE.read_text()))
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": document},
        "components": [*python, *scripts],
    }


def main() -> None:
    """Write it."""
    PLACE.parent.mkdir(exist_ok=True)
    PLACE.write_text(json.dumps(bill(), indent=1) + "\n")
    print(f"  ok      {PLACE.relative_to(ROOT)}: {len(bill()['components'])} packages")


if __name__ == "__main__":
    main()
