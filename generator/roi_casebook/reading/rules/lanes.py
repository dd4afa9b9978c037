"""What keeps money and soft results apart, and measures made to measure.

A soft result counts as money only over a bridge: a study that shows the link, and a benefit that
says what would have happened anyway. Without one, the same numbers do not count in both lanes.
"""

from collections.abc import Iterable, Iterator, Mapping

from roi_casebook.case import BenefitLine
from roi_casebook.case.named_inputs import single_numbers, tree_in_year
from roi_casebook.case.timeline import START, Moment
from roi_casebook.reading.model.valid_parts import Surroundings, ValidParts
from roi_casebook.reading.rules.formula_ends import central_values
from roi_casebook.roi.algebra.expressions import names
from roi_casebook.roi.algebra.formulas import FormulaError, parse_formula
from roi_casebook.roi.algebra.tracing import evaluated
from roi_casebook.roi.algebra.units import UnitError, currencies_in, parse_unit
from roi_casebook.roi.constants import CONSTANTS
from roi_casebook.written.scalars import UNKNOWN
from roi_casebook.yaml_places.document import Finding, Path, part_at

WORKED = ("hour", "minute", "second", "day", "week", "month")
"""The units of time for which wages are paid; amounts a year are sums of a period."""


def bridges_are_deducted(case: ValidParts, _site: Surroundings) -> Iterator[Finding]:
    """The benefits to which a bridge leads say what would have happened anyway."""
    for name, result in case.soft.items():
        for number, to in enumerate(result.bridge.to if result.bridge else ()):
            benefit = case.benefits.get(to)
            if benefit is not None and benefit.without_it is None:
                yield Finding(
                    place_of_bridge(case, name, number),
                    "bridge_without_deductions",
                    f"found a bridge to {to!r}, which does not say what would have happened anyway",
                    "add without_it: with its design and shares to that benefit, or leave the result soft",
                )


def place_of_bridge(case: ValidParts, name: str, number: int) -> Path:
    """Give the path of one of the benefits to which the bridge of a soft result leads."""
    path: Path = ("soft", name, "bridge", "to")
    written = part_at(case.document.value, path)
    return (*path, number) if isinstance(written, list) else path


def bridges_count_once(case: ValidParts, _site: Surroundings) -> Iterator[Finding]:
    """No two benefits to which one bridge leads count together: the result would be money twice."""
    for name, result in case.soft.items():
        benefits = result.bridge.to if result.bridge else ()
        for number, to in enumerate(benefits):
            before = [each for each in benefits[:number] if _count_together(case, each, to)]
            if before:
                yield Finding(
                    place_of_bridge(case, name, number),
                    "bridged_twice",
                    f"found a bridge to {before[0]!r} and to {to!r}, which count together: the result would be money twice",
                    "name one of the two, or let each count in a reading of its own",
                )


def counted_in_one_lane(case: ValidParts, _site: Surroundings) -> Iterator[Finding]:
    """What a benefit has turned into money is no soft result as well."""
    for name, result in case.soft.items():
        own = _known(case, [result.result])
        if result.bridge is not None or not own:
            continue
        for benefit, line in case.benefits.items():
            if own <= _priced(case, line) and _is_counted_beside(case, name, benefit):
                also = "" if line.without_it else ", and without_it: to that benefit,"
                yield Finding(
                    ("soft", name, "result"),
                    "counted_twice",
                    f"found the numbers of this soft result in the benefit {benefit!r} too: it would count as money and as soft",
                    f"add bridge: {{to: {benefit}, because: ..., source: ...}}{also} where a study shows the link, or keep one of the two",
                    "hint",
                )


def _is_counted_beside(case: ValidParts, soft: str, benefit: str) -> bool:
    """Tell whether one reading holds both; one that names no soft result has all of them."""
    readings = [frozenset(each.lines) for each in case.readings.values()]
    return not readings or any(
        benefit in lines and (soft in lines or lines.isdisjoint(case.soft)) for lines in readings
    )


def amounts_count_once(case: ValidParts, site: Surroundings) -> Iterator[Finding]:
    """No two lines of one lane count the same amount at the same moment."""
    first: dict[tuple[str, Moment, str], str] = {}
    for table, name, line in case.money_lines():
        lane = _lane(table, line, site)
        for moment, amount in line.amounts().items():
            known = first.setdefault((lane, moment, "".join(amount.split())), name)
            if amount != UNKNOWN and known != name and _count_together(case, known, name):
                field = "when" if line.amount is None else "amount"
                yield Finding(
                    (table, name, field),
                    "counted_twice",
                    f"found the amount {amount!r} in {known!r} too, in {moment.named} of the same lane: it would count twice",
                    "remove one of the two lines, or give each what is its own as an input",
                    "hint",
                )
                break


