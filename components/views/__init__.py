"""One file per tab: which rows go to which figure. The names of the tabs stand in `VIEWS` of
`components.state.selection` and nowhere else."""

from importlib import import_module

from components.charts.result_cache import Chart
from components.charts.view import Tab
from components.state.selection import TABS as NAMES

TABS: dict[str, Tab] = {name: import_module(f"components.views.{name}").TAB for name in NAMES}
CHARTS: dict[str, Chart] = {name: chart for tab in TABS.values() for name, chart in tab.charts.items()}
