"""The pages of a talk and what their script asks for."""

import json
from typing import Any

from flask import Response, abort, jsonify, request
from werkzeug.wrappers import Response as Answer

from components.i18n.text import say
from components.state.selection import Selection, from_url
from components.talks import pages as present
from components.talks.stories import OWN, as_written, chosen_on, find_story, story_from_file
from components.talks.talk_list import talk_list
from components.views import CHARTS
from data import Data
from data.stories import LARGEST, Slide, Story
from serving.document import Regioscope, document, page_html
from serving.routes import redirect_to


def add_present(app: Regioscope) -> None:
    """`/present` and everything under it."""
    add_talks(app)
    add_slide_data(app)


def add_talks(app: Regioscope) -> None:
    """The pages of talks: all of them, one slide, the speaker's notes, the hand-out."""
    server, data = app.server, app.data

    @server.get("/present")
    def talks() -> str:
        chosen = reader(data)
        return simple_page(app, chosen, say("present.title", chosen.lang), talk_list(data, chosen))

    @server.get("/present/<name>")
    def start(name: str) -> Answer:
        story_or_404(name, data)
        return redirect_to(f"/present/{name}/1", 302)

    @server.get("/present/<name>/<int:number>")
    def deck(name: str, number: int) -> str:
        story, chosen = story_or_404(name, data), reader(data)
        if name == OWN:
            return talk_page(
                app,
                "deck",
                name,
                story,
                chosen,
                present.scripted_page("deck", say("present.own", chosen.lang)),
            )
        slide = slide_of(story, number)
        shown = chosen_on(slide, requested_query(), data)
        withheld = 0 if as_written(slide, data, shown) else number
        body = present.deck(name, story, number, data, shown)
        return talk_page(app, "deck", name, story, chosen, body, withheld=withheld)

    @server.get("/present/<name>/<any(notes, print):kind>")
    def beside(name: str, kind: str) -> str:
        story, chosen = story_or_404(name, data), reader(data)
        chosen = chosen.but(theme="light") if kind == "print" else chosen
        heading = present.title(name, story, chosen)
        return talk_page(app, kind, name, story, chosen, present.scripted_page(kind, heading))


def add_slide_data(app: Regioscope) -> None:
    """The words of one slide, and one chart, as data for the page that shows the talk."""
    server, data = app.server, app.data

    @server.get("/present/<name>/<int:number>.json")
    def slide_words(name: str, number: int) -> Response:
        slide = slide_of(story_or_404(name, data), number)
        return jsonify(present.slide_text(slide, data, chosen_on(slide, requested_query(), data)))

    @server.get("/slide/<chart>.json")
    def slide(chart: str) -> Response:
        if chart not in CHARTS:
            abort(404)
        chosen = from_url(chart.partition(".")[0], requested_query(), data)
        return jsonify(present.slide_contents(chart, data, chosen))


def add_own(app: Regioscope) -> None:
    """`/talk`, where readers edit their own talks; a file that is uploaded is read here, and not stored."""
    server, data = app.server, app.data

    @server.get("/talk")
    def own_talk() -> str:
        chosen = reader(data)
        heading = say("present.own", chosen.lang)
        return talk_page(
            app, "talk", OWN, story_or_404(OWN, data), chosen, present.scripted_page("talk", heading)
        )

    @server.post("/talk/check")
    def check_file() -> Response:
        request.max_content_length = LARGEST
        language = reader(data).lang
        reading_result = story_from_file(request.get_data(), data, own_talk=True)
        wrong = [
            {"line": mistake.line, "why": mistake.sentence(language)} for mistake in reading_result.mistakes
        ]
        story = present.story_to_edit(reading_result.story, language) if reading_result.story else {}
        answer = jsonify({"mistakes": wrong, **story})
        answer.status_code = 400 if reading_result.over_limit else 200
        return answer


def slide_of(story: Story, number: int) -> Slide:
    """A slide by its number, from 1 on, or 404."""
    return story.slides[number - 1] if 1 <= number <= len(story.slides) else abort(404)


def requested_query() -> str:
    """The query as it was sent."""
    return request.query_string.decode("utf-8", "replace")


def reader(data: Data) -> Selection:
    """A Selection with the language and theme of the request."""
    reader_choice = from_url("", requested_query(), data)
    return Selection(lang=reader_choice.lang, theme=reader_choice.theme)


def story_or_404(name: str, data: Data) -> Story:
    """The story of this name, or 404. A reader's own talk is known to the browser only."""
    if name == OWN:
        return Story.model_construct(title=None, lead=None, slides=())
    return find_story(name, requested_query(), data) or abort(404)


def simple_page(
    app: Regioscope,
    chosen: Selection,
    title: str,
    body: list[Any],
    *,
    config: str = "",
    scripts: tuple[str, ...] = (),
) -> str:
    """A page beside the talks; most need no script."""
    return document(
        chosen,
        f"{title} · Regioscope",
        page_html(body, app.data, chosen),
        app.addresses,
        config,
        scripts=scripts,
        style="present.css",
    )


def talk_page(
    app: Regioscope,
    kind: str,
    name: str,
    story: Story,
    chosen: Selection,
    body: list[Any],
    *,
    withheld: int = 0,
) -> str:
    """A page of a talk: its first paint, the story as its script reads it, plotly.js and the talk's own script."""
    talk = present.talk(name, story, app.data, chosen, with_notes=kind != "deck", withheld=withheld)
    title = present.title(name, story, chosen)
    return simple_page(
        app, chosen, title, body, config=script_data(talk), scripts=("plotly.js", "present.js")
    )


def script_data(talk: dict[str, Any]) -> str:
    """What a page's script is told, as data that no browser runs."""
    text = json.dumps(talk, ensure_ascii=False).replace("<", "\\u003c")
    return f'<script type="application/json" id="talk">{text}</script>'