def _lane(table: str, line: object, site: Surroundings) -> str:
    measure = site.vocabulary.measures.get(getattr(line, "measure", ""))
    return measure.lane if measure else table


def _count_together(case: ValidParts, one: str, other: str) -> bool:
    """Tell whether two lines count in one appraisal: where there are readings, in the same one."""
    readings = [frozenset(each.lines) for each in case.readings.values()]
    return not readings or any({one, other} <= lines for lines in readings)


def harms_are_meant(case: ValidParts, _site: Surroundings) -> Iterator[Finding]:
    """A benefit below nought takes away from what came back; where that is meant, its note says so."""
    values = central_values(single_numbers(case.inputs))
    for name, line in case.benefits.items():
        first = min(line.amounts(), default=START)
        for at, amount in line.amounts().items() if line.note is None else ():
            value = _value(amount, values, case, at, first)
            if value is not None and value < 0:
                yield Finding(
                    ("benefits", name, "when" if line.amount is None else "amount"),
                    "negative_benefit",
                    f"found a benefit of {value:,.6g}: it is taken from what came back, and is no cost in any ratio",
                    "write what was spent under costs:, as a positive amount; a harm stays here, and note: says so",
                    "hint",
                )
                break


def _value(
    formula: str, values: Mapping[str, float], case: ValidParts, at: Moment, first: Moment
) -> float | None:
    """Give what a formula comes to at a moment at the likely values; None where it has no value."""
    try:
        tree = tree_in_year(parse_formula(formula), case.inputs, at, first)
        return None if tree is None else float(evaluated(tree, values))
    except (FormulaError, KeyError, ZeroDivisionError, OverflowError):
        return None  # reported where formulas are read


def time_is_paid(case: ValidParts, site: Surroundings) -> Iterator[Finding]:
    """Time at a wage is money only where payroll or other work is shown to have changed."""
    for name, line in case.benefits.items():
        measure = site.vocabulary.measures.get(line.measure)
        wages = sorted(each for each in _priced(case, line) if _is_wage(case.inputs[each].unit))
        design = line.without_it.design if line.without_it else "none"
        if measure and measure.lane == "hard" and wages and design == "none":
            yield Finding(
                ("benefits", name, "amount"),
                "time_priced",
                f"found time at a price ({wages[0]}) as {line.measure!r}, compared with nothing: freed time is soft until payroll or other work has changed",
                "put the time under soft: (staff-hours-freed), or say in without_it how the change in payroll or work was shown",
                "hint",
            )


def _is_wage(unit: str) -> bool:
    """Tell money for time: a currency above the line, hours, minutes or days of work below it."""
    try:
        symbols = parse_unit(unit)
    except UnitError:
        return False  # reported where units are read
    below = {symbol for symbol, power in symbols if power < 0}
    return bool(currencies_in(symbols)) and not below.isdisjoint(WORKED)


def _priced(case: ValidParts, line: BenefitLine) -> frozenset[str]:
    return _known(case, line.amounts().values())


def _known(case: ValidParts, formulas: Iterable[str]) -> frozenset[str]:
    """Give the inputs in some formulas; none where one of them is not known."""
    written = list(formulas)
    used = {name for formula in written for name in _names(formula)} - set(CONSTANTS)
    is_known = UNKNOWN not in written and all(
        name in case.inputs and not case.inputs[name].is_unknown for name in used
    )
    return frozenset(used) if is_known else frozenset()


def _names(formula: str) -> Iterator[str]:
    try:
        yield from (each.name for each in names(parse_formula(formula)))
    except FormulaError:
        return  # reported where formulas are read


def made_to_measure(case: ValidParts, site: Surroundings) -> Iterator[Finding]:
    """A case has a measure of a pack made for its kind or sector, or says why it has none."""
    if not (case.initiative and case.organisation and case.all_whole("benefits", "soft")):
        return
    packs = site.vocabulary.packs_for(case.initiative.kind, case.organisation.sector)
    used = {line.measure for line in case.benefits.values()}
    used |= {result.measure for result in case.soft.values()}
    if any(not _may_be_used(measure, site) for measure in used):
        return  # reported where measures are read
    suits = {measure for pack in packs.values() for measure in pack.measures}
    if used and packs and not used & suits and not _says_why(case):
        yield Finding(
            ("initiative", "kind"),
            "one_size_fits_all",
            f"found no measure of the packs made for such work: {', '.join(packs)}",
            f"measure what they list ({', '.join(sorted(suits))}), be it unknown with needs:, or say why not in measured_otherwise:",
            "hint",
        )


def _may_be_used(measure: str, site: Surroundings) -> bool:
    known = site.vocabulary.measures.get(measure)
    return known is not None and known.refused is None


def _says_why(case: ValidParts) -> bool:
    written = case.document.value
    return isinstance(written, dict) and written.get("measured_otherwise") is not None
