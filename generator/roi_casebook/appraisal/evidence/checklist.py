"""The items of the reporting checklist: each a small function from fields to an answer.

An item that no field can show is never answered better than the fields allow: a title cannot be
read, so it counts with the comparator; staff time is seen only where hours or days are counted.

How fully a case is reported: 24 items after CHEERS, each answered from fields, none typed.

The score counts what is reported in full; what is reported in part is counted beside it.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from roi_casebook.appraisal.amounts import inputs_of, parsed
from roi_casebook.appraisal.case_flows import is_of_one_moment
from roi_casebook.appraisal.evidence.grounds import Grounds, numbers
from roi_casebook.case import Input
from roi_casebook.case.designs import Result, design_of, isolates
from roi_casebook.roi.algebra.units import parse_unit
from roi_casebook.roi.flows import Line
from roi_casebook.written.scalars import UNKNOWN

Answer = Literal["yes", "partly", "no", "not_applicable"]

# How answers are made ----------------------------------------------------------------------------


def _all(answers: Iterable[bool]) -> Answer:
    """Give yes where all hold, partly where some do, no where none does or there are none."""
    given = list(answers)
    if given and all(given):
        return "yes"
    return "partly" if any(given) else "no"


def _yes_or(otherwise: Answer, *, holds: bool) -> Answer:
    return "yes" if holds else otherwise


def _counted(grounds: Grounds) -> dict[str, Result]:
    """Give the results that the reading counts in either lane, those of unknown amount too."""
    results: Mapping[str, Result] = {**grounds.case.benefits, **grounds.case.net}
    return {line.name: results[line.name] for line in _lines(grounds)}


def _known(grounds: Grounds) -> list[Result]:
    """Give those of the results that have a known amount."""
    counted = _counted(grounds)
    return [counted[line.name] for line in _lines(grounds) if not line.is_unknown]


def _lines(grounds: Grounds) -> list[Line]:
    flows = (lane.flows for lane in grounds.lanes)
    found = (line for each in flows for line in (*each.benefits, *each.balances))
    return list({line.name: line for line in found}.values())


def _without_it(grounds: Grounds, field: str) -> list[object]:
    """Give a field of `without_it` for each result; a balance has none."""
    found = (getattr(line, "without_it", None) for line in _counted(grounds).values())
    return [getattr(without_it, field, None) for without_it in found]


def _from_sources(found: Mapping[str, Input]) -> list[bool]:
    return [number.source is not None for number in found.values()]


# The items, in their order -----------------------------------------------------------------------


def title(grounds: Grounds) -> Answer:
    """The title names what was done; with what it was compared stands at the results."""
    return _yes_or("partly", holds=comparator(grounds) == "yes")


def setting(grounds: Grounds) -> Answer:
    """Sector, size and country."""
    return _yes_or("partly", holds=grounds.case.organisation.size != UNKNOWN)


def decision_context(grounds: Grounds) -> Answer:
    """What it was for, and how it came about."""
    return _yes_or("partly", holds=grounds.case.story is not None)


def comparator(grounds: Grounds) -> Answer:
    """With what each result was compared."""
    return _all(bool(stated) for stated in _without_it(grounds, "comparator"))


def perspective(grounds: Grounds) -> Answer:
    """Whose accounts are meant."""
    return _yes_or("no", holds=bool(grounds.case.perspective))


def horizon(grounds: Grounds) -> Answer:
    """The years counted, and why these: how long was observed, and how long effect takes."""
    known = grounds.case.period.observed_months != UNKNOWN
    return _yes_or("partly", holds=known and grounds.case.time_to_effect_is_known)


def discount_rate(grounds: Grounds) -> Answer:
    """The rate, which the case or the site states with why."""
    appraisal = grounds.appraisal
    if appraisal.basis.horizon_years == 0 or is_of_one_moment(grounds.case, appraisal.lines):
        return "not_applicable"
    return _yes_or("no", holds=grounds.appraisal.basis.discount_rate is not None)


def currency(grounds: Grounds) -> Answer:
    """The currency and the year of its prices."""
    return _yes_or("partly", holds=grounds.case.money.year_of_prices is not None)


def full_costs(grounds: Grounds) -> Answer:
    """All costs known, staff time among them."""
    costs = grounds.appraisal.flows.costs
    complete = not any(line.has_gap for line in costs)
    used = numbers(grounds.case, grounds.costs.values()).values()
    with_time = any(_TIME_OF_STAFF & _symbols(number.unit) for number in used)
    return _all([bool(grounds.costs), bool(grounds.costs) and complete and with_time])


_TIME_OF_STAFF = {"hour", "day"}


def _symbols(unit: str) -> set[str]:
    return {symbol for symbol, _ in parse_unit(unit)}


def baseline(grounds: Grounds) -> Answer:
    """The period and value before."""
    hard = _all(bool(stated) for stated in _without_it(grounds, "baseline"))
    soft = any(result.baseline is not None for result in grounds.case.soft.values())
    return "partly" if hard == "no" and soft else hard


def outcome(grounds: Grounds) -> Answer:
    """What is counted as result, and in which source each number of it stands."""
    defined = bool(_counted(grounds))
    sourced = _all(_from_sources(numbers(grounds.case, _known(grounds))))
    return _all([defined, defined and sourced == "yes"])


def unit_values(grounds: Grounds) -> Answer:
    """Where a result is a number of things times what each is worth: the sources of both."""
    formulas = {
        formula
        for line in _known(grounds)
        for formula in line.amounts().values()
        if formula != UNKNOWN and len(inputs_of(parsed(formula))) > 1
    }
    used = {name for formula in formulas for name in inputs_of(parsed(formula))}
    found = {name: given for name, given in grounds.case.inputs.items() if name in used}
    return _all(_from_sources(found)) if formulas else "not_applicable"


def design(grounds: Grounds) -> Answer:
    """How it was found out what would have happened anyway."""
    return _all(design_of(line) != "none" for line in _counted(grounds).values())


def deadweight(grounds: Grounds) -> Answer:
    """The share that would have happened anyway."""
    return _share(grounds, "deadweight", by_design=True)


def displacement(grounds: Grounds) -> Answer:
    """The share moved from elsewhere in the same accounts."""
    return _share(grounds, "displacement")


def attribution(grounds: Grounds) -> Answer:
    """The share due to others."""
    return _share(grounds, "attribution_to_others", by_design=True)


def drop_off(grounds: Grounds) -> Answer:
    """The share lost in each later year; nothing to lose within one."""
    if grounds.appraisal.basis.horizon_years <= 1:
        return "not_applicable"
    return _share(grounds, "drop_off")


def _share(grounds: Grounds, name: str, *, by_design: bool = False) -> Answer:
    """Answer for a share of each result: known, taken off by the design, stated as unknown, or not."""
    answers: list[Answer] = [
        "yes" if by_design and isolates(design_of(line)) else _stated(line, name)
        for line in _counted(grounds).values()
    ]
    if answers and set(answers) == {"yes"}:
        return "yes"
    return "no" if set(answers) <= {"no"} else "partly"


def _stated(line: Result, name: str) -> Answer:
    stated = getattr(getattr(line, "without_it", None), name, None)
    if stated is None:
        return "no"
    is_unknown = stated.is_unknown if isinstance(stated, Input) else stated == UNKNOWN
    return "partly" if is_unknown else "yes"


def ranges(grounds: Grounds) -> Answer:
    """Some number of the reading is a range."""
    return _yes_or("no", holds=any(lane.ranges for lane in grounds.lanes))


def sensitivity(grounds: Grounds) -> Answer:
    """What would have to be true: over ranges, or at least at which cost it breaks even."""
    figures, social = grounds.appraisal.figures, grounds.social
    if grounds.appraisal.ranges and figures["npv"].value is not None:
        return "yes"
    if social and social.ranges and social.figures["sroi_ratio"].value is not None:
        return "yes"
    return "partly" if figures["break_even_cost"].value is not None else "no"


def soft_outcomes(grounds: Grounds) -> Answer:
    """What was measured without a price, and with what."""
    soft = grounds.case.soft.values()
    return _all([bool(soft), _all(result.instrument is not None for result in soft) == "yes"])


def negative_effects(grounds: Grounds) -> Answer:
    """Whether anybody looked for harm; what is unknown answers for nothing."""
    soft = grounds.case.soft
    unknown = {name for name, result in soft.items() if result.result == UNKNOWN}
    return _all(result.negative not in {"not-looked", *unknown} for result in soft.values())


def funding(grounds: Grounds) -> Answer:
    """Who paid."""
    return _yes_or("no", holds=grounds.case.people.paid.role not in {UNKNOWN, "nobody"})


def interests(grounds: Grounds) -> Answer:
    """Who measured, wrote and checked; nobody is an answer."""
    people = grounds.case.people
    asked = (people.measured, people.wrote, people.checked)
    return _all(person.role != UNKNOWN for person in asked)


def documents(grounds: Grounds) -> Answer:
    """Where the sources can be opened; the model itself is on the page."""
    return _all(source.read_at != UNKNOWN for source in grounds.case.sources.values())


Rule = Callable[[Grounds], Answer]
ITEMS: tuple[tuple[Rule, tuple[str, ...]], ...] = (
    (title, ("title", "without_it.comparator")),
    (setting, ("organisation.sector", "organisation.size", "organisation.country")),
    (decision_context, ("initiative.objective", "story")),
    (comparator, ("without_it.comparator",)),
    (perspective, ("perspective",)),
    (horizon, ("period.years", "period.observed_months", "time_to_effect")),
    (discount_rate, ("money.discount_rate", "period.years")),
    (currency, ("money.currency", "money.price_year")),
    (full_costs, ("costs", "inputs.unit")),
    (baseline, ("without_it.baseline", "soft.baseline")),
    (outcome, ("benefits.measure", "benefits.amount", "net.amount", "inputs.source")),
    (unit_values, ("benefits.amount", "net.amount", "inputs.source")),
    (design, ("without_it.design",)),
    (deadweight, ("without_it.deadweight", "without_it.design")),
    (displacement, ("without_it.displacement",)),
    (attribution, ("without_it.attribution_to_others", "without_it.design")),
    (drop_off, ("without_it.drop_off", "period.years")),
    (ranges, ("inputs.low", "inputs.high")),
    (sensitivity, ("inputs.low", "inputs.high", "costs", "benefits")),
    (soft_outcomes, ("soft.instrument",)),
    (negative_effects, ("soft.negative",)),
    (funding, ("people.paid",)),
    (interests, ("people.measured", "people.wrote", "people.checked")),
    (documents, ("sources.read_at",)),
)


@dataclass(frozen=True)
class Item:
    """One item of the checklist: its number, its name, the answer, the fields that it looks at."""

    number: int
    name: str
    answer: Answer
    fields: tuple[str, ...]


@dataclass(frozen=True)
class Reporting:
    """The checklist of a reading."""

    items: tuple[Item, ...]

    def count(self, answer: Answer) -> int:
        """Count the items with an answer."""
        return sum(item.answer == answer for item in self.items)

    @property
    def score(self) -> int:
        """How many items are reported in full."""
        return self.count("yes")

    @property
    def out_of(self) -> int:
        """How many items apply to the case."""
        return len(self.items) - self.count("not_applicable")


def reporting_of(grounds: Grounds) -> Reporting:
    """Answer the checklist for a reading."""
    return Reporting(
        tuple(
            Item(number, rule.__name__, rule(grounds), fields)
            for number, (rule, fields) in enumerate(ITEMS, start=1)
        )
    )
