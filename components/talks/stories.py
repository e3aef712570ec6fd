"""Stories held against the dashboard: each slide's address is one that a view writes, each chart stands on it."""

from collections.abc import Iterator
from urllib.parse import parse_qsl

from components.i18n.text import LANGUAGES
from components.state.query_text import query_value as str_of
from components.state.query_text import split_address
from components.state.selection import DEFAULTS, QUERY, Selection, from_url, to_url
from components.state.selection import TABS as TAB_NAMES
from components.views import CHARTS, TABS
from data import ROOT, Data, reading
from data.stories import Reading, Slide, Story, read_story, story_error
from data.story_mistakes import Mistake, first_mistakes
from data.toml_limits import key_lines, line_of

OWN = "own"
READER_FIELDS = ("lang", "theme", "talk")
PLAIN = {name: DEFAULTS[name] for name in ("lang", "theme")}


def story_from_file(content: bytes, data: Data, *, own_talk: bool = False) -> Reading:
    """A story's file read and held against the dashboard: the story, or everything that is wrong with it."""
    reading_result = read_story(content, own_talk=own_talk)
    if reading_result.story is None:
        return reading_result
    story = as_we_write_it(reading_result.story, data) if own_talk else reading_result.story
    wrong = first_mistakes(mistakes(story, reading_result.text, data))
    return Reading(None if wrong else story, wrong, reading_result.text)


def as_we_write_it(story: Story, data: Data) -> Story:
    """A reader's own talk, its views addressed as the dashboard addresses them wherever both mean the same."""
    slides = tuple(
        slide.model_copy(update={"view": to_url(chosen)}) if means(slide.view, chosen) else slide
        for slide, chosen in ((slide, base(slide, data)) for slide in story.slides)
    )
    return story.model_copy(update={"slides": slides})


def means(address: str, chosen: Selection) -> bool:
    """Whether an address asks for nothing but what a Selection has, in whatever order and spelling."""
    path, query = split_address(address)
    fields = [item for item in parse_qsl(query, keep_blank_values=True) if item[0] not in READER_FIELDS]
    known = {name: str_of(getattr(chosen, name)) for name in QUERY}
    return path.strip("/") == chosen.tab and all(known.get(name) == value for name, value in fields)


def mistakes(story: Story, text: str, data: Data) -> Iterator[Mistake]:
    """Every slide whose view or chart the dashboard does not have, with its line."""
    lines = key_lines(text)
    for at, slide in enumerate(story.slides):
        for field, code, blanks in dead_links(slide, data):
            yield Mistake(line_of(lines, ("slides", at, field)), code, blanks)


def dead_links(slide: Slide, data: Data) -> Iterator[tuple[str, str, dict[str, str]]]:
    """What of a slide leads nowhere: field, mistake, blanks."""
    chosen = base(slide, data)
    if (canonical := to_url(chosen)) != slide.view:
        yield "view", "view", {"value": slide.view[:200], "meant": canonical}
    if slide.chart not in CHARTS:
        yield "chart", "chart", {"value": slide.chart}
    elif slide.chart not in TABS[chosen.tab].charts:
        yield "chart", "elsewhere", {"value": slide.chart, "view": f"/{chosen.tab}"}


def base(slide: Slide, data: Data, **also: str) -> Selection:
    """The Selection of a slide as its story has it; `also` sets language and theme."""
    return from_url(*split_address(slide.view), data).but(**{**PLAIN, **also})


def chosen_on(slide: Slide, query: str, data: Data) -> Selection:
    """The Selection of a slide as a reader has it: without a query of its own, as its story has it; language and
    theme are the reader's in any case."""
    reader = from_url(TABS[base(slide, data).tab].name, query, data)
    also = {"lang": reader.lang, "theme": reader.theme}
    own = [name for name, _ in parse_qsl(query, keep_blank_values=True) if name not in READER_FIELDS]
    return reader if own else base(slide, data, **also)


def as_written(slide: Slide, data: Data, chosen: Selection) -> bool:
    """Whether a Selection is the state that a slide's words were written for; language and theme do not count."""
    return chosen.but(**PLAIN) == base(slide, data)


def may_say(text: str, chart: str, data: Data, chosen: Selection) -> bool:
    """Whether a text may stand on a chart in a state: what a story says of the chart belongs to its slide's
    state."""
    slides = [
        slide
        for story in stories(data).values()
        for slide in story.slides
        if slide.chart == chart and text in slide.words(chosen.lang)
    ]
    return not text or not slides or any(as_written(slide, data, chosen) for slide in slides)


def check(data: Data) -> None:
    """Stop the start with one line on the first slide that leads nowhere."""
    for region, pack in data.packs.items():
        for name, story in pack.stories.items():
            file = ROOT / "packs" / region / "stories" / f"{name}.toml"
            for mistake in mistakes(story, reading.text(file, ROOT), data):
                raise story_error(mistake, file, ROOT)


def stories(data: Data) -> dict[str, Story]:
    """The stories of all packs by name."""
    return {name: story for pack in data.packs.values() for name, story in pack.stories.items()}


def find_story(name: str, query: str, data: Data) -> Story | None:
    """The story called so; the name of a view stands for all its charts in the state of the query."""
    return of_view(name, query, data) if name in TAB_NAMES else stories(data).get(name)


def of_view(tab: str, query: str, data: Data) -> Story:
    """A view's own story: each of its charts is a slide, its question the headline."""
    chosen = from_url(tab, query, data)
    view = to_url(chosen.but(**PLAIN))
    questions = dict.fromkeys(LANGUAGES, "")
    slides = tuple(
        Slide.model_construct(
            view=view, chart=name, minutes=2.0, headline=questions, text=None, notes=None, question=None
        )
        for name in TABS[tab].charts
    )
    return Story.model_construct(title=questions, lead=None, slides=slides)
