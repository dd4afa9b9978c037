"""What is open at its far end, and what a stated input moves: sides worked out row by row."""

import numpy as np
import pytest

from roi_casebook.roi.appraising import appraised
from roi_casebook.roi.flows import Drawn, Flows, Line
from roi_casebook.roi.openings import Hedge, StatedInput

VALUE = "a value"
SPENT = Line("spent", (10.0, 0.0))


def line(*amounts: float | None, **shares: float | None) -> Line:
    return Line("one", amounts, shares)


def said(of: Flows, name: str, *stated: StatedInput) -> str:
    figure = appraised(of, stated=stated).figures[name]
    return figure.reason or figure.side or VALUE


@pytest.mark.parametrize(
    "part",
    [
        line(10, 0, margin=None),  # nothing of it is left: 15 pay for 10 all the same
        line(10, 0, deadweight=None),  # all of it would have come anyway
        line(10, 0, attribution_to_others=None),
    ],
)
def test_a_share_that_is_not_known_leaves_what_it_cannot_change(part: Line) -> None:
    flows = Flows(1, (SPENT,), (Line("other", (15.0, 0.0)), part), (), 0.0)
    assert said(flows, "payback_months") == VALUE
    assert said(flows, "pv_benefits") == "or_lower"


def test_a_share_of_gains_and_harms_may_move_a_sum_that_it_leaves_at_its_end() -> None:
    """All or nothing of 100 and -100 is nought; of 100 now and -100 later it is something else."""
    flows = Flows(2, (line(10, 0, 0),), (line(0, 100, -100, deadweight=None),), (), 0.0)
    assert said(flows, "npv") == "either"


@pytest.mark.parametrize("share", ["drop_off", "attribution_to_others", "deadweight", "margin"])
def test_a_share_takes_nothing_off_what_is_not_known(share: str) -> None:
    """Of a harm of 1 and an unknown gain, none of which is taken off, is left what the gain is."""
    flows = Flows(1, (SPENT,), (line(-1, None, **{share: None}),), (), 0.0)
    assert said(flows, "pv_benefits") == "or_higher"


def test_a_gain_that_is_not_known_may_hasten_payback_whatever_its_share() -> None:
    """10 come back of 20 in half a year, or at once if 10 came at the start; the harm is later."""
    costs = (Line("spent", (10.0, 0.0, 0.0)), Line("more", (None, 0.0, 0.0)))
    gains = (Line("back", (0.0, 20.0, 0.0)), line(None, 0, -5, attribution_to_others=None))
    assert said(Flows(2, costs[:1], gains, (), 0.0), "payback_months") == "or_lower"
    assert said(Flows(2, costs, gains, (), 0.0), "payback_months") == "either"


def test_a_harm_that_is_not_known_may_put_payback_off_whatever_its_share() -> None:
    """15 pay for 10 at once, unless the unknown was a loss of more than 5."""
    open_line = Line("one", (None, 5.0), {"deadweight": None}, may_be_negative=True)
    flows = Flows(1, (SPENT,), (Line("back", (15.0, 0.0)), open_line), (), 0.0)
    assert said(flows, "payback_months") == "or_higher"


@pytest.mark.parametrize(("many", "years"), [(1e6, 1), (1e6, 3), (0.5, 1)])
def test_a_cost_that_is_not_known_may_be_more_than_all_that_is(many: float, years: int) -> None:
    """It is paid late, and what is paid late weighs little at a rate of 100 % a year."""
    later = (0.0,) * years
    flows = Flows(
        years,
        (Line("known", (many / 1000, *later)), Line("more", (0.0, *later[1:], None))),
        (Line("back", (many, *later)),),
        (),
        1.0,
    )
    assert said(flows, "discounted_payback_months") == "or_higher"


def test_an_amount_that_is_not_known_beside_nought_is_open_too() -> None:
    flows = Flows(0, (Line("nought", (0.0,)), line(None)), (Line("back", (0.0,)),))
    assert said(flows, "npv") == "or_lower"


def test_a_benefit_that_may_be_negative_may_put_payback_off() -> None:
    open_line = Line("one", (None, 0.0), may_be_negative=True)
    flows = Flows(1, (SPENT,), (Line("back", (20.0, 0.0)), open_line), (), 0.0)
    assert said(flows, "payback_months") == "or_higher"


def test_a_harm_may_begin_with_its_first_known_year() -> None:
    """Half of it is left if it began a year earlier, in a year of which nothing is known."""
    harm = line(0, None, -100, drop_off=0.5)
    flows = Flows(2, (line(10, 0, 0),), (Line("back", (70.0, 0.0, 0.0)), harm), (), 0.0)
    assert said(flows, "payback_months") == "or_higher"


def test_a_time_that_is_none_is_no_less_for_what_is_left_out() -> None:
    back = Line("back", (20.0, 0.0), leaves_out=("or_higher",))
    assert said(Flows(1, (SPENT,), (back,), (), 0.0), "payback_months") == VALUE
    back = Line("back", (0.0, 20.0), leaves_out=("or_higher",))
    assert said(Flows(1, (SPENT,), (back,), (), 0.0), "payback_months") == "or_lower"


def test_what_is_left_out_moves_the_share_that_has_to_be_due_to_it() -> None:
    back = Line("back", (0.0, 20.0), leaves_out=("or_higher",))
    assert said(Flows(1, (SPENT,), (back,), (), 0.0), "break_even_attribution") == "or_lower"


def test_attribution_that_is_not_known_does_not_turn_a_harm_into_a_gain() -> None:
    flows = Flows(0, (Line("spent", (10.0,)),), (line(-50, attribution_to_others=None),))
    assert said(flows, "break_even_attribution") == "not_recovered"


def stated(hedge: Hedge, *values: float) -> StatedInput:
    at: Drawn = {("back", 1): np.array(values)}
    return StatedInput("input", hedge, at)


def back(amount: float) -> Flows:
    """An outlay of 10, and what comes back after a year, not discounted."""
    return Flows(1, (SPENT,), (Line("back", (0.0, amount)),), (), 0.0)


@pytest.mark.parametrize(
    ("hedge", "values", "expected"),
    [
        ("over", (11.0,), "or_higher"),  # by one, from nought
        ("up-to", (9.0,), "or_lower"),
        ("over", (10.5,), "or_higher"),
        ("up-to", (9.5,), "or_lower"),
        ("up-to", (9.5, 10.5), "either"),
        ("over", (10.0,), VALUE),
    ],
)
def test_a_stated_input_moves_a_sum_of_nought(
    hedge: Hedge, values: tuple[float, ...], expected: str
) -> None:
    assert said(back(10), "npv", stated(hedge, *values)) == expected


def test_a_stated_input_moves_the_time_against_the_value() -> None:
    assert said(back(20), "payback_months", stated("up-to", 15.0)) == "or_higher"
    assert said(back(20), "payback_months", stated("over", 25.0)) == "or_lower"


def test_an_input_at_which_there_is_no_rate_leaves_it_open() -> None:
    assert said(back(20), "irr", stated("up-to", 0.0, -5.0)) == "either"
