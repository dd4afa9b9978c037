"""The inputs of a case: each number once, with what it rests on and what uses it.

Each is a numbered note, as those of the working are.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal
from urllib.parse import urlsplit

from roi_casebook.appraisal.amounts import inputs_of, parsed
from roi_casebook.appraisal.case_flows import stated_shares
from roi_casebook.case import Input
from roi_casebook.case.inputs import UsualTime
from roi_casebook.pages.parts import anchors
from roi_casebook.pages.parts.anchors import CASE
from roi_casebook.pages.parts.case_in_language import CaseInLanguage
from roi_casebook.pages.parts.links import Link
from roi_casebook.wording import Wording, Written
from roi_casebook.written.scalars import UNKNOWN

Basis = Literal["source", "assumption", "unknown"]


@dataclass(frozen=True)
class InputView:
    """A number of the case.

    value: with its unit, or the word unknown; range: low, likely and high, or ""; shape: of the
    range, or ""; basis: what it rests on; opened: the address at which the source was read, or its
    own; used_in: what uses it; number, label: of the note, "" where there are none.
    """

    id: str
    name: Written
    value: str
    range: str
    shape: str
    basis: Basis
    source: Link | None
    opened: Link | None
    quote: Written | None
    assumption: Written | None
    looked: Written | None
    needs: Written | None
    note: Written | None
    used_in: tuple[Link, ...]
    number: str = ""
    label: str = ""


def inputs_view(told: CaseInLanguage) -> tuple[InputView, ...]:
    """Give all inputs: those of the table, shares written in place, the time to effect."""
    return (*_table(told), *_shares(told), *_time_to_effect(told))


def numbered(
    told: CaseInLanguage, inputs: tuple[InputView, ...], first: int
) -> tuple[InputView, ...]:
    """Number inputs as notes, from `first`."""
    return tuple(
        replace(
            one,
            number=str(number),
            label=told.wording.t("note.named", number=str(number), name=one.name.text),
        )
        for number, one in enumerate(inputs, first)
    )


def _table(told: CaseInLanguage) -> Iterator[InputView]:
    for name, given in told.case.inputs.items():
        anchor = anchors.of("input", name)
        yield input_view(told, given, anchor, told.input_name(name), tuple(_uses(told, name)))


def _shares(told: CaseInLanguage) -> Iterator[InputView]:
    for line, own in told.case.lines().items():
        for share, stated in stated_shares(own).items():
            if isinstance(stated, Input):
                name = Written(told.share_name(line, share), told.wording.language)
                anchor = anchors.of("input", line, share)
                yield input_view(told, stated, anchor, name, (told.line_link(line),))


def _time_to_effect(told: CaseInLanguage) -> Iterator[InputView]:
    w, needed = told.wording, told.case.time_to_effect
    if isinstance(needed, Input):
        name = Written(w.t("about.time_to_effect"), w.language)
        if isinstance(needed, UsualTime):
            name = Written(
                w.t("about.usual_time", of=w.texts.written(needed.usual_for).text), w.language
            )
        anchor = anchors.of("input", CASE, "time_to_effect")
        yield input_view(told, needed, anchor, name, ())


def input_view(
    told: CaseInLanguage, given: Input, anchor: str, name: Written, used_in: tuple[Link, ...]
) -> InputView:
    """Give the view of an input."""
    wording = told.wording
    text = wording.texts.written
    label = text(given.label) if given.label else name
    lang = told.case.sources[given.source].lang if given.source else ""
    return InputView(
        id=anchor,
        name=label,
        value=told.amount(given.central(), given.unit),
        range=_range(told, given),
        shape=_shape(told, given),
        basis=_basis(given),
        source=told.source_link(given.source) if given.source else None,
        opened=_opened(told, given.source) if given.source else None,
        quote=wording.texts.quotation(given.quote, lang) if given.quote and lang else None,
        assumption=text(given.assumption) if given.assumption else None,
        looked=text(given.looked) if given.looked else None,
        needs=text(given.needs) if given.needs else None,
        note=text(given.note) if given.note else None,
        used_in=used_in,
    )


def _opened(told: CaseInLanguage, source: str) -> Link | None:
    own = told.case.sources[source]
    address = own.address if own.read_at == UNKNOWN else own.read_at
    return Link(urlsplit(address).netloc.removeprefix("www."), address) if address else None


def _basis(given: Input) -> Basis:
    if given.is_unknown:
        return "unknown"
    return "source" if given.source else "assumption"


def _range(told: CaseInLanguage, given: Input) -> str:
    if given.low is None or given.high is None:
        return ""
    return told.wording.numbers.range(
        given.low, given.likely, given.high, given.unit, told.currency
    )


def _shape(told: CaseInLanguage, given: Input) -> str:
    stated = given.range()
    if stated is None:
        return ""
    shape = told.wording.labels.label("shape", stated.shape)
    ends = told.wording.labels.label("ends", given.ends or "bounds")
    return told.wording.t("input.shape", shape=shape, ends=ends)


def inputs_said(w: Wording, inputs: tuple[InputView, ...]) -> str:
    """Say in a few words how many inputs rest on what."""
    rest: Counter[str] = Counter(one.basis for one in inputs)
    keys = (("source", "inputs"), ("assumption", "assumed"), ("unknown", "unknown"))
    return ", ".join(w.t(f"fold.{key}", n=rest[basis]) for basis, key in keys if rest[basis])


# What uses an input ------------------------------------------------------------------------------


def _uses(told: CaseInLanguage, name: str) -> Iterator[Link]:
    case, wording = told.case, told.wording
    for line, own in case.lines().items():
        shares = (share for share in stated_shares(own).values() if isinstance(share, str))
        if any(_stands_in(name, formula) for formula in (*own.amounts().values(), *shares)):
            yield told.line_link(line)
    for soft, result in case.soft.items():
        if any(_stands_in(name, formula) for formula in (result.result, result.baseline or "")):
            found = told.soft_name(soft)
            yield Link(found.text, f"#{anchors.of('soft', soft)}")
    if case.organisation.revenue and _stands_in(name, case.organisation.revenue):
        yield Link(wording.t("about.revenue"), "#about")


def _stands_in(name: str, formula: str) -> bool:
    return formula not in ("", UNKNOWN) and name in inputs_of(parsed(formula))
