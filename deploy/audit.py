"""`make audit`: known holes in what is locked; fails when it could not look at every package. Knows locks."""

import json
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
LOCK = ROOT / "requirements.txt"
AUDIT = (
    "-m",
    "pip_audit",
    "--disable-pip",
    "--require-hashes",
    "--format=json",
    "--progress-spinner=off",
    "-r",
    str(LOCK),
)


def pinned_packages(lock: str) -> set[str]:
    """The packages a lock pins, by normal name."""
    return {name.lower().replace("_", "-") for name in re.findall(r"^([\w.-]+)==", lock, re.MULTILINE)}


def verdict(report: str, wanted: set[str]) -> tuple[list[str], set[str], str]:
    """One line for each known hole; the packages that nobody looked at; and why the first of them was
    passed over."""
    packages = json.loads(report)["dependencies"] if report.strip() else []
    looked_at = {package["name"].lower().replace("_", "-") for package in packages if "vulns" in package}
    holes = [
        f"{package['name']} {package['version']}: {hole['id']}, mended in "
        f"{', '.join(hole['fix_versions']) or 'no release yet'}"
        for package in packages
        for hole in package.get("vulns", [])
    ]
    reasons = [package["skip_reason"] for package in packages if "skip_reason" in package]
    return holes, wanted - looked_at, (reasons or ["pip-audit gave no report"])[0]


def main() -> None:
    """Audit the lock; exit 1 for a hole, and for a package that could not be looked at."""
    done = subprocess.run([sys.executable, *AUDIT], capture_output=True, text=True, check=False)
    wanted = pinned_packages(LOCK.read_text())
    holes, missed, reason = verdict(done.stdout, wanted)
    for line in holes:
        print(f"  hole    {line}")
    if missed:
        sys.exit(f"  failed  {len(missed)} of {len(wanted)} packages were not looked at: {reason}")
    print(f"  {'failed' if holes else 'ok':<7} {len(wanted)} packages looked at, {len(holes)} known holes")
    sys.exit(bool(holes))


if __name__ == "__main__":
    main()
