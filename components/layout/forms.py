"""The switch of a card whose rows can be shown in several forms: map, tiles, strip, rank."""

from dash import html
from dash.development.base_component import Component

from components.charts.result_cache import Chart
from components.charts.view import Forms, Tab, full_name
from components.i18n.text import say
from components.state.selection import Selection, to_url


def form_links(tab: Tab, forms: Forms, shown: Chart | str, chosen: Selection) -> list[Component]:
    """One link for each form, the present one marked; the first form needs no word in the address."""
    return [
        html.A(
            say(f"choice.form.{form}", chosen.lang),
            href=to_url(chosen.but(form=form if place else "")),
            **{
                "data-nav": "form",
                "data-form": form,
                "data-holds": full_name(tab.name, chart),
                **({"aria-current": "true"} if chart == shown else {}),
            },
        )
        for place, (form, chart) in enumerate(forms.charts)
    ]
