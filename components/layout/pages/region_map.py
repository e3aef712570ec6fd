"""The map of an indicator as an inline SVG, each region a link."""

import json
from collections.abc import Callable
from functools import cache

from dash import html
from dash.development.base_component import Component

from components.figures.box_names import NamedBox
from components.figures.classes import NONE, colours
from components.figures.outline_paths import outline_paths
from components.figures.svg_map import MapRegion, svg_map
from components.i18n.text import say
from components.render.markup import Words
from components.state.base_path import with_base
from components.views.compare.context import CompareContext
from components.views.compare.geography import legend
from components.views.compare.map_frame import shape_of
from components.views.compare.map_regions import outlines
from components.views.region_map import named_boxes
from data import Data


def region_map(
    now: CompareContext, address: Callable[[str], str], label: str, *, is_chosen: bool = True
) -> Component:
    """The fifths of the context on the map, with their legend; `address` says where a region leads, and
    `is_chosen` whether there is a region at hand to outline."""
    paths, shape = map_paths(now.data, shape_of(now)), now.data.shapes[shape_of(now)]
    outline_paths = outlines(now, shape_of(now))
    several = {outline: codes[0] for outline, codes in shape.stands_for.items()}
    home = next(
        (area for area, codes in shape.stands_for.items() if now.chosen.region in codes), now.chosen.region
    )
    regions = [
        MapRegion(key, paths[key], int(step), text, with_base(address(several.get(key, key))))
        for key, step, text in zip(
            outline_paths["key"], outline_paths["step"], outline_paths["words"], strict=True
        )
        if key in paths
    ]
    frames = map_paths(now.data, "oversea_frames").values()
    boxes = named_boxes(now.data, outline_paths["key"], now.lang)
    drawing = svg_map(
        regions, now.look, label=label, chosen=home if is_chosen else "", frames=frames, boxes=boxes
    )
    is_grey = bool((outline_paths["step"] == NONE).any())
    return html.Div(
        [
            Words(children=drawing, tag="div", className="svg-box"),
            html.Div([box_names(boxes, now.lang), map_legend(now, is_grey=is_grey)], className="map-keys"),
        ],
        className="map-card",
    )


def box_names(boxes: tuple[NamedBox, ...], language: str) -> Component:
    """What each box on the map shows, by its number."""
    return html.Ol(
        [html.Li(box.name) for box in boxes],
        className="map-boxes",
        **{"aria-label": say("places.map.boxes", language)},
    )


@cache
def map_paths(data: Data, name: str) -> dict[str, str]:
    """The outlines of one file of boundaries; those of regions overseas stand in their boxes."""
    features = json.loads(data.shapes[name].path.read_text(encoding="utf-8"))["features"]
    boxed = name.startswith("nuts2")
    return outline_paths(features) | (map_paths(data, "oversea") if boxed else {})


def map_legend(now: CompareContext, *, is_grey: bool) -> Component:
    """What each colour means; "no value" only where there is such a region on the map."""
    fills, names = colours(now.look), legend(now)
    shown = [step for step in sorted(names, reverse=True) if step != NONE or is_grey]
    items = [
        html.Li([html.Span(className="swatch", style={"background": fills[step]}), names[step]])
        for step in shown
    ]
    return html.Ul(items, className="map-key", **{"aria-label": say("places.map.key", now.lang)})
