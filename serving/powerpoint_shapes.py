"""What python-pptx has no call for: alternative texts, languages, paragraphs without bullets."""

from typing import Any

from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.oxml.xmlchemy import OxmlElement

from components.i18n.cldr import language_tag


def without_bullet(paragraph: Any) -> None:
    """Without the bullet and the indent that the template gives a list."""
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - the library has no way of its own
    properties.set("marL", "0")
    properties.set("indent", "0")
    properties.insert(0, OxmlElement("a:buNone"))


def set_language(frame: Any, language: str) -> None:
    """Say in which language the words are, so that they are read aloud and spelt in it."""
    for paragraph in frame.paragraphs:
        for run in paragraph.runs:
            run.font.language_id = MSO_LANGUAGE_ID.from_xml(language_tag(language))


def set_alternative_text(shape: Any, alternative: str) -> None:
    """Put the alternative text where screen readers look for it."""
    shape._element.xpath(".//p:cNvPr")[0].set("descr", alternative)  # noqa: SLF001 - the library has no way of its own
