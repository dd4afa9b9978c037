"""Nothing cheap buys a lock: each way to write the same case otherwise, tried on made cases.

A move changes how a case is written, and nothing of what is known: none raises the locks of a
reading, nor those of its effect where the lower of the two is meant.
"""

from collections.abc import Callable
from copy import deepcopy
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from roi_casebook.appraisal import appraise
from roi_casebook.appraisal.evidence.grounds import grounds_of
from roi_casebook.appraisal.evidence.locks import locks_of_money
from roi_casebook.appraisal.evidence.ratings import evidence_of
from roi_casebook.case import Case
from roi_casebook.config import Vocabulary
from roi_casebook.shipped.thresholds import shipped_thresholds
from roi_casebook.shipped.vocabulary import shipped_vocabulary
from tests.appraisal.judged_case import SITE, STRONGEST

Raw = dict[str, Any]
Move = Callable[[Raw, st.DataObject], None]
KINDS = (*("annual-report",) * 8, *("academic",) * 3, "company-statement", "press", "list")
DESIGNS = ("tracked", "expert-estimate", "matched-markets", "randomised", "randomised")
NUMBERS = (5, 40, 300, 2000, 9000)
INPUTS = {
    "spent": ("EUR", NUMBERS),
    "hours": ("hour", (5, 40, 300)),
    "wage": ("EUR/hour", (5, 40)),
    "sold": ("sale", (5, 40, 300)),
    "price": ("EUR/sale", (5, 40)),
    "gained": ("EUR", NUMBERS),
}
ROLES = ("auditor", "researcher", "editor", "payer", "vendor", "public-body")


def locks(raw: Raw) -> dict[str | None, int]:
    case = Case.model_validate(raw)
    readings = appraise("case", case, SITE, Vocabulary()).readings
    evidence = evidence_of(case, readings, shipped_thresholds())
    return {name: found.count for name, found in evidence.readings.items()}


def social_locks(raw: Raw) -> dict[str | None, int]:
    """Give the locks of what the same results are worth to others: their measures are social."""
    case = Case.model_validate(raw)
    readings = appraise("case", case, SITE, shipped_vocabulary()).social
    thresholds = shipped_thresholds()
    return {
        name: locks_of_money(grounds_of(case, one, thresholds), thresholds).count
        for name, one in readings.items()
    }


# Made cases --------------------------------------------------------------------------------------


@st.composite
def numbers(draw: st.DrawFn, unit: str, values: tuple[float, ...], *, is_weak: bool) -> Raw:
    """A number with a basis: quoted, quoted otherwise, with an assumption beside, or assumed."""
    value = draw(st.sampled_from(values))
    how = draw(st.sampled_from(("other", "beside", "assumed"))) if is_weak else "quoted"
    shape = draw(st.sampled_from(("point", "point", "range", "wide")))
    width = {"point": 0.0, "range": 0.1, "wide": 0.9}[shape] * value
    number: Raw = {"unit": unit}
    number |= (
        {"low": value - width, "likely": value, "high": value + width}
        if width
        else {"value": value}
    )
    if how == "assumed":
        return number | {"assumption": "a guess"}
    said = f"from {value - width:g} to {value + width:g}, most often {value:g}"
    number |= {"source": draw(st.sampled_from(("s0", "s1", "s2")))}
    number |= {"quote": "some" if how == "other" else said}
    return number | ({"assumption": "as it seems"} if how == "beside" else {})


@st.composite
def cases(draw: st.DrawFn) -> Raw:
    """A case of two costs and one or two results, over sources of every kind."""
    raw = deepcopy(STRONGEST)
    raw["sources"] = {f"s{k}": draw(sources()) for k in range(3)}
    raw["found_by"] = draw(st.sampled_from(("own-search", "own-search", "award")))
    weak = draw(st.sets(st.sampled_from(sorted(INPUTS)), max_size=2))
    raw["inputs"] = {
        name: draw(numbers(unit, values, is_weak=name in weak))
        for name, (unit, values) in INPUTS.items()
    }
    raw["costs"]["campaign"]["amount"] = "spent"
    raw["costs"]["staff"]["amount"] = "hours * wage"
    line = raw["benefits"]["sales"]
    line["without_it"] = {"design": draw(st.sampled_from(DESIGNS)), "comparator": "others"}
    line["amount"] = "sold * price"
    raw["benefits"]["gifts"] = {**deepcopy(line), "label": "Gifts", "amount": "gained"}
    return raw


@st.composite
def sources(draw: st.DrawFn) -> Raw:
    kind = draw(st.sampled_from(KINDS))
    closed = draw(st.sampled_from((False,) * 9 + (True,)))
    paper: Raw = STRONGEST["sources"]["paper"]
    return paper | {
        "kind": kind,
        "read_at": "unknown" if closed else "https://example.org/it",
        **({"peer_reviewed": "yes"} if kind == "academic" else {}),
    }


def one_input(raw: Raw, data: st.DataObject) -> tuple[str, Raw]:
    name = data.draw(st.sampled_from(sorted(raw["inputs"])))
    return name, raw["inputs"][name]


