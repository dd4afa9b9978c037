"""Nothing is taken off twice: not for risk beside a range, nor for what a design has taken off.

Sources: one allowance for each uncertainty, HM Treasury, The Green Book (optimism bias); a control
group already holds what would have happened anyway, Social Value UK, Guide to SROI.

Shares lie between 0 % and 100 %: written in place, named, or computed; and all of a range does.

Source: Social Value UK, Guide to SROI (deadweight, displacement, attribution, drop-off as shares).

A discount rate that a case or a reading states holds for all of its years, and in its prices.
"""

from collections.abc import Iterable, Iterator, Mapping

from roi_casebook.case import Input, Reading, WithoutIt
from roi_casebook.case.designs import isolates
from roi_casebook.case.model import Money
from roi_casebook.case.named_inputs import single_numbers
from roi_casebook.case.timeline import START
from roi_casebook.reading.model.valid_parts import Surroundings, ValidParts
from roi_casebook.reading.rules.formula_ends import Reached, reached
from roi_casebook.reading.rules.formulas import known_units
from roi_casebook.reading.rules.references import shares_of
from roi_casebook.roi.algebra.expressions import Name, Node, names
from roi_casebook.roi.algebra.formulas import FormulaError, parse_formula
from roi_casebook.roi.algebra.units import PURE, UnitError, unit_of
from roi_casebook.roi.discounting.bands import Schedule
from roi_casebook.written.rates import StatedRate
from roi_casebook.written.scalars import (
    A_MARGIN,
    A_RAISE,
    A_SHARE,
    UNKNOWN,
    ShareSpan,
    is_within,
    share_expected,
)
from roi_casebook.yaml_places.document import Finding, Path, part_at

ISOLATED = ("deadweight", "attribution_to_others")


def one_haircut_a_line(case: ValidParts, _site: Surroundings) -> Iterator[Finding]:
    """A line is lowered for risk or drawn from a range, never both."""
    for table, name, line in case.money_lines():
        shares = dict(shares_of(line))
        if ("risk",) not in shares:
            continue
        path = (table, name, "risk")
        if _is_drawn(case, shares.pop(("risk",))):
            yield _risk_that_is_a_range(path)
        elif ranged := [
            *_ranged_in(case, [*line.amounts().values(), *shares.values()]),
            *(str(at[-1]) for at, share in shares.items() if _is_range(share)),
        ]:
            yield _two_haircuts(path, ranged[0])


def _risk_that_is_a_range(path: Path) -> Finding:
    return Finding(
        path,
        "two_haircuts",
        "found a risk that is itself a range: a risk lowers a line by one share, a range says how far it may be off",
        "write one share (risk: 10%), or leave risk out and give the amount a range",
        at="key",
    )


def _two_haircuts(path: Path, ranged: str) -> Finding:
    return Finding(
        path,
        "two_haircuts",
        f"found a risk on a line whose {ranged!r} is a range: the same doubt would be counted twice",
        "leave out risk, and let the range speak; or give the input one value",
        at="key",
    )


def margin_taken_once(case: ValidParts, site: Surroundings) -> Iterator[Finding]:
    """What is a margin or a cost already has no margin of its own."""
    for name, line in case.benefits.items():
        measure = site.vocabulary.measures.get(line.measure)
        if measure and measure.is_net_of_cost and line.margin is not None:
            yield Finding(
                ("benefits", name, "margin"),
                "margin_twice",
                f"found a margin on {line.measure!r}, which has what varies with it off already: a margin of a margin",
                "leave out margin, or write measure: revenue where the amount is revenue",
                at="key",
            )


def design_takes_off_once(case: ValidParts, _site: Surroundings) -> Iterator[Finding]:
    """A design that compares with what happened without it leaves nothing more to take off for that."""
    for table, name, line in case.with_shares():
        without_it = getattr(line, "without_it", None)
        if not isinstance(without_it, WithoutIt) or not isolates(without_it.design):
            continue
        for share in ISOLATED:
            stated = getattr(without_it, share)
            if stated is not None and _takes_off(case, stated):
                yield _handled((table, name, "without_it", share), share, without_it.design)


def _handled(path: Path, share: str, design: str) -> Finding:
    return Finding(
        path,
        "handled_by_design",
        f"found {share} under the design {design}: what is compared with a control has it taken off already",
        f"leave out {share}; what the control misses belongs into note",
        at="key",
    )


def _takes_off(case: ValidParts, share: str | Input | float) -> bool:
    """Tell whether a share may be anything but nothing; a range reaches as far as its ends."""
    if isinstance(share, float):
        return share != 0
    if isinstance(share, Input):
        return any(end != 0 for end in _ends(share))
    return share == UNKNOWN or any(
        end != 0
        for name in _inputs_of([share])
        if name in case.inputs
        for end in _ends(case.inputs[name])
    )


