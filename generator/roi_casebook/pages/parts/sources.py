"""Sources: what is cited, what was opened to read it, and where the case uses it."""

from collections.abc import Iterator
from dataclasses import dataclass

from roi_casebook.appraisal.case_flows import stated_shares
from roi_casebook.case import Input, Source
from roi_casebook.case.named_inputs import single_numbers
from roi_casebook.pages.parts import anchors
from roi_casebook.pages.parts.anchors import CASE
from roi_casebook.pages.parts.case_in_language import CaseInLanguage
from roi_casebook.pages.parts.links import Link
from roi_casebook.pages.parts.source_links import citing
from roi_casebook.wording import Wording, Written
from roi_casebook.written.scalars import UNKNOWN


@dataclass(frozen=True)
class SourceView:
    """A source. language: of the work, "" where it is that of the page; addresses: "" if none."""

    id: str
    work: str
    language: str
    by: str
    date: str
    kind: str
    written_in: str
    read_at: str
    address: str
    read_on: str
    note: Written | None
    used_in: tuple[Link, ...]


def sources_view(c: CaseInLanguage) -> tuple[SourceView, ...]:
    """Give the sources of a case, with what uses them."""
    return tuple(
        source_view(c.wording, source, anchors.of("source", name), tuple(_uses(c, name)))
        for name, source in c.case.sources.items()
    )


def source_view(
    wording: Wording, source: Source, anchor: str, used_in: tuple[Link, ...] = ()
) -> SourceView:
    """Give the view of a source."""
    return SourceView(
        id=anchor,
        work=source.work,
        language="" if source.lang == wording.language else source.lang,
        by=wording.texts.author(source.by),
        date=wording.times.date(source.date),
        kind=", ".join(_kinds(wording, source)),
        written_in=wording.t(
            "source.written_in", language=wording.texts.language_name(source.lang)
        ),
        read_at="" if source.read_at == UNKNOWN else source.read_at,
        address=source.address or "",
        read_on=wording.t("source.read_on", date=wording.times.date(source.read_on))
        if source.read_on
        else "",
        note=wording.texts.written(source.note) if source.note else None,
        used_in=used_in,
    )


def _kinds(wording: Wording, source: Source) -> Iterator[str]:
    """Say what a source is, whether its field reviewed it, and whose numbers it gives."""
    yield wording.labels.label("source_kind", source.kind)
    if source.peer_reviewed:
        yield wording.t(f"source.peer_reviewed_{source.peer_reviewed}")
    if source.speaker:
        yield wording.labels.label("speaker", source.speaker)


def _uses(c: CaseInLanguage, source: str) -> Iterator[Link]:
    yield from dict.fromkeys((*_numbers(c, source), *citing(c, source)))
    for name, claim in c.case.claims.items():
        if claim.source == source:
            what = c.wording.labels.label("claim_what", claim.says.what)
            text = c.wording.t("source.claim", what=what)
            yield Link(text, f"#{anchors.of('claim', name)}")
    for name, result in c.case.soft.items():
        if result.source == source:
            yield c.links.soft(name)


def _numbers(c: CaseInLanguage, source: str) -> Iterator[Link]:
    """Lead to the inputs that a source gives, in the table or in place."""
    case = c.case
    numbers = single_numbers(case.inputs).items()
    found = (c.links.input(name) for name, own in numbers if own.source == source)
    yield from dict.fromkeys(found)
    for line, own in case.with_shares().items():
        for share, stated in stated_shares(own).items():
            if isinstance(stated, Input) and stated.source == source:
                yield c.links.share(line, share)
    if isinstance(case.time_to_effect, Input) and case.time_to_effect.source == source:
        anchor = anchors.of("input", CASE, "time_to_effect")
        yield Link(c.wording.t("about.time_to_effect"), f"#{anchor}")