def middle(number: Raw) -> float:
    return float(number["likely"] if "likely" in number else number["value"])


def with_width(number: Raw, share: float) -> None:
    value = middle(number)
    number.pop("value", None)
    number |= {"low": value * (1 - share), "likely": value, "high": value * (1 + share)}


def in_amounts(raw: Raw, name: str, other: str) -> None:
    for lines in (raw["costs"], raw["benefits"]):
        for line in lines.values():
            words = line["amount"].split(" ")
            line["amount"] = " ".join(other if word == name else word for word in words)


# The moves ---------------------------------------------------------------------------------------

FRACTIONS = (0.013, 0.07, 0.17, 0.43, 0.83, 1.0, 1.7, 6.0)


def another_width(raw: Raw, data: st.DataObject) -> None:
    """A range is added, narrowed or widened; its middle stays."""
    _, number = one_input(raw, data)
    with_width(number, data.draw(st.sampled_from(FRACTIONS)))


def an_interval_about_it(raw: Raw, data: st.DataObject) -> None:
    """A number is written as an experiment's interval, or with a standard error; its middle stays."""
    _, number = one_input(raw, data)
    share = data.draw(st.sampled_from(FRACTIONS))
    if data.draw(st.booleans()):
        with_width(number, share)
        number["ends"] = data.draw(st.sampled_from(("p2.5-p97.5", "p5-p95")))
        return
    value = middle(number)
    for end in ("value", "low", "high"):
        number.pop(end, None)
    number |= {"likely": value, "se": value * share}


def a_point_for_our_range(raw: Raw, data: st.DataObject) -> None:
    """A range of our own is written as a point."""
    _, number = one_input(raw, data)
    if number.get("source") is None:
        value = middle(number)
        for end in ("low", "likely", "high"):
            number.pop(end, None)
        number["value"] = value


def input_in_parts(raw: Raw, data: st.DataObject) -> None:
    """An input is split in two that add up to it."""
    name, number = one_input(raw, data)
    share = data.draw(st.sampled_from((0.5, 0.25, 0.03)))
    for part, size in (("first", share), ("second", 1 - share)):
        raw["inputs"][part] = {
            key: value * size if isinstance(value, int | float) else value
            for key, value in number.items()
        }
    in_amounts(raw, name, "( first + second )")
    raw["inputs"].pop(name)


def input_less_another(raw: Raw, data: st.DataObject) -> None:
    """An input is written as a larger one less what it is too large by."""
    name, number = one_input(raw, data)
    for part, size in (("whole", 3), ("too_much", 2)):
        raw["inputs"][part] = {
            key: value * size if isinstance(value, int | float) else value
            for key, value in number.items()
        }
    in_amounts(raw, name, "( whole - too_much )")
    raw["inputs"].pop(name)


def line_in_parts(raw: Raw, data: st.DataObject) -> None:
    """A line is split in two that add up to it."""
    table = raw[data.draw(st.sampled_from(("costs", "benefits")))]
    line = table[data.draw(st.sampled_from(sorted(table)))]
    half = {"value": 0.5, "source": "s0", "quote": "a half, 0.5"}
    raw["inputs"]["half"] = half
    line["amount"] = f"{line['amount']} * half"
    table["other_half"] = deepcopy(line)


def a_factor_of_one(raw: Raw, data: st.DataObject) -> None:
    """A sum of money is written as so many times one unit of it."""
    name = data.draw(st.sampled_from(("spent", "gained")))
    raw["inputs"]["one_euro"] = {
        "value": 1,
        "unit": "EUR/coin",
        "source": data.draw(st.sampled_from(("s0", "s1", "s2"))),
        "quote": "1 euro a coin",
    }
    raw["inputs"][name]["unit"] = "coin"
    in_amounts(raw, name, f"{name} * one_euro")


def a_constant_of_one(raw: Raw, data: st.DataObject) -> None:
    """A number is multiplied by a definition that changes nothing."""
    name, _ = one_input(raw, data)
    one = {"value": 1, "kind": "constant", "source": "s0", "quote": "1"}
    raw["inputs"]["as_it_is"] = one
    in_amounts(raw, name, f"{name} * as_it_is")


def in_and_out(raw: Raw, data: st.DataObject) -> None:
    """Two lines that cancel: the same sum is spent and comes back."""
    big = data.draw(st.sampled_from((100.0, 1e6, 1e9)))
    source = data.draw(st.sampled_from(("s0", "s1", "s2")))
    through = {"value": big, "unit": "EUR", "source": source, "quote": f"{big:.0f}"}
    raw["inputs"]["through"] = through
    twin = data.draw(st.sampled_from(("through", "through_again")))
    raw["inputs"][twin] = dict(through)
    staff, sales = raw["costs"]["staff"], raw["benefits"]["sales"]
    raw["costs"]["paid_out"] = {**staff, "amount": "through", "when": 1}
    raw["benefits"]["paid_back"] = {**deepcopy(sales), "amount": twin, "when": 1}