def _ends(given: Input) -> Iterator[object]:
    yield from (
        end
        for end in (given.value, given.low, given.likely, given.high, given.se)
        if end is not None
    )


# Ranges -----------------------------------------------------------------------------------------


def _is_drawn(case: ValidParts, share: object) -> bool:
    """Tell whether a share is a range, or rests on one."""
    return _is_range(share) or any(_ranged_in(case, [share]))


def _is_range(share: object) -> bool:
    return isinstance(share, Input) and share.is_range


def _ranged_in(case: ValidParts, formulas: Iterable[object]) -> Iterator[str]:
    """Give the inputs in some formulas that are ranges."""
    written = [formula for formula in formulas if isinstance(formula, str)]
    yield from (
        name
        for name in _inputs_of(written)
        if name in case.inputs
        and any(one.is_range for one in single_numbers({name: case.inputs[name]}).values())
    )


def _inputs_of(formulas: list[str]) -> Iterator[str]:
    for formula in formulas:
        if formula != UNKNOWN:
            try:
                yield from (name.name for name in names(parse_formula(formula)))
            except FormulaError:
                continue  # reported where formulas are read


_NUMBERS = ("value", "low", "likely", "high")
_MIDDLES = ("value", "likely")


def _span(place: Path) -> ShareSpan:
    """Say between which ends the share of a line lies: a raise may be more than all, a margin a loss."""
    if place[-1] == "risk" and place[0] == "costs":
        return A_RAISE
    return A_MARGIN if place[-1] == "margin" else A_SHARE


def shares_are_shares(case: ValidParts, _site: Surroundings) -> Iterator[Finding]:
    """No share takes off less than nothing or more than all."""
    named: dict[Path, Finding] = {}
    for table, line_id, line in case.with_shares():
        for path, share in shares_of(line):
            place = (table, line_id, *path)
            if isinstance(share, Input):
                yield from _of_input(case, place, share, _span(place))
            elif isinstance(share, str) and share != UNKNOWN:
                for finding in _of_formula(case, place, share):
                    named.setdefault(finding.path, finding)  # an input is told once
    yield from named.values()


def _of_formula(case: ValidParts, place: Path, text: str) -> Iterator[Finding]:
    try:
        tree = parse_formula(text)
    except FormulaError:
        return  # reported where formulas are read
    if not _is_pure(tree, case.inputs):
        return
    if isinstance(tree, Name):
        use = f" in an input that {'.'.join(map(str, place))} takes as a share"
        given = case.inputs[tree.name]
        yield from _of_input(case, ("inputs", tree.name), given, _span(place), use)
        return
    span = _span(place)
    outside = [each for each in reached(tree, case.inputs) if not is_within(span, each.value)]
    by_tails = outside and _are_within(span, reached(tree, _without_tails(case.inputs)))
    if by_tails:
        message = f"found a formula that comes to {outside[0].value * 100:,.6g}%{outside[0].where}"
        yield _draws_beyond(place, message, span, is_normal=True)
    elif outside:
        found = outside[0]
        message = f"found a formula that comes to {found.value * 100:,.6g}%{found.where}"
        hint = "mend it; of two shares taken off one after the other a + b - a * b is the whole"
        yield Finding(place, "not_a_share", f"{message}, expected {span.called}", hint)


def _are_within(span: ShareSpan, values: Iterable[Reached]) -> bool:
    return all(is_within(span, each.value) for each in values)


def _without_tails(inputs: Mapping[str, Input]) -> dict[str, Input]:
    """Give each normal range as its middle alone."""
    stated = {name: given.range() for name, given in inputs.items()}
    return {
        name: inputs[name].model_copy(
            update={"value": each.central(), "low": None, "high": None, "se": None, "likely": None}
        )
        if each and each.shape == "normal"
        else inputs[name]
        for name, each in stated.items()
    }


def _of_input(
    case: ValidParts, place: Path, given: Input, span: ShareSpan, use: str = ""
) -> Iterator[Finding]:
    """Tell the number of an input that is no share, or a range whose draws go beyond all."""
    spread = given.range()
    for field in _MIDDLES if spread and spread.shape == "normal" else _NUMBERS:
        number, path = getattr(given, field), (*place, field)
        raw = part_at(case.document.value, path)
        if isinstance(number, float) and not is_within(span, number, raw):
            yield Finding(path, "not_a_share", *share_expected(raw, number, use, span))
            return
    for field, end in zip(("low", "high"), spread.outermost() if spread else (), strict=False):
        if spread and not is_within(span, end):
            way = "down" if field == "low" else "up"
            message = f"found a {spread.shape} range{use} whose draws go {way} to {end * 100:,.4g}%"
            path = (*place, "se" if given.se else field)
            yield _draws_beyond(path, message, span, is_normal=spread.shape == "normal")
            return


