"""`casebook figures`: every figure of a reading, as data for programs or as text for people."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from functools import partial
from typing import Any

from roi_casebook.appraisal import Appraisal, AppraisedCase, JudgedCase
from roi_casebook.appraisal.claims.implied import Implied
from roi_casebook.appraisal.cost_per_result import CostPerResult
from roi_casebook.appraisal.leading import LeadingFinding
from roi_casebook.editing.more_digits import in_digits, rounded_data
from roi_casebook.roi.figure_table import FIGURES, FIRST_YEARS, is_beyond_horizon
from roi_casebook.roi.figures import Figure
from roi_casebook.wording import FigureText, Wording
from roi_casebook.wording.open_sides import Namer
from roi_casebook.wording.verdicts import VerdictText

UNITS = {"ratio": "1", "month": "month"}


def figures_as_data(appraised: JudgedCase, appraisal: Appraisal, words: Wording) -> dict[str, Any]:
    """Give the figures and the verdicts as plain data; ratios as plain numbers (3.29 means 329 %)."""
    currency = appraised.case.money.currency
    money, *others = (_lane_as_data(lane, currency) for lane in appraised.lanes(appraisal.reading))
    return {
        "case": appraised.slug,
        "reading": appraisal.reading,
        "currency": currency,
        **money,
        **({"social": others[0]} if others else {}),
        "cost_per_result": _results_as_data(appraised, appraisal.reading),
        "evidence": evidence_as_data(standing(appraised, appraisal.reading)),
        "claims": _claims_as_data(appraised, words),
    }


def _results_as_data(judged: JudgedCase, reading: str | None) -> dict[str, Any]:
    """Give what one of each soft result cost, by its id."""
    currency = judged.case.money.currency
    results = judged.per_result[reading]
    return {name: result_as_data(one, currency) for name, one in results.items()}


def result_as_data(one: CostPerResult, currency: str) -> dict[str, Any]:
    """Give what one of a soft result cost as plain data, in money for each that is counted."""
    return {
        "measure": one.measure,
        **_without(figure_as_data(one.cost, currency), "bound"),
        **({"no_range": one.cost.no_range} if one.cost.no_range else {}),
        "discounted": one.discounted.value if one.discounted else None,
        "unit": f"{currency}/{one.unit}" if one.unit else None,
    }


def _without(data: dict[str, Any], name: str) -> dict[str, Any]:
    return {key: value for key, value in data.items() if key != name}


def standing(judged: JudgedCase, reading: str | None) -> LeadingFinding:
    """Give what leads the case, with the locks of what leads a reading."""
    return replace(judged.leads, locks=judged.locks_that_lead(reading))


def evidence_as_data(found: LeadingFinding) -> dict[str, Any]:
    """Give what leads, and how many locks effect and money have: the lower is their number."""
    return {
        "leads": found.kind,
        "effect": found.locks.effect,
        "money": found.locks.money,
        "locks": found.locks.count,
    }


def _claims_as_data(judged: JudgedCase, words: Wording) -> dict[str, Any]:
    """Give what is found about each claim: the verdict by its id, the rest in words.

    What a claim implies is told of those alone that imply something.
    """
    currency = judged.case.money.currency
    found: dict[str, Any] = {
        name: {
            "verdict": told.state,
            "basis": told.basis or None,
            "because": [told.finding, *told.doubts],
        }
        for name, told in _verdicts(judged, words)
    }
    for name, one in judged.implied.items():
        found[name]["implies"] = _implied_as_data(one, currency)
    return found


def _implied_as_data(one: Implied, currency: str) -> dict[str, Any]:
    """Give what a claim implies of the side that is not known: what came back, or what it cost."""
    return {
        "of": one.of,
        "lane": one.lane,
        "value": one.value,
        "low": one.low,
        "high": one.high,
        "bound": one.bound,
        "unit": currency,
    }


def _verdicts(judged: JudgedCase, words: Wording) -> Iterator[tuple[str, VerdictText]]:
    for name, verdict in judged.verdicts.items():
        yield name, words.verdicts.verdict(verdict, judged.case)


def _lane_as_data(appraisal: Appraisal, currency: str) -> dict[str, Any]:
    figures = _told(appraisal)
    written = {name: figure_as_data(figure, currency) for name, figure in figures.items()}
    return {"basis": _basis_as_data(appraisal, figures), "figures": written}


def _told(appraisal: Appraisal) -> dict[str, Figure]:
    """Give the figures, and under one name the return of as many first years as the horizon exceeds."""
    figures = dict(appraisal.figures)
    each = [figures[name] for name in FIRST_YEARS if name in figures]
    reached = [figure for figure in each if not is_beyond_horizon(figure)]
    return figures | ({"roi_at": (reached or each)[-1]} if each else {})


Asked = tuple[JudgedCase, Appraisal]
"""A case, and the reading of it that is asked for."""


def figures_as_json(asked: Sequence[Asked], words: Wording, digits: int | None = None) -> str:
    """Give the figures as JSON text: of one case an object, of several a list."""
    data = [figures_as_data(*each, words) for each in asked]
    told = rounded_data(data, digits) if digits else data
    return json.dumps(told if len(told) > 1 else told[0], indent=2, ensure_ascii=False)


def _basis_as_data(appraisal: Appraisal, figures: Mapping[str, Figure]) -> dict[str, Any]:
    """Give the basis of the reading, what of it is another for single figures, and what pushes these."""
    basis = appraisal.basis
    others = {name: basis.differing(figure.name) for name, figure in figures.items()}
    sides = {name: _pushed(figure) for name, figure in figures.items()}
    return basis.as_dict() | {
        "of_figures": {name: own for name, own in others.items() if own},
        "sides": {name: own for name, own in sides.items() if own},
    }


def _pushed(figure: Figure) -> dict[str, Any]:
    """Give what pushes a figure, whether it is "about", and why it has no percentiles where it could."""
    return {
        **({"because": [asdict(cause) for cause in figure.because]} if figure.because else {}),
        **({"about": True} if figure.is_about else {}),
        **({"no_range": figure.no_range} if figure.no_range else {}),
    }


def figure_as_data(figure: Figure, currency: str) -> dict[str, Any]:
    """Give one figure as plain data, in its unit."""
    return {
        "value": figure.value,
        "side": figure.side,
        "bound": figure.bound,
        "reason": figure.reason,
        "unit": UNITS.get(figure.unit, currency),
        "p10": figure.p10,
        "p50": figure.p50,
        "p90": figure.p90,
    }


def figures_as_text(asked: Sequence[Asked], words: Wording, digits: int | None = None) -> str:
    """Give the figures as lists for people, with what they rest on, and the verdicts on claims.

    digits: how many are written beside each figure, where more are wanted than it is worth.
    """
    return "\n\n\n".join(_case_as_text(*each, words, digits) for each in asked)


def _case_as_text(
    appraised: JudgedCase, appraisal: Appraisal, words: Wording, digits: int | None
) -> str:
    currency = appraised.case.money.currency
    named = partial(words.cause, appraised.case)
    lanes = [
        _lane_as_text(lane, currency, words, named, digits)
        for lane in appraised.lanes(appraisal.reading)
    ]
    results = _results_as_text(appraised, appraisal.reading, words, named)
    blocks = [*lanes, *results, *_claims_as_text(appraised, words)]
    evidence = words.evidence.what_leads(standing(appraised, appraisal.reading))
    return "\n".join([heading(appraised, appraisal, words), evidence, "\n\n".join(blocks)])


def _results_as_text(
    judged: JudgedCase, reading: str | None, words: Wording, named: Namer
) -> Iterator[str]:
    """Give what one of each soft result cost, by its name, or why that cannot be said."""
    found = judged.per_result[reading].values()
    names = [words.labels.soft(judged.case.soft[one.soft]).text for one in found]
    if found:
        width = max(map(len, names))
        lines = (
            f"{name:{width}}  {_one_result(one, judged.case.money.currency, words, named)}"
            for name, one in zip(names, found, strict=True)
        )
        yield "\n".join([words.t("results.heading"), "", *lines])


def _one_result(one: CostPerResult, currency: str, words: Wording, named: Namer) -> str:
    """Write a cost per result with its range, its count, and what each would have to be worth."""
    text = words.results.cost(one, currency, named)
    if text.kind == "reason":
        return text.whole
    told = "; ".join(filter(None, (text.whole, text.range, words.results.count(one))))
    return f"{told}. {words.results.worth(one, currency)}".rstrip()


def _implied_as_text(judged: JudgedCase, claim: str, words: Wording) -> Iterator[str]:
    """Say what a claim implies of the side that is not known, where it implies something."""
    if one := judged.implied.get(claim):
        yield words.verdicts.implied(one, judged.case.money.currency)


def _claims_as_text(judged: JudgedCase, words: Wording) -> Iterator[str]:
    """Give the verdicts on the claims, each with why: the strongest reason first."""
    if judged.verdicts:
        width = max(map(len, judged.verdicts))
        lines = (
            f"{name:{width}}  {words.t('figures.verdict', verdict=told.label, because=' '.join((told.finding, *told.doubts, *_implied_as_text(judged, name, words))))}"
            for name, told in _verdicts(judged, words)
        )
        yield "\n".join([words.t("section.claims"), "", *lines])


def _lane_as_text(
    appraisal: Appraisal, currency: str, words: Wording, named: Namer, digits: int | None
) -> str:
    """Give the figures of one lane with what they rest on: no two lanes are one list."""
    figures = [figure for figure in appraisal.figures.values() if not is_beyond_horizon(figure)]
    rows = [words.figures.figure(figure, currency, named) for figure in figures]
    width = max(len(row.name) for row in rows)
    texts = (
        _whole(figure, row, appraisal, words) for figure, row in zip(figures, rows, strict=True)
    )
    exact = (in_digits(figure, digits, currency, words) if digits else "" for figure in figures)
    lines = [
        f"{row.name:{width}}  {text}{f' [{more}]' if more else ''}"
        for row, text, more in zip(rows, texts, exact, strict=True)
    ]
    return "\n".join([words.say.basis(appraisal.basis).sentence, "", *lines])


def _whole(figure: Figure, row: FigureText, appraisal: Appraisal, words: Wording) -> str:
    """Write a figure; social value with its range, or as a point without one."""
    is_cost = FIGURES[figure.name].is_cost
    if appraisal.basis.lane == "hard" or is_cost or row.kind == "reason":
        is_open = figure.side is not None and row.range
        return f"{row.whole}; {row.range}" if is_open else row.whole
    return words.t("strip.marked", value=row.whole, mark=row.range or words.t("social.point"))


def heading(appraised: AppraisedCase, appraisal: Appraisal, words: Wording) -> str:
    """Name the case, and the reading where it has several."""
    title = f"{appraised.slug}: {words.texts.written(appraised.case.title)}"
    if appraisal.reading is None:
        return title
    reading = words.texts.written(appraised.case.readings[appraisal.reading].label)
    others = [name for name in appraised.readings if name and name != appraisal.reading]
    told = words.t("command.reading", name=appraisal.reading, label=reading.text)
    more = words.t("command.other_readings", names=", ".join(others)) if others else ""
    return f"{title}\n{told} {more}".rstrip()
