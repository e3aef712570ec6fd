"""The container, as far as it can be proved without Docker: its steps, as its user, from a read-only copy."""

import pytest

from deploy.prove import checks


def test_the_image_serves_as_nobody_from_a_read_only_copy() -> None:
    proofs = dict(checks(installed=True))
    assert len(proofs) >= 5
    assert [sentence for sentence, holds in proofs.items() if not holds] == []


@pytest.mark.parametrize("name", ["tests", "README.md", "bench", "chaos", ".git", ".venv", "build"])
def test_the_image_holds_only_what_runs(name: str) -> None:
    from deploy.prove import ROOT, let_in

    assert name not in {path.parts[0] for path in let_in((ROOT / ".dockerignore").read_text())}
