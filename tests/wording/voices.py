"""The two languages, and made-up appraisals for them to speak of."""

from types import MappingProxyType
from typing import Any

from roi_casebook.appraisal import Appraisal, Basis
from roi_casebook.case.timeline import START, Moment
from roi_casebook.config import Measure, Vocabulary
from roi_casebook.roi.algebra.tracing import traced_quantities
from roi_casebook.roi.appraising import appraised
from roi_casebook.roi.flows import Flows, Line
from roi_casebook.roi.quantities import INPUT_AXES, ONE_RATE
from roi_casebook.roi.simulation import simulated
from roi_casebook.wording import Wording, wording_for

VOCABULARY = Vocabulary(
    measures={
        "orders": Measure(
            label={"en": "Orders", "fr": "Commandes"},
            definition={"en": "Orders taken."},
            unit="order",
            lane="soft",
            better="higher",
        )
    }
)
EN = wording_for("en", "en", VOCABULARY)
FR = wording_for("fr", "en", VOCABULARY)
VOICES: tuple[Wording, ...] = (EN, FR)
NBSP = "\u00a0"


def plain(text: str) -> str:
    """Give a text with plain spaces, to be compared with one that was typed."""
    return text.replace(NBSP, " ").replace("\u202f", " ")


def cost(*amounts: float | None) -> Line:
    return Line("spent", amounts)


def benefit(*amounts: float | None, **shares: float | None) -> Line:
    return Line("gained", amounts, shares)


def balance(*amounts: float | None) -> Line:
    return Line("left", amounts)


def appraisal_of(flows: Flows, **basis: Any) -> Appraisal:  # noqa: ANN401 -- any field of Basis
    """Give the appraisal of flows, without a case around it."""
    result = appraised(flows)
    stated: dict[str, Any] = {
        "status": "observed",
        "lane": "hard",
        "benefit": "money",
        "counterfactual": "gross",
        "prices": "nominal",
        "price_year": 2010,
        "currency": "GBP",
        "discount_rate": flows.discount_rate,
        "timing": flows.timing,
        "horizon_years": flows.years,
        "perspective": "payer",
    }
    return Appraisal(
        slug="made-up",
        reading=None,
        lines=frozenset(line.name for line in (*flows.costs, *flows.benefits, *flows.balances)),
        basis=Basis(**(stated | basis)),
        flows=flows,
        moments=START.until(Moment("year", flows.years)),
        values=result.values,
        trees=MappingProxyType(
            traced_quantities(ONE_RATE, axes=INPUT_AXES | {"discount_rate": ""})
        ),
        ranges={},
        drawn=simulated(result, {}),
    )
