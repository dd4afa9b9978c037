"""One view of each chart, with the numbers of the method's reference case or made up."""

from datetime import date
from statistics import NormalDist

from markupsafe import Markup

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
    MaturityGauge,
    Payback,
    ReturnPoint,
    SwingBar,
    Telling,
    Tornado,
    amounts,
    axis_of,
    bridge_chart,
    cash_flow_chart,
    claim_life_chart,
    cost_return_chart,
    dotplot_chart,
    evidence_chart,
    locks_glyph,
    log_axis,
    maturity_gauge,
    tornado_chart,
)


def percent(share: float) -> str:
    return f"{share * 100:.0f} %".replace("-", "−")


def thousands(money: float) -> str:
    return f"{money / 1000:,.0f} k".replace("-", "−")


STEPS = (
    BridgeBar("Margin instead of revenue", -0.0204, "−2 %"),
    BridgeBar("What would have happened anyway (deadweight)", -0.1837, "−18 %"),
    BridgeBar("Attribution to others", -0.2653, "−27 %"),
    BridgeBar("Costs also fall later", -0.2001, "−20 %"),
    BridgeBar("Discounting at 8 % a year, end of year", -0.29, "−29 %"),
)
BRIDGE = BridgeBars(
    About(
        "bridge",
        "From the claim to what can be defended",
        "ROI falls from 145 % to −29 %.",
        "Each step keeps those before it.",
    ),
    axis_of([1.45, *(step.value for step in STEPS)], percent, "ROI"),
    BridgeBar("As claimed", 1.45, "145 %"),
    STEPS,
    BridgeBar("What can be defended", -0.29, "−29 %"),
    totals="what stands before and after",
    falls="takes from it",
    rises="adds to it",
)
YEARS = (
    CashMoment("start", 0, 60_000, 0, -60_000),
    CashMoment("year 1", 1, 20_000, 45_000, -35_000),
    CashMoment("year 2", 2, 20_000, 62_000, 7_000),
    CashMoment("year 3", 3, None, 40_000, None),
    CashMoment("year 4", 4, 15_000, -5_000, None),
)
CASH_FLOW = CashFlow(
    About("cash", "Money by year", "It is paid back in the second year.", ""),
    axis_of(amounts(YEARS), thousands, "thousand EUR, as paid"),
    YEARS,
    Payback(1.83, "paid back after 1 year 10 months"),
    spent="spent",
    gained="gained",
    running="sum up to the year",
    unknown="not known",
)
CLAIM_LIFE = ClaimLife(
    About(
        "claim-life",
        "4 tellings found (2010 to 10 August 2012); what they say is not the same throughout",
        "Each row is a telling.",
        is_headed=True,
    ),
    (
        Telling(
            "A magazine: revenue of a year, of the company",
            "2010",
            date(2010, 1, 1),
            date(2010, 12, 31),
        ),
        Telling("A list: revenue", "November 2010", date(2010, 11, 1), date(2010, 11, 30), 0),
        Telling("A bank: revenue", "10 August 2012", date(2012, 8, 10), date(2012, 8, 10), 1),
        Telling("A blog: revenue", "date unknown", None, None, 1),
    ),
    origin="first told, as far as we found",
    repeated="repeated",
    undated="date not known",
)
DOTS = tuple(
    float(round(9_000 + 30_000 * NormalDist().inv_cdf((k + 0.5) / 50), -2)) for k in range(50)
)
DOTPLOT = Dotplot(
    About(
        "dots",
        "Fifty equally likely outcomes",
        "31 of 50 pay back.",
        "In 31 of 50 equally likely outcomes it pays back. One dot is 2 %.",
    ),
    axis_of(DOTS, thousands, "net present value, thousand EUR"),
    DOTS,
    gains=f"pays back: {sum(dot >= 0 for dot in DOTS)} of 50",
    losses=f"loses money: {sum(dot < 0 for dot in DOTS)} of 50",
)
SWINGS = (
    SwingBar("Share that would have come anyway", End(52_000, "10 %"), End(-41_000, "45 %")),
    SwingBar("Margin", End(-22_000, "25 %"), End(31_000, "40 %")),
    SwingBar(
        "Orders a year from the new newsletter readers",
        End(-9_000, "1,200 orders/year"),
        End(21_000, "1,900 orders/year"),
    ),
    SwingBar("Hours of staff", End(11_000, "300 h"), End(2_000, "420 h")),
    SwingBar("Price of the tool", End(8_500, "4 k€"), End(9_600, "2 k€")),
)
TORNADO = Tornado(
    About("tornado", "One input at a time", "The deadweight decides alone."),
    axis_of(
        [9_000, *(end.value for swing in SWINGS for end in (swing.low, swing.high))],
        thousands,
        "net present value, thousand EUR",
    ),
    End(9_000, "as it is: 9 k€"),
    SWINGS,
    low="input at its low end",
    high="input at its high end",
    sign_change="this input alone decides between gain and loss",
)
LEVELS = (
    "0 locks: a claim only",
    "1 lock: weak",
    "2 locks: limited",
    "3 locks: moderate",
    "4 locks: good",
    "5 locks: strong",
)
POINTS = (
    EvidencePoint(0, 9.68, "at_most", is_unproven=True, number="1"),
    EvidencePoint(0, 11.5, "at_most", is_unproven=True, number="2"),
    EvidencePoint(0, 3.29, None, is_unproven=True, number="3"),
    EvidencePoint(0, 3.1, None, is_unproven=True, number="4"),
    EvidencePoint(0, 57.0, None, is_unproven=True, number="5"),
    EvidencePoint(1, 2.12, "at_least", is_unproven=True, number="6"),
    EvidencePoint(1, 0.91, None, is_unproven=True, number="7"),
    EvidencePoint(2, 1.1, None, number="8"),
    EvidencePoint(3, 0.2, None, number="9"),
    EvidencePoint(3, 0.3, "at_most", number="10"),
    EvidencePoint(4, -0.39, "at_most", number="11"),
)
EVIDENCE = EvidencePlot(
    About(
        "evidence",
        "ROI and evidence",
        "The weaker the evidence, the higher the return.",
        "Not an average: cases of different kinds stand side by side.",
    ),
    axis_of([-0.39, 11.5], percent, "ROI"),
    LEVELS,
    POINTS,
    proven="proven enough",
    unproven="unproven",
    bounds="at most, or at least",
    beyond="beyond the axis",
)
RETURNS = (
    ReturnPoint(
        9_600, 2.1, 0, "at_least", "at_most", is_unproven=True, href="cases/a.html", name="A"
    ),
    ReturnPoint(2_600_000, 1.8, 1, None, "either", is_unproven=True, href="cases/b.html", name="B"),
    ReturnPoint(28_800_000, 0.35, 2, ends=(0.1, 0.9), href="cases/c.html", name="C"),
    ReturnPoint(190_000_000, 12.0, 4, href="cases/d.html", name="D"),
    ReturnPoint(1_900_000_000, 0.0, 3, "at_least", href="cases/e.html", name="E"),
)
COST_RETURN = CostReturn(
    About("cost-return", "Cost against return", "Five cases by what they cost and what came back."),
    log_axis([point.cost for point in RETURNS], lambda x: f"{x:,.0f} €", "cost, by powers of ten"),
    log_axis(
        [1.0, 0.1, 12.0], "{:g}".format, "came back for each 1 spent (above 1: more than was spent)"
    ),
    RETURNS,
    nothing="nothing came back, or less",
    few="no lock or 1",
    some="2 or 3 locks",
    many="4 or 5 locks",
    unproven="full: proven; hollow: unproven",
    bounds="a bound: it may lie on this side",
    ranges="in 8 of 10 draws",
)
GAUGES = tuple(
    MaturityGauge(f"gauge-{stage}", "Maturity", f"{text}", text, stage, share)
    for stage, text, share in (
        (0, "too early", 0.4),
        (1, "interim", 0.8),
        (2, "mature", 0.1),
        (3, "decayed", 0.5),
        (None, "not known", 0.5),
    )
)


def drawn() -> dict[str, Markup]:
    """Draw one of each."""
    return {
        "bridge": bridge_chart(BRIDGE),
        "cash-flow": cash_flow_chart(CASH_FLOW),
        "claim-life": claim_life_chart(CLAIM_LIFE),
        "cost-return": cost_return_chart(COST_RETURN),
        "dotplot": dotplot_chart(DOTPLOT),
        "tornado": tornado_chart(TORNADO),
        "evidence": evidence_chart(EVIDENCE),
        "locks": locks_glyph(2, "two of five locks", "locks"),
        "gauge": maturity_gauge(GAUGES[1]),
    }
