"""What editors wrote, in this language or the fallback; prose as safe HTML.

Prose is CommonMark without raw HTML, images and headings; a link leads to http, https or a
relative address, and tells the page that it opens nothing of ours.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markupsafe import Markup

from roi_casebook.wording.catalogue import Catalogue
from roi_casebook.wording.typography import in_quotation_marks, spaced
from roi_casebook.written.parts import text_in
from roi_casebook.written.scalars import UNKNOWN
from roi_casebook.written.web_links import is_safe_link


@dataclass(frozen=True)
class Written:
    """A text and the language that it is really in; is_fallback: not the language of the page.

    language_name: of that language, in the language of the page; "" where they are one.
    """

    text: str
    language: str
    is_fallback: bool = False
    language_name: str = ""

    def __str__(self) -> str:
        """Give the text."""
        return self.text


@dataclass(frozen=True)
class Prose:
    """Safe HTML, and the language that it is really in, as of a text."""

    html: Markup
    language: str
    is_fallback: bool = False
    language_name: str = ""


@dataclass(frozen=True)
class Texts:
    """Texts that stand in one or several languages.

    first_language: the site's, in which texts stand that are written once.
    """

    catalogue: Catalogue
    first_language: str

    @property
    def language(self) -> str:
        """The language of the page."""
        return self.catalogue.language

    def language_name(self, code: str) -> str:
        """Name a language in this one: French, français."""
        return str(self.catalogue.locale.languages.get(code, code))

    def author(self, by: str) -> str:
        """Name who published a source; or say that this is not known."""
        return self.catalogue.t("author.unknown") if by == UNKNOWN else by

    def written(self, text: Mapping[str, str]) -> Written:
        """Give a text as it is, in this language or else the fallback."""
        found, language = text_in(text, self.language, self.first_language)
        return self._in(language, spaced(found, language))

    def prose(self, text: Mapping[str, str]) -> Prose:
        """Give paragraphs of Markdown as safe HTML."""
        written = self.written(text)
        return _as_prose(written, markdown().render(written.text))

    def line(self, text: Mapping[str, str]) -> Prose:
        """Give one line of Markdown as safe HTML, without a paragraph around it."""
        written = self.written(text)
        return _as_prose(written, markdown().renderInline(written.text))

    def quotation(self, text: str, language: str) -> Written:
        """Put the words of a source, left as they are, into the marks of this page's language."""
        return self._in(language, in_quotation_marks(text, self.language))

    def _in(self, language: str, text: str) -> Written:
        if language == self.language:
            return Written(text, language)
        return Written(text, language, is_fallback=True, language_name=self.language_name(language))


@cache
def markdown() -> MarkdownIt:
    """Give the reader of prose."""
    reader = MarkdownIt("commonmark", {"html": False})
    reader.disable(["image", "heading", "lheading", "html_block", "html_inline"])
    reader.validateLink = is_safe_link  # type: ignore[assignment,method-assign]
    reader.add_render_rule("link_open", _link)
    return reader


def _link(self: Any, tokens: Any, index: int, options: Any, env: Any) -> str:  # noqa: ANN401 -- the library's own types
    tokens[index].attrSet("rel", "noopener")
    return str(self.renderToken(tokens, index, options, env))


def _as_prose(written: Written, rendered: str) -> Prose:
    html = Markup(rendered)  # noqa: S704 -- raw HTML is off: the reader escapes what editors wrote
    return Prose(html, written.language, written.is_fallback, written.language_name)
