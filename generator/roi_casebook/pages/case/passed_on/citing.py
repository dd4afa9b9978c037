"""How a case is cited: the line, its parts for reference managers, its edition, the ways to answer."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from roi_casebook.pages.parts import anchors
from roi_casebook.pages.parts.case_in_language import CaseInLanguage
from roi_casebook.pages.parts.edition_line import edition_line
from roi_casebook.pages.parts.links import Fact, Link
from roi_casebook.written.repository import filled_address


@dataclass(frozen=True)
class Citation:
    """What a citation of a case says, in plain text.

    key: a name for it without spaces; site: who publishes it; said: when it was checked, and of which
    edition it is, in words; day: of the edition, else of the check; address: of its page.
    """

    key: str
    site: str
    title: str
    said: str
    day: date
    address: str
    language: str


@dataclass(frozen=True)
class CiteView:
    """The citation of a case in one line, and what else leads to it."""

    line: str
    facts: tuple[Fact, ...]


def citation_of(c: CaseInLanguage) -> Citation:
    """Give what a citation of a case says; its title in the language that it is written in."""
    w, title = c.wording, c.wording.texts.written(c.case.title)
    said = [w.t("cite.checked", day=w.times.date(c.case.checked))]
    if c.edition:
        said.append(edition_line(w, c.edition))
    return Citation(
        key=f"{c.judged.slug}-{w.language}",
        site=w.texts.written(c.config.title).text,
        title=title.text,
        said=". ".join(said),
        day=c.edition.day if c.edition else c.case.checked,
        address=c.addresses.public,
        language=title.language,
    )


def cite_view(c: CaseInLanguage) -> CiteView:
    """Give the citation, and the ways from it."""
    cited = citation_of(c)
    line = c.wording.t("cite.line", site=cited.site, title=cited.title, said=cited.said)
    return CiteView(f"{line} {cited.address}", tuple(_facts(c, cited)))


def _facts(c: CaseInLanguage, cited: Citation) -> Iterator[Fact]:
    w, there = c.wording, c.addresses.to(anchors.citation(c.judged.slug))
    yield Fact(w.t("cite.managers"), links=(Link(there.rpartition("/")[2], there),))
    if c.edition and (way := _as_it_was(c)):
        yield Fact(w.t("cite.edition"), links=(Link(edition_line(w, c.edition), way),))
    answers = tuple(_answers(c, cited))
    if answers:
        yield Fact(w.t("cite.answer"), links=answers)


def _as_it_was(c: CaseInLanguage) -> str:
    """Give where the file can be read as it was in this edition; "" where nothing says so."""
    template = c.config.repository.edition if c.config.repository else None
    edition = c.edition
    if template is None or edition is None or edition.commit is None or edition.changed_since:
        return ""
    return filled_address(template, slug=c.judged.slug, commit=edition.commit)


def _answers(c: CaseInLanguage, cited: Citation) -> Iterator[Link]:
    """Give the ways to challenge a number and to change the file, where the site names them."""
    repository = c.config.repository
    for word, template in (
        ("cite.challenge", repository and repository.challenge),
        ("cite.edit", repository and repository.edit),
    ):
        if template:
            href = filled_address(
                template, slug=c.judged.slug, title=cited.title, address=cited.address
            )
            yield Link(c.wording.t(word), href)
