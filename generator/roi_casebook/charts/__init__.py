"""Charts: small frozen views of finished texts and plain numbers, each drawn as static SVG.

A page makes a view and calls its function; what comes back is `Markup`, ready for a template::

    axis = axis_of([1.45, ..., -0.29], lambda roi: wording.percent(roi), name="ROI")
    bridge_chart(Bridge(About("bridge-base", title, description, caption), axis, claimed=Step(...),
                        steps=(Step(...), ...), defended=Step(...), totals=..., falls=..., rises=...))

=====================================  ==========================================================
`bridge_chart(Bridge)`                 from as claimed to defended, a bar a `Step`;
                                       its axis: `axis_of(axis_values(values), write)`
`cash_flow_chart(CashFlow)`            a `CashMoment` each, the running sum, the `Payback`;
                                       its axis: `axis_of(amounts(moments), write)`
`cost_return_chart(CostReturn)`        cost and return by powers of ten, a case a `ReturnPoint`;
                                       its axes: `log_axis(values, write)`
`dotplot_chart(Dotplot)`               fifty equally likely outcomes
`tornado_chart(Tornado)`               an input a `Swing` of two `End` each
`claim_life_chart(ClaimLife)`          who told a claim and who repeated it, a `Telling` each
`evidence_chart(EvidencePlot)`         returns by locks, a case an `EvidencePoint`
`locks_glyph(count, text, id_)`        five locks, in a line of text
`maturity_gauge(MaturityGauge)`        a bar of four stages and its word, in a line of text
=====================================  ==========================================================

What holds of all:

- Each `About.id` is unique on its page; ids within a chart begin with it.
- Texts are plain, finished and in the page's language; they are escaped here, broken and shortened
  where they do not fit. A word of a key is shown only where the chart has its sign; "" leaves it out.
- No number stands in a chart only: the page gives a table or a list with the same numbers and full names.
- A chart is a `<figure>` (the glyph and the gauge are inline) for the page's body, at least 288
  pixels wide; looks are classes of `templates/assets/charts.css`. The same view gives the same bytes.
- Numbers are finite; of a figure that has none there is no bar, and no chart where there is nothing.
"""

from roi_casebook.charts.bridge import BridgeBar, BridgeBars, axis_values, bridge_chart
from roi_casebook.charts.cash_flow import CashFlow, CashMoment, Payback, amounts, cash_flow_chart
from roi_casebook.charts.claim_life import ClaimLife, Telling, claim_life_chart
from roi_casebook.charts.cost_return import CostReturn, ReturnPoint, cost_return_chart
from roi_casebook.charts.dotplot import Dotplot, dotplot_chart
from roi_casebook.charts.evidence_plot import EvidencePlot, EvidencePoint, evidence_chart
from roi_casebook.charts.frame import About
from roi_casebook.charts.scale import Axis, Tick, axis_of, log_axis
from roi_casebook.charts.signs import MaturityGauge, locks_glyph, maturity_gauge
from roi_casebook.charts.tornado import End, SwingBar, Tornado, tornado_chart

__all__ = [
    "About",
    "Axis",
    "BridgeBar",
    "BridgeBars",
    "CashFlow",
    "CashMoment",
    "ClaimLife",
    "CostReturn",
    "Dotplot",
    "End",
    "EvidencePlot",
    "EvidencePoint",
    "MaturityGauge",
    "Payback",
    "ReturnPoint",
    "SwingBar",
    "Telling",
    "Tick",
    "Tornado",
    "amounts",
    "axis_of",
    "axis_values",
    "bridge_chart",
    "cash_flow_chart",
    "claim_life_chart",
    "cost_return_chart",
    "dotplot_chart",
    "evidence_chart",
    "locks_glyph",
    "log_axis",
    "maturity_gauge",
    "tornado_chart",
]  # fmt: skip
