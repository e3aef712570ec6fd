"""What is locked is what is listed, and an audit that looked away fails."""

import json
import re
from pathlib import Path

from deploy.audit import pinned_packages, verdict
from deploy.sbom import bill

LOCK = Path("requirements.txt").read_text()


def test_the_bill_lists_every_pinned_package_with_its_hashes() -> None:
    listed = [item for item in bill()["components"] if item["purl"].startswith("pkg:pypi/")]
    assert {area["name"] for area in listed} == pinned_packages(LOCK)
    assert sum(len(area["externalReferences"]) for area in listed) == LOCK.count("--hash=sha256:")


def test_the_bill_is_the_same_each_time_and_names_nothing_twice() -> None:
    once = bill()
    assert json.dumps(once) == json.dumps(bill())
    names = [item["bom-ref"] for item in once["components"]]
    assert len(names) == len(set(names))


def test_an_audit_that_saw_fewer_packages_than_are_pinned_names_the_rest() -> None:
    seen = {"name": "dash", "version": "4.4.1", "vulns": []}
    passed_over = {"name": "plotly", "skip_reason": "nobody answered"}
    holes, missed, reason = verdict(
        json.dumps({"dependencies": [seen, passed_over]}), {"dash", "plotly", "flask"}
    )
    assert (holes, missed, reason) == ([], {"plotly", "flask"}, "nobody answered")


def test_every_direct_dependency_is_pinned_and_has_a_reason() -> None:
    project = Path("pyproject.toml").read_text()
    wanted = project[
        project.index("dependencies = [") : project.index("\n]", project.index("dependencies = ["))
    ]
    for above, line in zip(wanted.splitlines()[:-1], wanted.splitlines()[1:], strict=True):
        if name := re.match(r'\s+"([\w-]+)', line):
            assert name[1] in pinned_packages(LOCK)
            assert above.lstrip().startswith("#"), f"{name[1]}: say why it is here"
