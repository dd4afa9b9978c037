"""The script of a case: its numbers, its words, and the code of the chains of the reading that leads."""

import re
from collections.abc import Iterator
from json import dumps
from typing import Any

from roi_casebook.exports.live_workbook.chains import Chain
from roi_casebook.exports.live_workbook.open_ways import side_at_other_numbers
from roi_casebook.exports.live_workbook.stated_numbers import stated_numbers, stated_rates
from roi_casebook.exports.live_workbook.taken import Taken
from roi_casebook.exports.what_if.chain_code import ChainCode
from roi_casebook.exports.what_if.figure_code import figures_code
from roi_casebook.pages.parts.case_in_language import CaseInLanguage
from roi_casebook.pages.parts.standing import mark_of
from roi_casebook.roi.figure_table import FIGURES
from roi_casebook.roi.figures import Figure
from roi_casebook.roi.scenarios import stated_steps
from roi_casebook.wording.catalogue import has_entry
from roi_casebook.wording.typography import capitalised

GLOBAL = "casebookWhatIf"
SHOWN = {
    "hard": (
        "pv_costs", "npv", "roi", "bcr", "payback_months", "break_even_cost", "break_even_attribution",
    ),
    "social": ("pv_social_value", "npv_social", "sroi_ratio"),
    "result": ("total_count", "cost_per_result"),
}  # fmt: skip
"""The figures of each lane that follow on the page."""
WORDS = (
    "title", "lead", "numbers", "case", "yours", "figure", "reset", "close", "changed", "same", "open_side", "bridge",
    "from_to", "months",
)  # fmt: skip

SMALL_SHARE = 0.1
"""The slider of a smaller share ends before all of it, so that it can be moved finely."""
PLACES = {place: f"{{{place}}}" for place in ("n", "value", "side", "low", "high")}
"""What the script fills in."""


def what_if_of(c: CaseInLanguage, edition: str) -> bytes:
    """Give the script of a case; edition: the line that says of which day and commit it is."""
    return script_of(Taken(c, edition)).encode()


def script_of(taken: Taken) -> str:
    """Write the script: a global object, for it is loaded as a classic script."""
    leading = [one for one in taken.chains if one.reading == taken.chains[0].reading]
    chains = ",\n".join(_chain(taken, chain) for chain in leading)
    data = {
        "edition": taken.edition,
        "currency": taken.c.values.currency,
        "symbol": taken.w.numbers.currency_symbol(taken.c.values.currency),
        "words": {word: taken.w.t(f"what_if.{word}", **PLACES) for word in WORDS},
        "times": [taken.w.t("from_the_start"), taken.w.t("within_first_year")],
        "inputs": list(_inputs(taken, leading)),
    }
    written = dumps(data, ensure_ascii=False, separators=(",", ":")).replace("</", "<\\/")
    return f"window.{GLOBAL} = {written};\nwindow.{GLOBAL}.chains = [\n{chains}\n];\n"


def _inputs(taken: Taken, leading: list[Chain]) -> Iterator[dict[str, Any]]:
    """Give the numbers that enter the chains, those that are ranges first."""
    code = "\n".join("\n".join(ChainCode(chain, taken.chains).statements()) for chain in leading)
    used = set(re.findall(r'x\["([^"]+)"\]', code))
    found = [_input(taken, one.name, one.value, one.unit, one.given) for one in stated_numbers(taken.c.case)
             if one.value is not None and one.name in used]  # fmt: skip
    rates = [
        _input(taken, name, value, "share", None)
        for name, value in stated_rates(taken.chains).items()
        if name in used
    ]
    yield from sorted([*found, *rates], key=lambda one: not one["ranged"])


def _input(taken: Taken, name: str, value: float, unit: str, given: Any) -> dict[str, Any]:  # noqa: ANN401 -- an input, or None
    stated = given.range() if given is not None else None
    is_share = unit == "share"
    low, high = (stated.low, stated.high) if stated else (min(0.0, 2 * value), max(0.0, 2 * value))
    if is_share and not stated and 0 <= value <= 1:
        low, high = 0.0, 1.0 if not 0 < value < SMALL_SHARE else value / SMALL_SHARE
    rate = name.partition(".")[0] in {"discount_rate", "finance_rate", "reinvestment_rate"}
    label = (
        capitalised(taken.w.names.full_name(name.partition(".")[0]))
        if rate
        else taken.c.links.place(name).text
    )
    return {
        "name": name,
        "label": label,
        "value": value,
        "low": low,
        "high": 0.5 if rate else high,
        "unit": "%" if is_share else taken.w.numbers.unit(unit, taken.c.values.currency),
        "percent": is_share,
        "ranged": stated is not None and stated.low != stated.high,
    }


def _chain(taken: Taken, chain: Chain) -> str:
    code = ChainCode(chain, taken.chains)
    statements = "\n  ".join(code.statements())
    figures = ",\n ".join(f"{name}: {written}" for name, written in figures_code(code))
    told = [_told(taken, chain, name) for name in SHOWN[chain.lane] if name in chain.figures]
    reasons = set(re.findall(r'"([a-z_]+)"', figures)) | {
        "out_of_range",
        "no_sign_change",
        "multiple_roots",
    }
    data = {
        "title": taken.c.names.soft(chain.soft).text if chain.soft else "",
        "told": told,
        "either": taken.say("side.either"),
        "yearly": chain.flows.axis.counted_in == "year",
        "reasons": {
            reason: taken.w.figures.reason_short(reason)  # type: ignore[arg-type]
            for reason in sorted(reasons)
            if has_entry("reasons", reason, "short")
        },
        "bridge": list(_bridge(taken, chain)),
    }
    written = dumps(data, ensure_ascii=False, separators=(",", ":")).replace("</", "<\\/")
    return (
        f"Object.assign({written}, {{compute: (x, off, h) => {{\n  const v = {{}};\n  {statements}\n  return v;\n}},\n"
        f"figures: {{{figures}}}}})"
    )


def _told(taken: Taken, chain: Chain, name: str) -> dict[str, Any]:
    """Give what the page says of a figure of the case: its name, its value, how far it stands."""
    figure, entry = chain.figures[name], FIGURES[name]
    w = taken.w.in_lane("social") if chain.lane == "social" else taken.w
    return {
        "name": name,
        "label": capitalised(w.names.full_name(name)),
        "case": taken.c.values.figure(figure).whole,
        "mark": _mark(taken, chain, figure),
        "shown": entry.shown_as,
        "side": _side(taken, chain, figure),
        "divided": entry.divided,
    }


def _side(taken: Taken, chain: Chain, figure: Figure) -> str:
    """Say which way a figure may lie at a reader's numbers."""
    side = side_at_other_numbers(chain, figure.name)
    return taken.say(f"side.{side or 'about'}") if side or figure.is_about else ""


def _mark(taken: Taken, chain: Chain, figure: Figure) -> str:
    if chain.appraisal is None or figure.value is None:
        return ""
    return mark_of(taken.w, taken.judged.locks_of(chain.appraisal), figure)


def _bridge(taken: Taken, chain: Chain) -> Iterator[dict[str, Any]]:
    """Give the steps of the bridge, each with what is not yet in force."""
    if chain.lane != "hard" or not chain.flows.benefits:
        return
    steps = stated_steps(chain.flows)
    for place, (name, _) in enumerate(steps):
        later = [each for _, shares in steps[place + 1 :] for each in shares]
        yield {"label": taken.w.labels.label("bridge", name), "off": later}
