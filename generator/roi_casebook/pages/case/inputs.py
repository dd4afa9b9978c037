"""The inputs of a case: each number once, with what it rests on and what uses it.

Each is a numbered note, as those of the working are.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Literal
from urllib.parse import urlsplit

from roi_casebook.appraisal.amounts import inputs_of, names_of, parsed, price_indices
from roi_casebook.appraisal.case_flows import stated_shares
from roi_casebook.case import Case, Input, NamedInput, SoftResult
from roi_casebook.case.inputs import UsualTime
from roi_casebook.case.model import prices_at
from roi_casebook.case.named_inputs import GROWS
from roi_casebook.pages.parts import anchors
from roi_casebook.pages.parts.anchors import CASE
from roi_casebook.pages.parts.case_in_language import CaseInLanguage, CaseValues
from roi_casebook.pages.parts.links import Link
from roi_casebook.roi.algebra.units import currencies_in, parse_unit
from roi_casebook.shipped.money_tables import shipped_money_tables
from roi_casebook.wording import Wording, Written
from roi_casebook.wording.typography import capitalised
from roi_casebook.written.scalars import UNKNOWN

Basis = Literal["source", "assumption", "unknown"]


@dataclass(frozen=True)
class InputView:
    """A number of the case.

    value: with its unit, or the word unknown; range: low, likely and high, or ""; shape: of the
    range, or ""; basis: what it rests on; opened: the address at which the source was read, or its
    own; used_in: what uses it; assumed_by_source: whether its authors assumed it; is_context: whether
    it enters no figure; years: of a series, its number in each; growth: by how much it grows a year,
    or ""; prices: where it stands in other prices, how it was brought to those of its lines; number,
    label: of the note, "" where there are none.
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
    assumed_by_source: bool = False
    is_context: bool = False
    years: tuple[str, ...] = ()
    growth: str = ""
    prices: tuple[str, ...] = ()
    number: str = ""
    label: str = ""


def inputs_view(c: CaseInLanguage) -> tuple[InputView, ...]:
    """Give all inputs: those of the table, shares written in place, the time to effect; context last."""
    views = (*_table(c), *_shares(c), *_time_to_effect(c))
    return tuple(sorted(views, key=lambda view: view.is_context))


def numbered(w: Wording, inputs: tuple[InputView, ...], first: int) -> tuple[InputView, ...]:
    """Number inputs as notes, from `first`."""
    return tuple(
        replace(
            one,
            number=str(number),
            label=w.t("note.named", number=str(number), name=one.name.text),
        )
        for number, one in enumerate(inputs, first)
    )


def _table(c: CaseInLanguage) -> Iterator[InputView]:
    for name, given in c.case.inputs.items():
        anchor = anchors.of("input", name)
        uses = tuple(_uses(c, name))
        shown = input_view(c, given, anchor, c.names.input(name), uses)
        yield replace(
            shown,
            years=tuple(_years(c, given)),
            growth=_growth(c.wording, given),
            is_context=given.context is not None,
            prices=tuple(_prices(c, name, given)),
        )
        if given.growth and given.has_own_growth:
            anchor, label = anchors.of("input", name, "grows"), c.names.input(f"{name}{GROWS}")
            yield input_view(c, given.growth, anchor, label, uses)


def _years(c: CaseInLanguage, given: Input) -> Iterator[str]:
    """Give the numbers of a series, one for each run of years that have the same."""
    for value, run in groupby(given.by_year.items(), key=lambda entry: entry[1]):
        years = c.wording.times.moments([at for at, _ in run])
        amount = c.values.amount(value, given.unit)
        yield c.wording.t("working.in_year", year=capitalised(years), numbers=amount)


def _prices(c: CaseInLanguage, name: str, given: NamedInput) -> Iterator[str]:
    """Say in which prices an input stands, and by which indices it was brought to those of its lines."""
    if given.price_year is None:
        return
    w, source = c.wording, _source_of_index(given)
    yield w.t("input.prices", year=str(given.price_year), source=source)
    lines = (line for line in c.case.lines().values() if name in names_of(line))
    for at in sorted({at for line in lines for at in line.amounts()}):
        indices = price_indices(c.case, name, at)
        if indices is not None:
            to, own = (w.numbers.number(index) for index in indices)
            target = str(prices_at(c.case.money, c.case.period, at))
            yield w.t("input.brought", year=target, to=to, own=own)
            if c.case.money.prices == "real":
                return


def _source_of_index(given: NamedInput) -> str:
    tables = shipped_money_tables()
    (currency,) = currencies_in(parse_unit(given.unit))
    source = tables.sources[tables.source_of_deflator[currency]]
    return source.by


def _growth(w: Wording, given: NamedInput) -> str:
    """Say by how much an input grows a year; what its growth rests on by itself stands in its own row."""
    growth = given.growth
    if growth is None:
        return ""
    rate = growth.central() or 0.0
    return w.t(
        "input.shrinks" if rate < 0 else "input.grows", rate=w.numbers.percent_exact(abs(rate))
    )