def a_reading_that_does_not_lead(raw: Raw, data: st.DataObject) -> None:
    """Another reading stands beside it, which leaves a line out."""
    lines = [*raw["costs"], *raw["benefits"]]
    left_out = data.draw(st.sampled_from(sorted(raw["costs"])))
    raw["readings"] = {
        "whole": {"label": "Whole", "lines": lines},
        "bolder": {"label": "Bolder", "lines": [one for one in lines if one != left_out]},
    }
    raw["headline"] = {"reading": "whole", "because": "it is whole"}


def a_check_in_part(raw: Raw, data: st.DataObject) -> None:
    """Somebody is said to have checked, without a name, a day, what was seen or what it covers."""
    whole = {"name": "A", "date": "2024-05-01", "saw": "the books", "covers": "all"}
    missing = data.draw(st.sampled_from(sorted(whole)))
    role = data.draw(st.sampled_from(ROLES))
    rest = {key: value for key, value in whole.items() if key != missing}
    raw["people"]["checked"] = {"role": role, **rest}


def a_check_of_assumptions(raw: Raw, data: st.DataObject) -> None:
    """A sound check covers what is assumed, and nothing else."""
    assumed = [name for name, one in raw["inputs"].items() if one.get("assumption")]
    raw["people"]["checked"] = {
        "role": data.draw(st.sampled_from(("auditor", "researcher"))),
        "name": "A",
        "date": "2024-05-01",
        "saw": "the books",
        "covers": assumed or ["nothing"],
    }


def an_assumption_beside(raw: Raw, data: st.DataObject) -> None:
    """What a source gives is assumed as well."""
    _, number = one_input(raw, data)
    number["assumption"] = "and we think so too"


def a_source_that_does_not_say_it(raw: Raw, data: st.DataObject) -> None:
    """An assumption is given a filed source, whose quotation does not hold it."""
    _, number = one_input(raw, data)
    if number.get("source") is None:
        number |= {"source": "s0", "quote": "as every year"}


def over_one_year_each(raw: Raw, data: st.DataObject) -> None:
    """The amount of a line is written year by year."""
    line = raw["costs"][data.draw(st.sampled_from(sorted(raw["costs"])))]
    line["when"] = {line["when"]: line.pop("amount")}


def a_series_of_the_same(raw: Raw, data: st.DataObject) -> None:
    """A number is written for each year."""
    _, number = one_input(raw, data)
    if "value" in number:
        value = number.pop("value")
        number["values"] = {0: value, "1-9": value}


def growth_of_nothing(raw: Raw, data: st.DataObject) -> None:
    """A number is said not to grow."""
    _, number = one_input(raw, data)
    number["grows"] = {"value": 0, "assumption": "it stays"}


def assumed_by_its_source(raw: Raw, data: st.DataObject) -> None:
    """What a source gives is said to be assumed there."""
    _, number = one_input(raw, data)
    if number.get("source") is not None:
        number["assumed_by"] = "source"


MOVES: tuple[Move, ...] = (
    another_width,
    an_interval_about_it,
    a_point_for_our_range,
    input_in_parts,
    input_less_another,
    line_in_parts,
    a_factor_of_one,
    a_constant_of_one,
    in_and_out,
    a_reading_that_does_not_lead,
    a_check_in_part,
    a_check_of_assumptions,
    an_assumption_beside,
    a_source_that_does_not_say_it,
    over_one_year_each,
    a_series_of_the_same,
    growth_of_nothing,
    assumed_by_its_source,
)


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(cases(), st.sampled_from(MOVES), st.data())
def test_no_move_raises_the_locks(raw: Raw, move: Move, data: st.DataObject) -> None:
    before = locks(raw)[None]
    moved = deepcopy(raw)
    move(moved, data)
    after = locks(moved)
    assert after.get(None, after.get("whole", 0)) <= before


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(cases(), st.data())
def test_a_guess_in_place_of_a_source_lifts_no_higher_than_a_guess(
    raw: Raw, data: st.DataObject
) -> None:
    """A list, or what nobody opened, stands below a guess of ours: so much, and no more, is gained."""
    before = locks(raw)[None]
    moved = deepcopy(raw)
    _, number = one_input(moved, data)
    for field in ("source", "quote"):
        number.pop(field, None)
    number["assumption"] = "a guess"
    assert locks(moved)[None] <= max(before, OF_A_GUESS)


OF_A_GUESS = 1


@st.composite
def social_cases(draw: st.DrawFn) -> Raw:
    """The same cases, whose results are priced by proxy for others."""
    raw = draw(cases())
    for line, measure in zip(raw["benefits"].values(), SOCIAL, strict=True):
        line["measure"] = measure
    return raw


SOCIAL = ("care-costs-averted", "learning-gained")


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(social_cases(), st.sampled_from(MOVES), st.data())
def test_no_move_raises_the_locks_of_social_value(
    raw: Raw, move: Move, data: st.DataObject
) -> None:
    before = social_locks(raw)[None]
    moved = deepcopy(raw)
    move(moved, data)
    after = social_locks(moved)
    assert after.get(None, after.get("whole", 0)) <= before


def test_social_value_is_graded_where_it_is_tried() -> None:
    raw = deepcopy(STRONGEST)
    raw["benefits"]["sales"]["measure"] = SOCIAL[0]
    assert social_locks(raw)[None] > 0
