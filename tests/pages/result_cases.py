"""Cases that lead by what one result cost: so much spent, so many hired."""

from typing import Any

from roi_casebook.appraisal import JudgedCase
from tests.pages.told import drawn, judged


def hiring(
    slug: str,
    cost: Any = 60_000,  # noqa: ANN401 -- a number, or "unknown"
    hires: int = 1000,
    currency: str = "EUR",
    price_year: int = 2019,
    **changes: Any,  # noqa: ANN401 -- fields of the result
) -> JudgedCase:
    """Give a case in which so many people were hired for so much, at once."""
    books = {"source": "books", "quote": f"{cost} spent, {hires} hired"}
    spent = {"value": cost, "unit": currency, **books}
    raw = drawn(
        title=slug,
        period={"start": "2019-03", "years": 1, "observed_months": 36},
        money={"currency": currency, "prices": "nominal", "price_year": price_year},
        inputs={"spent": spent, "hired": {"value": hires, "unit": "hire", **books}},
        costs={"ads": {"label": "Ads", "when": 0, "amount": "spent", "status": "observed"}},
        benefits={},
        soft={
            "hired_by_it": {
                "measure": "hires", "stage": "outcome", "result": "hired", "design": "tracked",
                "source": "books", "negative": "not-looked",
                "without_it": {"design": "tracked", "deadweight": {"value": "0%", **books}},
                **changes,
            }
        },
        claims={},
    )  # fmt: skip
    return judged(raw, slug)
