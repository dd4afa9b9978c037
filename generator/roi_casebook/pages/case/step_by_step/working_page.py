"""The page of the working: every note, formula and input of a case; and the same for its note panel.

The page of the case shows a note in place, as a copy of what stands here. It gets it from a script of
data, once a reader opens the first one: a classic script, since a page in a folder may fetch nothing.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from markupsafe import Markup

from roi_casebook.pages.case.sections import NumberedCase, views_apart
from roi_casebook.pages.case.step_by_step.other_readings import WorkingSection
from roi_casebook.pages.case.step_by_step.ways_between import ids_in, led_on
from roi_casebook.pages.parts import anchors
from roi_casebook.pages.parts.addresses import relative
from roi_casebook.pages.parts.case_in_language import CaseInLanguage
from roi_casebook.pages.parts.links import Link, link
from roi_casebook.pages.parts.page import Crumb, Page, Section
from roi_casebook.pages.parts.source_links import with_citations
from roi_casebook.pages.parts.templates import Templates
from roi_casebook.wording.fallback_marks import marks_as_html

_DATA = "casebookWorking"
"""The name that the script of data sets."""


@dataclass(frozen=True)
class WorkingParts:
    """The working of a case, filled: its notes by the id of each list, its inputs; the page's body."""

    notes: Mapping[str, str]
    inputs: str
    body: str

    @property
    def ids(self) -> frozenset[str]:
        """The ids that stand on this page."""
        return ids_in(self.body)


@dataclass(frozen=True)
class WorkingData:
    """What the note panel of a case reads. address: of the script, by its content, from the page."""

    address: str
    working: str
    script: str


def working_parts(of: NumberedCase, templates: Templates) -> WorkingParts:
    """Fill the templates of the working, each note and input once."""
    w, views = of.c.wording, {one.id: one.view for one in views_apart(of)}
    section: WorkingSection = views["working"]
    notes = {
        one.id: with_citations(templates.filled("case/notes.html", working=one, t=w.t), of.c)
        for one in section.all
    }
    table = templates.filled("case/inputs.html", inputs=views["inputs"], t=w.t)
    inputs = with_citations(table, of.c)
    body = templates.filled(
        "working.html",
        back=_back(of.c),
        view=section,
        notes={name: Markup(html) for name, html in notes.items()},  # noqa: S704 -- filled templates
        inputs=Markup(inputs),  # noqa: S704 -- as above
        t=w.t,
    )
    return WorkingParts(notes, inputs, body)


def _back(c: CaseInLanguage) -> Link:
    return link(
        c.wording.texts.written(c.case.title), relative(c.addresses.working, c.addresses.here)
    )


def working_data(c: CaseInLanguage, parts: WorkingParts) -> WorkingData:
    """Give the script of data: the notes and inputs as they stand on the page of the case."""
    there = relative(c.addresses.here, c.addresses.working)
    html = led_on("".join((*parts.notes.values(), parts.inputs)), parts.ids, there)
    script = f"window.{_DATA} = {json.dumps(marks_as_html(html), ensure_ascii=False)};\n"
    version = sha256(script.encode()).hexdigest()[:8]
    return WorkingData(f"{anchors.beside(there)}?v={version}", there, script)


def working_page(
    c: CaseInLanguage, parts: WorkingParts, script: str, on_case: frozenset[str]
) -> Page:
    """Make the page. script: of data; on_case: the ids that stand on the page of the case."""
    w, title = c.wording, c.wording.texts.written(c.case.title)
    there = relative(c.addresses.working, c.addresses.here)
    sector = c.case.organisation.sector
    return Page(
        kind="working",
        language=w.language,
        address=c.addresses.working,
        title=w.t("working.title", case=title.text),
        description=w.t("working.description", case=title.text),
        heading=w.t("working.title", case=title.text),
        sections=tuple(Section(one, w.t(f"section.{one}")) for one in ("working", "inputs")),
        body=led_on(parts.body, on_case - parts.ids, there),
        alternates=dict.fromkeys(c.config.languages, c.addresses.working),
        crumbs=(
            Crumb(w.t("nav.cases"), anchors.CASES),
            Crumb(w.labels.term("sectors", sector).text, anchors.listing("sectors", sector)),
            Crumb(title.text, c.addresses.here),
        ),
        data=script,
    )