def _shares(c: CaseInLanguage) -> Iterator[InputView]:
    for line, own in c.case.with_shares().items():
        for share, stated in stated_shares(own).items():
            if isinstance(stated, Input):
                name = Written(c.names.share(line, share), c.wording.language)
                anchor = anchors.of("input", line, share)
                yield input_view(c, stated, anchor, name, (c.links.line(line),))


def _time_to_effect(c: CaseInLanguage) -> Iterator[InputView]:
    w, needed = c.wording, c.case.time_to_effect
    if isinstance(needed, Input):
        name = Written(w.t("about.time_to_effect"), w.language)
        if isinstance(needed, UsualTime):
            name = Written(
                w.t("about.usual_time", of=w.texts.written(needed.usual_for).text), w.language
            )
        anchor = anchors.of("input", CASE, "time_to_effect")
        yield input_view(c, needed, anchor, name, ())


def _as_stated(w: Wording, given: Input, value: str) -> str:
    """Write a number with what stands before it in its source, or what it may be where it is unknown."""
    if given.bound:
        return f"{w.labels.label('claim_bound', given.bound)} {value}"
    return value + (
        w.t("may_be", what=w.labels.label("may_be", given.may_be)) if given.may_be else ""
    )


def input_view(
    c: CaseInLanguage, given: Input, anchor: str, name: Written, used_in: tuple[Link, ...]
) -> InputView:
    """Give the view of an input."""
    w = c.wording
    text = w.texts.written
    label = text(given.label) if given.label else name
    lang = c.case.sources[given.source].lang if given.source else ""
    return InputView(
        id=anchor,
        name=label,
        value=_value(c, given),
        range=_range(c.wording, c.values, given),
        shape=_shape(c.wording, given),
        basis=_basis(given),
        assumed_by_source=given.assumed_by is not None,
        source=c.links.source(given.source) if given.source else None,
        opened=_opened(c.case, given.source) if given.source else None,
        quote=w.texts.quotation(given.quote, lang) if given.quote and lang else None,
        assumption=text(given.assumption) if given.assumption else None,
        looked=text(given.looked) if given.looked else None,
        needs=text(given.needs) if given.needs else None,
        note=text(given.note) if given.note else None,
        used_in=used_in,
    )


def _value(c: CaseInLanguage, given: Input) -> str:
    """Write a number with its unit; a conversion or definition says that it is one."""
    if given.by_year:
        in_years = all(at.way == "year" for at in given.by_year)
        key = "input.by_year" if in_years else "input.by_moment"
        return _as_stated(c.wording, given, c.wording.t(key))
    value = _as_stated(c.wording, given, c.values.amount(given.central(), given.unit))
    return c.wording.t("input.constant", value=value) if given.kind == "constant" else value


def _opened(case: Case, source: str) -> Link | None:
    own = case.sources[source]
    address = own.address if own.read_at == UNKNOWN else own.read_at
    return Link(urlsplit(address).netloc.removeprefix("www."), address) if address else None


def _basis(given: Input) -> Basis:
    if given.is_unknown:
        return "unknown"
    return "source" if given.source and not given.assumed_by else "assumption"


def _range(w: Wording, values: CaseValues, given: Input) -> str:
    stated = given.range()
    if stated is None:
        return ""
    return w.numbers.stated_range(stated, given.se, given.unit, values.currency)


def _shape(w: Wording, given: Input) -> str:
    stated = given.range()
    if stated is None:
        return ""
    shape = w.labels.label("shape", stated.shape)
    ends = w.labels.label("ends", stated.ends)
    return w.t("input.shape", shape=shape, ends=ends)


def inputs_said(w: Wording, inputs: tuple[InputView, ...]) -> str:
    """Say in a few words how many inputs rest on what."""
    rest: Counter[str] = Counter(one.basis for one in inputs)
    keys = (("source", "inputs"), ("assumption", "assumed"), ("unknown", "unknown"))
    return ", ".join(w.t(f"fold.{key}", n=rest[basis]) for basis, key in keys if rest[basis])


# What uses an input ------------------------------------------------------------------------------


def _uses(c: CaseInLanguage, name: str) -> Iterator[Link]:
    case, w = c.case, c.wording
    for line, own in case.lines().items():
        shares = (share for share in stated_shares(own).values() if isinstance(share, str))
        if any(_stands_in(name, formula) for formula in (*own.amounts().values(), *shares)):
            yield c.links.line(line)
    for soft, result in case.soft.items():
        if any(_stands_in(name, formula) for formula in formulas_of_result(result)):
            found = c.names.soft(soft)
            yield Link(found.text, f"#{anchors.of('soft', soft)}")
    if case.organisation.revenue and _stands_in(name, case.organisation.revenue):
        yield Link(w.t("about.revenue"), "#about")
    for other, claim in case.claims.items():
        if claim.against and _stands_in(name, claim.against):
            yield Link(w.t("section.claims"), f"#{anchors.of('claim', other)}")


def formulas_of_result(result: SoftResult) -> Iterator[str]:
    """Give the formulas of a soft result: of what came, of what was before, of what is taken off."""
    yield result.result
    yield from filter(None, [result.baseline])
    yield from (share for share in stated_shares(result).values() if isinstance(share, str))


def _stands_in(name: str, formula: str) -> bool:
    return formula not in ("", UNKNOWN) and name in inputs_of(parsed(formula))
