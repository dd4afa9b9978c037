"""`casebook figures`: every figure of a reading, as data for programs or as text for people."""

import json
from typing import Any

from roi_casebook.appraisal import Appraisal, CaseAppraisal
from roi_casebook.roi.figures import Figure
from roi_casebook.wording import Wording

UNITS = {"ratio": "1", "month": "month"}


def figures_as_data(appraised: CaseAppraisal, appraisal: Appraisal) -> dict[str, Any]:
    """Give the figures as plain data; ratios as plain numbers (3.29 means 329 %)."""
    currency = appraised.case.money.currency
    return {
        "case": appraised.slug,
        "reading": appraisal.reading,
        "currency": currency,
        "basis": appraisal.basis.as_dict(),
        "figures": {name: _as_data(figure, currency) for name, figure in appraisal.figures.items()},
    }


def figures_as_json(appraised: CaseAppraisal, appraisal: Appraisal) -> str:
    """Give the figures as JSON text."""
    return json.dumps(figures_as_data(appraised, appraisal), indent=2, ensure_ascii=False)


def _as_data(figure: Figure, currency: str) -> dict[str, Any]:
    return {
        "value": figure.value,
        "bound": figure.bound,
        "reason": figure.reason,
        "unit": UNITS.get(figure.unit, currency),
        "p10": figure.p10,
        "p50": figure.p50,
        "p90": figure.p90,
    }


def figures_as_text(appraised: CaseAppraisal, appraisal: Appraisal, words: Wording) -> str:
    """Give the figures as a list for people, with what they rest on."""
    currency = appraised.case.money.currency
    rows = [words.figure(figure, currency) for figure in appraisal.figures.values()]
    width = max(len(row.name) for row in rows)
    lines = [f"{row.name:{width}}  {row.whole}" for row in rows]
    return "\n".join(
        [heading(appraised, appraisal, words), words.basis(appraisal.basis).sentence, "", *lines]
    )


def heading(appraised: CaseAppraisal, appraisal: Appraisal, words: Wording) -> str:
    """Name the case, and the reading where it has several."""
    title = f"{appraised.slug}: {words.text(appraised.case.title)}"
    if appraisal.reading is None:
        return title
    reading = words.text(appraised.case.readings[appraisal.reading].label)
    others = [name for name in appraised.readings if name and name != appraisal.reading]
    more = f" (others: {', '.join(others)})" if others else ""
    return f"{title}\nreading {appraisal.reading}: {reading}{more}"