def _draws_beyond(path: Path, message: str, span: ShareSpan, *, is_normal: bool) -> Finding:
    """A normal range knows no bounds: what its tails hold beyond a share's is told, and drawn."""
    if is_normal:
        hint = (
            "write the interval with shape: lognormal, which never falls below 0%; or leave it as its "
            "source prints it: the draws are not cut"
        )
        return Finding(path, "share_tails", message + f", expected {span.called}", hint, "hint")
    hint = "write low, likely and high as bounds, without shape and ends"
    return Finding(path, "not_a_share", message + f", expected {span.called}", hint)


def _is_pure(tree: Node, inputs: Mapping[str, Input]) -> bool:
    """Tell whether a formula is a plain number made of inputs that are all known."""
    known = {name: given for name, given in inputs.items() if not given.is_unknown}
    try:
        return unit_of(tree, known_units(tree, known)) == PURE
    except (KeyError, UnitError):
        return False  # reported where formulas are read


# Present values ----------------------------------------------------------------------------------


def present_values_have_no_time(case: ValidParts, _site: Surroundings) -> Iterator[Finding]:
    """Amounts that a source discounted stand at the start, all of them, and are not discounted again."""
    present = case.money.already_discounted if case.money else None
    if not present:
        return
    yield from _later_present_values(case)
    yield from _discounted_twice(case)
    if case.period and case.period.years != present.years:
        yield Finding(
            ("money", "already_discounted", "years"),
            "present_values_of_other_years",
            f"found {present.years}, expected the {case.period.years} years of the case",
            f"write {case.period.years}, or mend period.years",
        )


def _later_present_values(case: ValidParts) -> Iterator[Finding]:
    for table, name, line in case.money_lines():
        if set(line.amounts()) != {START}:
            yield Finding(
                (table, name, "when"),
                "present_value_later",
                "found an amount after the start in a case of present values, which are worth at the start already",
                "write when: 0 with the present value of the whole line; or leave already_discounted: out, and write what came in each year",
            )
    for name, line in case.benefits.items():
        if line.without_it and line.without_it.drop_off is not None:
            yield Finding(
                ("benefits", name, "without_it", "drop_off"),
                "drop_off_of_present_values",
                "found drop_off in a case of present values, in which the years can no longer be told apart",
                "remove it: a present value holds it already",
                at="key",
            )


def _discounted_twice(case: ValidParts) -> Iterator[Finding]:
    """What says how to discount stands beside what is discounted already."""
    parts: list[tuple[Path, Money | Reading | None]] = [(("money",), case.money)]
    parts += [(("readings", name), reading) for name, reading in case.readings.items()]
    fields = ("discount_rate", "finance_rate", "reinvestment_rate", "timing", "years")
    for part, own in parts:
        for field in (each for each in fields if getattr(own, each, None) is not None):
            yield Finding(
                (*part, field),
                "discounted_twice",
                f"found {field} in a case of present values, which its source discounted",
                "remove it: money.already_discounted says at which rate and over how many years",
                at="key",
            )


# Rates of their own ------------------------------------------------------------------------------


def _own_rates(case: ValidParts) -> Iterator[tuple[Path, StatedRate, int | None]]:
    """Give the rates of the case and of its readings, with their places and over how many years."""
    years = case.period.years if case.period else None
    if case.money and case.money.discount_rate:
        yield ("money",), case.money.discount_rate, years
    for name, reading in case.readings.items():
        if reading.discount_rate:
            own = reading.years.value if reading.years else years
            yield ("readings", name), reading.discount_rate, own


def schedule_reaches_the_horizon(case: ValidParts, _site: Surroundings) -> Iterator[Finding]:
    """A schedule has a rate for each year that is counted."""
    for part, own, years in _own_rates(case):
        last = own.schedule.last_year if isinstance(own.schedule, Schedule) else None
        if years is not None and last is not None and years > last:
            yield Finding(
                (*part, "discount_rate", "schedule"),
                "schedule_too_short",
                f"found rates up to year {last}, expected one for each of the {years} years that are counted",
                f"write the rates up to year {years} too, or count fewer years",
            )


def published_schedules_are_real(case: ValidParts, _site: Surroundings) -> Iterator[Finding]:
    """The schedules that ship are rates in prices of one year: prices of the day rise besides."""
    for part, own, _ in _own_rates(case):
        if case.money and case.money.prices == "nominal" and isinstance(own.schedule, str):
            yield Finding(
                (*part, "discount_rate", "schedule"),
                "schedule_of_real_rates",
                f"found the real rates of {own.schedule} in a case in prices of the day",
                "write prices: real where the amounts are in prices of one year, or the rates that hold with inflation",
                "hint",
            )
