"""Views with any texts and numbers that a page could ever give, as Hypothesis makes them."""

from datetime import date, timedelta

from hypothesis import strategies as st

from roi_casebook.charts import (
    About,
    BridgeBar,
    BridgeBars,
    CashFlow,
    CashMoment,
    ClaimLife,
    CostReturn,
    Dotplot,
    End,
    EvidencePlot,
    EvidencePoint,
    Payback,
    ReturnPoint,
    SwingBar,
    Telling,
    Tornado,
    amounts,
    axis_of,
    log_axis,
)

ODD = (
    "", " ", "a  b ", "<b>&\"'</b>", "W" * 70, "数字" * 20, "Share that would have come anyway, in %",
    "1\u202f200 commandes/an", "−1,234,567,890.12 USD", "word " * 30, "👩🏽‍🔬" * 6, "e\u0301\u200b\u00ad",
)  # fmt: skip
LETTERS = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn"))
TEXTS = st.sampled_from(ODD) | st.text(LETTERS, max_size=12)
NUMBERS = (st.floats(-1e60, 1e60) | st.floats(-1e3, 1e3) | st.integers(-5, 5).map(float)).filter(
    lambda number: number == 0 or abs(number) > 1e-250  # a step between smaller ones is no number
)
BOUNDS = ("at_most", "at_least", "either")
POSITIVE = NUMBERS.map(abs)
ABOUT = st.builds(
    About, st.just("one"), TEXTS.map("t{}".format), TEXTS, TEXTS, is_headed=st.booleans()
)
STEPS = st.builds(BridgeBar, TEXTS, NUMBERS, TEXTS)
ENDS = st.builds(End, NUMBERS, TEXTS)
SWINGS = st.builds(SwingBar, TEXTS, ENDS, ENDS)
YEARS = st.lists(
    st.builds(
        CashMoment,
        TEXTS,
        st.integers(0, 20_000).map(lambda days: days / 365),
        st.none() | POSITIVE,
        st.none() | NUMBERS,
        st.none() | NUMBERS,
    ),
    min_size=1,
    max_size=20,
    unique_by=lambda one: one.years,
).map(lambda moments: sorted(moments, key=lambda one: one.years))
POINTS = st.builds(
    EvidencePoint,
    st.integers(0, 5),
    NUMBERS,
    st.sampled_from([None, *BOUNDS]),
    is_unproven=st.booleans(),
    number=TEXTS,
    href=st.sampled_from(["", "cases/one.html"]),
    name=TEXTS,
)
COSTS = st.floats(1e-3, 1e15)
BACKS = st.floats(1e-6, 1e6)
RETURNS = st.builds(
    ReturnPoint,
    COSTS,
    BACKS | st.floats(-1e6, 0),
    st.integers(0, 5),
    st.sampled_from([None, *BOUNDS]),
    st.sampled_from([None, *BOUNDS]),
    is_unproven=st.booleans(),
    ends=st.none() | st.tuples(st.floats(-9, 1e6), BACKS),
    href=st.sampled_from(["", "cases/one.html"]),
    name=TEXTS,
)


def written(number: float) -> str:
    return f"{number:,.2f}"


@st.composite
def bridges(draw: st.DrawFn) -> BridgeBars:
    claimed, steps = draw(STEPS), tuple(draw(st.lists(STEPS, min_size=1, max_size=8)))
    defended = BridgeBar(draw(TEXTS), steps[-1].value, draw(TEXTS))
    axis = axis_of([step.value for step in (claimed, *steps)], written, draw(TEXTS))
    words = [draw(TEXTS) for _ in range(3)]
    return BridgeBars(draw(ABOUT), axis, claimed, steps, defended, *words)


@st.composite
def cash_flows(draw: st.DrawFn) -> CashFlow:
    years = tuple(draw(YEARS))
    payback = draw(st.none() | st.builds(Payback, st.floats(0, 100), TEXTS))
    axis = axis_of(amounts(years), written, draw(TEXTS))
    return CashFlow(draw(ABOUT), axis, years, payback, *[draw(TEXTS) for _ in range(4)])


@st.composite
def tellings(draw: st.DrawFn, before: int) -> Telling:
    first = draw(
        (st.none() if before else st.nothing()) | st.dates(date(1850, 1, 1), date(2100, 1, 1))
    )
    last = first and first + timedelta(draw(st.integers(0, 365)))
    repeats = draw(st.integers(0, before - 1)) if before else None
    return Telling(draw(TEXTS), draw(TEXTS), first, last, repeats)


@st.composite
def claim_lives(draw: st.DrawFn) -> ClaimLife:
    told = tuple(draw(tellings(number)) for number in range(draw(st.integers(1, 9))))
    return ClaimLife(draw(ABOUT), told, *[draw(TEXTS) for _ in range(3)])


@st.composite
def dotplots(draw: st.DrawFn) -> Dotplot:
    dots = tuple(sorted(draw(st.lists(NUMBERS, min_size=50, max_size=50))))
    return Dotplot(draw(ABOUT), axis_of(dots, written, draw(TEXTS)), dots, draw(TEXTS))


@st.composite
def tornados(draw: st.DrawFn) -> Tornado:
    swings, base = tuple(draw(st.lists(SWINGS, min_size=1, max_size=12))), draw(ENDS)
    values = [end.value for swing in swings for end in (swing.low, swing.high)]
    axis = axis_of([base.value, *values], written, draw(TEXTS))
    return Tornado(draw(ABOUT), axis, base, swings, *[draw(TEXTS) for _ in range(3)])


@st.composite
def evidence_plots(draw: st.DrawFn) -> EvidencePlot:
    points = tuple(draw(st.lists(POINTS, max_size=30)))
    shown = draw(st.lists(NUMBERS, max_size=3))
    levels = tuple(draw(st.lists(TEXTS, min_size=6, max_size=6)))
    axis = axis_of(shown, written, draw(TEXTS))
    return EvidencePlot(draw(ABOUT), axis, levels, points, *[draw(TEXTS) for _ in range(4)])


@st.composite
def cost_returns(draw: st.DrawFn) -> CostReturn:
    points = tuple(draw(st.lists(RETURNS, min_size=1, max_size=30)))
    cost = log_axis([point.cost for point in points], written, draw(TEXTS))
    back = log_axis([1.0, *(one.back for one in points if one.back > 0)], written, draw(TEXTS))
    return CostReturn(draw(ABOUT), cost, back, points, *[draw(TEXTS) for _ in range(7)])
