"""What CONTRIBUTING.md says to touch is enough: a chart, a control and a view are added to a copy of the program."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
DOCUMENTS = ("README.md", "CONTRIBUTING.md", "data/README.md")
PATH = re.compile(r"`((?:[\w.-]+/)+(?:[\w.-]+\.\w+)?|[\w-]+\.py|Dockerfile|Makefile)`")
ROOMS = ("", "components", "data", "serving")
PLACEHOLDER = re.compile(r"[A-Z]{3,}")

CHART = '''

def jobless(data: Data, chosen: Selection) -> ChartResult:
    """Unemployment over the years, or employment."""
    return trend_of(data, chosen, "employment_rate" if chosen.people == "working" else "unemployment_rate")
'''
VIEW = '''"""Work."""

from components.charts.view import Section, Tab
from components.state.selection import OVERVIEW
from components.views.economy.research import research_trend
from components.views.economy.trend import trend

TAB = Tab("work", (Section("now", (trend,), part=OVERVIEW), Section("then", (research_trend,))))
'''
CHART_WORDS = ("economy.jobless", "control.people", "choice.people.working", "choice.people.looking")
VIEW_WORDS = (
    *(f"work.{key}" for key in ("name", "title", "lead", "trend", "research_trend")),
    *(f"work.{kind}" for kind in ("part.overview", "part.then", "section.now", "section.then")),
)
SHOW = """
import sys
from components.i18n.text import MissingWords
from components.layout import page
from components.layout.missing_words import check_words
from components.render.markup import html_of
from components.state.selection import from_url
from data import load
data = load()
try:
    check_words(data)
except MissingWords as error:
    sys.exit(str(error))
for path, query in (("/economy", "part=research&people=working"), ("/work", ""), ("/work", "part=then&lang=it")):
    print(html_of(page.page(data, from_url(path, query, data))))
"""


def replaced(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{path.name}: {old!r} stands {text.count(old)} times"
    path.write_text(text.replace(old, new), encoding="utf-8")


def add_chart_and_control(root: Path) -> None:
    views, state = root / "components/views/economy", root / "components/state/selection.py"
    module = views / "research.py"
    module.write_text(module.read_text(encoding="utf-8") + CHART, encoding="utf-8")
    replaced(views / "__init__.py", "import research_targets,", "import jobless, research_targets,")
    replaced(
        views / "__init__.py",
        '"research", (research_targets, research_trend)',
        '"research", (research_targets, research_trend, jobless), ("people",)',
    )
    replaced(state, "    pillar: str = ALL\n", '    pillar: str = ALL\n    people: str = "looking"\n')
    replaced(state, '        "network": (', '        "people": ("looking", "working"),\n        "network": (')


def add_view(root: Path) -> None:
    (root / "components/views/work.py").write_text(VIEW, encoding="utf-8")
    replaced(
        root / "components/state/selection.py",
        '    "s3": (',
        '    "work": ("overview", "then"),\n    "s3": (',
    )


def add_words(root: Path) -> None:
    blocks = (f'["{key}"]\nen = "{key}?"\nit = "{key}?"\n' for key in (*CHART_WORDS, *VIEW_WORDS))
    (root / "components/i18n/words/work.toml").write_text("\n".join(blocks), encoding="utf-8")


def shown(root: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", SHOW], cwd=root, capture_output=True, text=True, check=False)


def test_a_chart_a_control_and_a_view_need_what_contributing_says_and_no_more(tmp_path: Path) -> None:
    for folder in ("components", "data"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    add_chart_and_control(tmp_path)
    add_view(tmp_path)
    without_words = shown(tmp_path)
    assert without_words.returncode == 1
    assert [key for key in (*CHART_WORDS, *VIEW_WORDS) if f"[{key}]" not in without_words.stderr] == []
    add_words(tmp_path)
    page = shown(tmp_path)
    assert page.returncode == 0, page.stderr[-2000:]
    charts = ("economy.jobless", "work.trend", "work.research_trend")
    assert [name for name in charts if f'data-chart="{name}"' not in page.stdout] == []
    assert "choice.people.working?" in page.stdout
    assert 'data-failed="true"' not in page.stdout


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_path_that_a_document_names_exists(document: str) -> None:
    named = set(PATH.findall((ROOT / document).read_text(encoding="utf-8")))
    assert named
    rooms = [ROOT / room for room in ROOMS] + [(ROOT / document).parent]
    lost = [path for path in sorted(named) if not any((room / from_pattern(path)).exists() for room in rooms)]
    assert lost == [], f"{document} names files that are not there: {lost}"


def from_pattern(path: str) -> str:
    """The folder up to the first name in capitals, which stands for any."""
    parts = path.split("/")
    fixed = [i for i, part in enumerate(parts) if PLACEHOLDER.match(part) and part != "README.md"]
    return "/".join(parts[: fixed[0]]) if fixed else path
