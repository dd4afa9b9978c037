"""Every formula and solver gives what was worked by hand in formulas_by_hand.yml; that file says how to read it.

The rows themselves are tested too: a function without one fails, and so does an argument that none
of its rows feels.
"""

import inspect
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, is_dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any, cast

import numpy as np
import pytest
import yaml

from roi_casebook.roi import prices, quantities, solvers
from roi_casebook.roi.algebra.arrays import Exact, exact, scalar
from roi_casebook.roi.algebra.tracing import computed
from roi_casebook.roi.appraising import Appraised
from roi_casebook.roi.beside_base import equations
from roi_casebook.roi.figure_table import FIGURES, GUARDS, OF_TWO_READINGS
from roi_casebook.roi.flows import NOTHING_DRAWN, Drawn, Flows
from roi_casebook.roi.scenarios import switching_values
from tests.worked_examples.tables import appraised_in_lane, flows_of, lane_of

Table = Mapping[str, Any]
Held = Callable[..., Any]
FILE = Path(__file__).with_name("formulas_by_hand.yml")
TOLD: Table = yaml.load(FILE.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506 -- the base loader makes nothing but text, lists and mappings
TABLES = (
    quantities.QUANTITIES,
    quantities.SOCIAL_QUANTITIES,
    quantities.RESULT_QUANTITIES,
    prices.PRICE_QUANTITIES,
    quantities.IMPLIED_QUANTITIES,
    quantities.GROWTH_QUANTITIES,
)
NEUTRAL = (0.0, 1.0)


def public_functions(module: Any) -> Iterator[Held]:  # noqa: ANN401 -- a module
    for name, found in vars(module).items():
        of_its_own = inspect.isfunction(found) and found.__module__ == module.__name__
        if of_its_own and not name.startswith("_"):
            yield found


HELD: dict[str, Held] = {
    held.__name__: held
    for source in (*TABLES, *map(public_functions, (quantities, solvers, equations, prices)))
    for held in source
}
"""What has to have a row: all that the tables list, and all that the modules define."""


# Rows --------------------------------------------------------------------------------------------


def read(told: Any) -> Any:  # noqa: ANN401 -- as the file nests it
    """Read numbers, truth values and reasons, nested as they are."""
    match told:
        case Mapping():
            return {key: read(value) for key, value in told.items()}
        case list():
            return [read(value) for value in told]
        case "true" | "false":
            return told == "true"
    return told if told.replace("_", "").isalpha() else float(Fraction(told))


@dataclass(frozen=True)
class Row:
    """One line of the table: what a function is given, and what it gives."""

    given: Table
    result: Any


def row(told: Table) -> Row:
    """Read a row. Errors: ValueError where it does not say how it was worked, or more than a row says."""
    if told.keys() != {"given", "result", "working"}:
        raise ValueError(f"expected given, result and working, found {', '.join(told)}")
    return Row(read(told["given"]), read(told["result"]))


ROWS = {name: [row(told) for told in rows] for name, rows in TOLD["functions"].items()}
EACH_ROW = [(name, row) for name, rows in ROWS.items() for row in rows]
EACH_ARGUMENT = [
    (name, argument, value)
    for name, held in HELD.items()
    for argument in inspect.signature(held).parameters
    for value in NEUTRAL
]


def numbers_in(given: Table) -> list[float]:
    return [float(number) for argument in given.values() for number in np.ravel(argument)]


# Calls -------------------------------------------------------------------------------------------


def found(name: str, given: Table) -> Any:  # noqa: ANN401 -- a number, or nested ones
    """Call a function and give its result nested as the file does."""
    shape = np.array if name.startswith("solve_") else by_line_and_year
    return plain(HELD[name](**{key: shape(value) for key, value in given.items()}))


def by_line_and_year(numbers: Any) -> Exact:  # noqa: ANN401 -- a number, or nested ones
    """Give numbers shaped (line, year, draw), of one draw; one list is by year."""
    return exact(np.atleast_2d(np.array(numbers))[:, :, np.newaxis])


def plain(result: Any) -> Any:  # noqa: ANN401 -- whatever a function gives
    """Undo the shape: fields by name, a single line or year without its list."""
    if is_dataclass(result):
        return {name: plain(value) for name, value in vars(result).items()}
    if isinstance(result, tuple):
        return [plain(value) for value in result]
    if not isinstance(result, np.ndarray):
        return result
    nested = result[:, :, 0].tolist() if result.ndim == 3 else result.tolist()
    for _ in range(result.ndim - 1):
        nested = nested[0] if len(nested) == 1 else nested
    return nested


def agrees(told: Any, result: Any) -> bool:  # noqa: ANN401 -- nested alike, or else they do not agree
    """Tell whether a result is as told, to twelve digits; fields that are not told may be anything."""
    match told:
        case Mapping():
            return all(agrees(value, result[key]) for key, value in told.items())
        case list():
            same_length = isinstance(result, list) and len(result) == len(told)
            return same_length and all(map(agrees, told, result))
        case float():
            return isinstance(result, float) and result == pytest.approx(told, rel=1e-12, abs=0)
    return cast("bool", result == told)


@pytest.mark.parametrize(("name", "row"), EACH_ROW)
def test_a_function_gives_what_was_worked_by_hand(name: str, row: Row) -> None:
    result = found(name, row.given)
    assert agrees(row.result, result), f"{name}: worked by hand {row.result}, found {result}"


# The rows hold all that there is -----------------------------------------------------------------


def test_every_function_has_a_row_and_every_row_a_function() -> None:
    assert set(ROWS) == set(HELD)


@pytest.mark.parametrize("name", HELD)
def test_one_row_has_no_neutral_and_no_equal_numbers(name: str) -> None:
    telling = [
        numbers for row in ROWS.get(name, ()) if (numbers := numbers_in(row.given))
        and len(set(numbers)) == len(numbers) and not set(numbers) & set(NEUTRAL)
    ]  # fmt: skip
    assert telling, f"{name}: no row in which no number is 0 or 1, or stands twice"


@pytest.mark.parametrize(("name", "argument", "value"), EACH_ARGUMENT)
@np.errstate(all="ignore")  # some arguments are put to what a guard keeps away
def test_an_argument_that_is_made_neutral_is_felt(name: str, argument: str, value: float) -> None:
    felt = any(
        not agrees(row.result, found(name, {**row.given, argument: neutral}))
        for row in ROWS.get(name, ())
        for neutral in [np.full(np.shape(row.given[argument]), value).tolist()]
    )
    assert felt, f"{name}: with {argument} at {value} no result changes"


# Guards ------------------------------------------------------------------------------------------

GUARD_ROWS = [
    pytest.param(figure, told, id=f"{figure}-{told['argument']}-{told['at']}")
    for figure, rows in TOLD["guards"].items()
    for told in rows
]
JUST = 0.011  # how far apart the two sides may lie: a cent, or a hundredth of a year


@dataclass(frozen=True)
class Put(Flows):
    """Flows, with inputs in place of their own that no flows give."""

    put: tuple[tuple[str, float], ...] = ()

    def arrays(self, drawn: Drawn = NOTHING_DRAWN) -> dict[str, Exact]:
        return super().arrays(drawn) | {name: scalar(value) for name, value in self.put}


def judged(told: Table) -> Appraised:
    flows = flows_of(told["flows"])
    put = tuple((name, read(value)) for name, value in told.get("put", {}).items())
    return appraised_in_lane(Put(**vars(flows), put=put), lane_of(told["flows"]))


def values_behind(judgement: Appraised, figure: str) -> Mapping[str, Exact]:
    """Give what a figure's guards look at: the quantities, and what its equations come to."""
    solver = FIGURES[figure].solver
    inputs = solver.inputs(judgement.flows, judgement.values) if solver else {}
    assert not isinstance(inputs, str)
    equations = solver.equations_in(judgement.flows) if solver else ()
    return {**judgement.values, **computed(inputs, equations)}


@pytest.mark.parametrize(("figure", "told"), GUARD_ROWS)
def test_a_guard_holds_on_both_sides(figure: str, told: Table) -> None:
    assert told["working"]
    judgement = judged(told)
    values = values_behind(judgement, figure)
    at = np.ravel(np.asarray(values[told["argument"]]))
    assert at == pytest.approx(np.ravel(read(told["at"])), abs=0)
    given = judgement.figures[figure]
    assert given.reason == told.get("reason")
    assert given.value is None or given.value == pytest.approx(read(told["result"]), rel=1e-11)


@pytest.mark.parametrize("figure", sorted(GUARDS.keys() - set(OF_TWO_READINGS)))
def test_every_guard_has_a_row_just_inside_and_just_outside(figure: str) -> None:
    for argument, _, reason in GUARDS[figure]:
        rows = [told for told in TOLD["guards"].get(figure, []) if told["argument"] == argument]
        inside = [read(told["at"]) for told in rows if "result" in told]
        outside = [read(told["at"]) for told in rows if told.get("reason") == reason]
        apart = [np.abs(np.subtract(one, other)) for one in inside for other in outside]
        assert any(np.all(each < JUST) for each in apart), argument


# Values at which a case breaks even ---------------------------------------------------------------


@pytest.mark.parametrize("told", TOLD["switching_values"])
def test_a_number_breaks_even_where_it_was_worked_by_hand(told: Table) -> None:
    assert told["working"]
    line, part = told["at"]
    place = (line, int(part) if part.isdigit() else part)
    low, high = read(told["between"])
    values = switching_values(
        flows_of(told["flows"]), lambda inputs: {place: inputs["sought"]}, "sought", low, high
    )
    assert list(values) == pytest.approx(read(told["result"]), rel=2e-6)
