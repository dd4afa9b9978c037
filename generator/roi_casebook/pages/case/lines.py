"""The money lines of a case: what each is, and what would have happened without the initiative."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from roi_casebook.appraisal import JudgedCase
from roi_casebook.appraisal.amounts import (
    formula_value,
    parsed,
    share_value,
    value_in_year,
    yearly_in,
)
from roi_casebook.appraisal.case_flows import WITHOUT_IT, stated_shares
from roi_casebook.case import BenefitLine, Case, CostLine, Input, LeftOut, SoftResult
from roi_casebook.case.designs import Result
from roi_casebook.case.lines import Compared, MoneyLine
from roi_casebook.case.timeline import Moment
from roi_casebook.pages.parts import anchors
from roi_casebook.pages.parts.case_in_language import CaseInLanguage, CaseValues
from roi_casebook.pages.parts.links import Fact, Link, link
from roi_casebook.wording import Wording, Written
from roi_casebook.written.scalars import UNKNOWN


@dataclass(frozen=True)
class AmountView:
    """An amount of a line: in which years, as a formula in words, its value, its inputs."""

    years: str
    formula: str
    value: str
    inputs: tuple[Link, ...]


@dataclass(frozen=True)
class ShareView:
    """A share that a line states, and the way to what it rests on."""

    name: str
    value: str
    basis: tuple[Link, ...]


@dataclass(frozen=True)
class LineView:
    """A money line. measure: what a benefit is measured as, None for any other; left_out: see `left_out`."""

    id: str
    label: Written
    side_label: str
    status: str
    status_label: str
    measure: Link | None
    amounts: tuple[AmountView, ...]
    shares: tuple[ShareView, ...]
    readings: tuple[Link, ...]
    looked: Written | None
    needs: Written | None
    note: Written | None
    left_out: tuple[Fact, ...] = ()


@dataclass(frozen=True)
class WithoutItView:
    """What would have happened anyway, for one benefit; `missing` where nothing is said."""

    line: Link
    missing: bool
    design: str
    comparator: Written | None
    baseline: Written | None
    shares: tuple[ShareView, ...]
    note: Written | None
    trial: tuple[Fact, ...] = ()


SIDES: tuple[tuple[type[MoneyLine], str], ...] = ((CostLine, "cost"), (BenefitLine, "benefit"))


def lines_view(c: CaseInLanguage) -> tuple[LineView, ...]:
    """Give all lines of money: costs, benefits, balances; social value has a section of its own."""
    return tuple(
        line_view(c, name, line)
        for name, line in c.case.lines().items()
        if name not in c.judged.social_lines
    )


def line_view(c: CaseInLanguage, name: str, line: MoneyLine) -> LineView:
    """Tell one line."""
    w, text = c.wording, c.wording.texts.written
    side = next((side for kind, side in SIDES if isinstance(line, kind)), "net")
    return LineView(
        id=anchors.of("line", name),
        label=text(line.label),
        side_label=w.t(f"line.{side}"),
        status=line.status,
        status_label=w.labels.label("status", line.status),
        measure=c.links.measure(line.measure) if isinstance(line, BenefitLine) else None,
        amounts=tuple(_amounts(c, line)),
        shares=tuple(
            _share(c, name, share) for share in stated_shares(line) if share not in WITHOUT_IT
        ),
        readings=tuple(_readings(c.case, c.wording, name)),
        looked=text(line.looked) if line.looked else None,
        needs=text(line.needs) if line.needs else None,
        note=text(line.note) if line.note else None,
        left_out=left_out(w, line.leaves_out),
    )


def left_out(w: Wording, leaves_out: tuple[LeftOut, ...]) -> tuple[Fact, ...]:
    """Tell what a line or a reading leaves out, each under which way it would push the return."""
    return tuple(
        Fact(
            w.t("left_out", pushes=w.labels.label("pushes", each.pushes)),
            note=w.texts.written(each.what),
        )
        for each in leaves_out
    )


def _amounts(c: CaseInLanguage, line: MoneyLine) -> Iterator[AmountView]:
    found: dict[str, tuple[Moment, ...]] = {}
    for moment, formula in line.amounts().items():
        found[formula] = (*found.get(formula, ()), moment)
    for formula, when in found.items():
        for some, value in _by_moment(c, line, formula, when):
            yield AmountView(
                years=c.wording.times.moments(some) if c.case.period.years else "",
                formula=formula_words(c, formula),
                value=value + _may_be(c.wording, line, formula),
                inputs=c.links.inputs_of(formula),
            )


def _by_moment(
    c: CaseInLanguage, line: MoneyLine, formula: str, when: tuple[Moment, ...]
) -> Iterator[tuple[tuple[Moment, ...], str]]:
    """Give what a formula comes to: once, or for each run of moments in which it is the same."""
    if not yearly_in(c.case, formula):
        yield when, _value(c.judged, c.values, formula)
        return
    first = min(line.amounts())
    told: dict[Moment, str] = {}
    for moment in when:
        value = value_in_year(c.case, formula, c.judged.amounts, moment, first)
        told[moment] = c.values.computed(value, c.values.currency)
    for text, run in groupby(when, key=lambda moment: told[moment]):
        yield tuple(run), text


def _may_be(w: Wording, line: MoneyLine, formula: str) -> str:
    if formula != UNKNOWN or not line.may_be:
        return ""
    return w.t("may_be", what=w.labels.label("may_be", line.may_be))


def _value(judged: JudgedCase, values: CaseValues, formula: str) -> str:
    value = formula_value(formula, judged.amounts)
    as_given = formula.strip() in judged.case.inputs
    return (values.amount if as_given else values.computed)(value, values.currency)


def formula_words(c: CaseInLanguage, formula: str) -> str:
    """Write a formula of an editor in words; "" for the name of one input, or unknown."""
    if formula == UNKNOWN or formula.strip() in c.case.inputs:
        return ""
    return c.wording.formulas.in_words(parsed(formula), c.names.inputs)


def _share(c: CaseInLanguage, line: str, share: str) -> ShareView:
    stated = stated_shares(c.case.with_shares()[line])[share]
    value = share_value(stated, c.judged.amounts)
    if isinstance(stated, Input):
        basis: tuple[Link, ...] = (c.links.share(line, share),)
    else:
        basis = c.links.inputs_of(stated) if isinstance(stated, str) else ()
    return ShareView(_name_of(c, line, share), c.values.computed(value, "share"), basis)


def _name_of(c: CaseInLanguage, line: str, share: str) -> str:
    """Name a share of a line; of what visitors spend, value added counts, and no margin."""
    benefit = c.case.benefits.get(line)
    measure = c.wording.vocabulary.measures.get(benefit.measure) if benefit else None
    if share == "margin" and measure and measure.margin_is == "value-added":
        return c.wording.t("line.value_added")
    return c.names.quantity(share)


def _readings(case: Case, w: Wording, line: str) -> Iterator[Link]:
    for name, reading in case.readings.items():
        if line in reading.lines:
            yield link(w.texts.written(reading.label), f"#{anchors.of('reading', name)}")


# Without the initiative ----------------------------------------------------------------------------


def without_it_view(c: CaseInLanguage) -> tuple[WithoutItView, ...]:
    """Say how each was told apart from what would have happened anyway: benefits, then soft results."""
    return tuple(
        without_it_of(c, name, line)
        for name, line in _results(c.case).items()
        if name not in c.judged.social_lines
    ) + tuple(
        without_it_of(c, name, result)
        for name, result in c.case.soft.items()
        if result.without_it is not None
    )


def _results(case: Case) -> dict[str, Result]:
    """Give the benefits, and those balances that say how they were compared."""
    return {**case.benefits, **{name: line for name, line in case.net.items() if line.without_it}}


def _trial(c: CaseInLanguage, found: Compared) -> Iterator[Fact]:
    """Say what else is known of how it was compared: sources, who was lost, what was chosen when."""
    w = c.wording
    for field in ("replicated", "registered_before"):
        if source := getattr(found, field):
            yield Fact(w.t(f"without.{field}"), links=(c.links.source(source),))
    if found.attrition is not None:
        yield Fact(w.t("without.attrition"), c.values.amount(found.attrition, "share"))
    if found.outcome_chosen_after is not None:
        said = w.labels.label("yes_no", found.outcome_chosen_after)
        yield Fact(w.t("without.outcome_chosen_after"), said)


def without_it_of(c: CaseInLanguage, name: str, line: Result | SoftResult) -> WithoutItView:
    """Say it of one benefit, of a balance, or of a soft result."""
    found, text = line.without_it, c.wording.texts.written
    if found is None:
        return WithoutItView(c.links.line(name), True, "", None, None, (), None)  # noqa: FBT003 -- a view's fields in order
    stated = [share for share in stated_shares(line) if share in WITHOUT_IT]
    return WithoutItView(
        line=c.links.line(name),
        missing=False,
        design=c.wording.labels.label("design", found.design),
        comparator=text(found.comparator) if found.comparator else None,
        baseline=text(found.baseline) if found.baseline else None,
        shares=tuple(_share(c, name, share) for share in stated),
        note=text(found.note) if found.note else None,
        trial=tuple(_trial(c, found)),
    )
