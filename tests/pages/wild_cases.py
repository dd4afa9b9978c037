"""Cases as nobody would write them: harms, noughts, tiny and huge amounts, unknowns, several readings.

A seed gives the same case for ever. Each is what `check` may let pass: what it refuses is not made.
"""

from collections.abc import Callable, Iterator
from copy import deepcopy
from random import Random
from typing import Any

from tests.pages.told import DRAWN

SIZES = (
    0,
    0.0004,
    0.002,
    0.03,
    0.7,
    3.64,
    40,
    99.95,
    100,
    109.945,
    999.6,
    12_600,
    4e5,
    2.5e7,
    3e10,
    7e13,
    1e21,
)
STATUSES = ("observed", "estimated", "modelled", "forecast")
DESIGNS = ("none", "before-after", "tracked", "adjusted-before-after", "randomised")
CURRENCY = "EUR"
SHARES = ("0%", "0.4%", "25%", "60%", "100%", "unknown")
SHARES_OF_BENEFITS = ("deadweight", "displacement", "attribution_to_others")
SPAN = ((1, 1), (0.8, 1.3), (0.2, 6))
SOURCED = {"source": "books", "quote": "as told"}
UNKNOWN = {"amount": "unknown", "looked": "in the books"}
SOFT = (
    ("participants", "person"),
    ("orders", "order"),
    ("staff-hours-freed", "hour/year"),
    ("trust", "1"),
    ("hires", "hire"),
    ("followers", "account"),
    ("incidents", "incident"),
)
COUNTED_ONCE = ("participants", "orders", "hires")


SYMBOL, OWN_MEASURE = "sgn", "petition-names"
OWN_WORDS = {
    "units": {
        SYMBOL: {
            "en": {"one": "signature", "other": "signatures"},
            "fr": {"one": "signature", "other": "signatures"},
        }
    },
    "own": {
        "measures": {
            OWN_MEASURE: {
                "label": {"en": "Names under a petition", "fr": "Noms sous une pétition"},
                "definition": {"en": "Names.", "fr": "Noms."},
                "unit": SYMBOL, "lane": "soft", "better": "higher",
            }
        }
    },
    "metrics": {
        name: {
            "label": {"en": f"Cost by {name}", "fr": f"Coût par {name}"}, "formula": formula, "unit": unit,
        }
        for name, formula, unit in (
            ("head", "pv_costs / participants", "money/person"),
            ("hour", "pv_costs / staff_hours_freed", "money*year/hour"),
            ("name", "2 * pv_costs / petition_names", f"money/{SYMBOL}"),
        )
    },
}  # fmt: skip
"""What the site of these cases has of its own: a unit, a measure in it, metrics that name measures."""


def wild_case(seed: int) -> dict[str, Any]:
    """Make the case of a seed as plain data, as YAML would read it."""
    raw = _Maker(Random(seed)).case()  # noqa: S311 -- made cases, no secrets
    _signed(raw, Random(-1 - seed))  # noqa: S311 -- as above
    return raw


def _signed(raw: dict[str, Any], draw: Random) -> None:
    """Give some cases a result in the site's own unit, by itself, so that all else stays as it was."""
    if draw.random() < 0.6:
        return
    size = draw.choice((0, 1, 4, 500, 2e6))
    raw["inputs"]["of_names"] = {"value": size, "unit": SYMBOL, **SOURCED}
    share: Any = draw.choice(("unknown", {"value": "25%", **SOURCED}))
    raw["soft"]["names"] = {
        "measure": OWN_MEASURE, "stage": draw.choice(("output", "outcome", "impact")),
        "result": "of_names", "design": "tracked", "source": "books", "negative": "not-looked",
        "without_it": {"design": "tracked", "deadweight": share},
    }  # fmt: skip


class _Maker:
    """Draws the parts of one case."""

    def __init__(self, draw: Random) -> None:
        self.draw = draw
        self.years = draw.choice((0, 1, 1, 2, 3, 10))
        self.inputs: dict[str, Any] = {}

    def case(self) -> dict[str, Any]:
        draw = self.draw
        raw: dict[str, Any] = {**deepcopy(DRAWN), "claims": {}}
        raw["title"] = draw.choice(("A case", {"en": "A case", "fr": "Un cas"}))
        raw["summary"] = draw.choice(("What was done.", {"en": "Done.", "fr": "Fait."}))
        raw["period"] = {
            "start": draw.choice(("2009", "2009-03", "2009-03-07")),
            "years": self.years,
            "observed_months": draw.choice(("unknown", 3, 12, 40)),
        }
        raw["money"]["price_year"] = 2009
        raw["money"] |= {
            "discount_rate": {"value": draw.choice(("8%", "0%", "30%")), "why": "made up"}
        }
        raw["people"]["paid"] = draw.choice(
            ({"role": "payer"}, {"role": "payer", "name": "Nobody"})
        )
        raw["initiative"]["kind"] = draw.choice(
            ("internal-tool", "content-marketing", "mobile-app")
        )
        raw["costs"] = dict(self._lines("cost", self._cost, (1, 1, 2, 3)))
        raw["benefits"] = dict(self._lines("benefit", self._benefit, (0, 1, 1, 2)))
        raw["soft"] = dict(self._soft())
        raw["inputs"] = self.inputs
        self._readings(raw)
        self._bounds()
        return raw

    def _lines(
        self, kind: str, make: Callable[[str], dict[str, Any]], counts: tuple[int, ...]
    ) -> Iterator[tuple[str, dict[str, Any]]]:
        for number in range(self.draw.choice(counts)):
            name = f"{kind}_{number}"
            line = {"label": f"The {kind} {number}", "status": self.draw.choice(STATUSES)}
            yield name, line | make(name)

    def _cost(self, name: str) -> dict[str, Any]:
        return {"when": self._when(0)} | self._amount(name, may_harm=False)

    def _benefit(self, name: str) -> dict[str, Any]:
        stated = self.draw.sample(SHARES_OF_BENEFITS, self.draw.choice((1, 1, 3)))
        design = self.draw.choice(DESIGNS)
        stated = ["displacement"] if design == "randomised" else ["deadweight", *stated]
        without = {share: self._share() for share in dict.fromkeys(stated)}
        said = {} if design == "none" else {"baseline": "the year before"}
        control = {"comparator": "those who got none"} if design == "randomised" else {}
        return {
            "measure": "cost-saved",
            "when": self._when(1),
            "without_it": {"design": design, **said, **control, **without},
        } | self._amount(name, may_harm=True)

    def _share(self) -> Any:  # noqa: ANN401 -- a word or an input in place
        share = self.draw.choice(SHARES)
        return share if share == "unknown" else {"value": share, **SOURCED}

    def _when(self, first: int) -> Any:  # noqa: ANN401 -- a year, or years
        last = self.draw.choice((first, self.years))
        return f"{first}-{last}" if last > first else min(first, self.years)

    def _amount(self, name: str, *, may_harm: bool) -> dict[str, Any]:
        if self.draw.random() < 0.15:
            return dict(UNKNOWN)
        harm = may_harm and self.draw.random() < 0.2
        amount = self._input(f"of_{name}", self.draw.choice(SIZES), CURRENCY)
        return {"amount": f"-{amount}" if harm else amount}

    def _input(self, name: str, size: float, unit: str) -> str:
        low, high = self.draw.choice(SPAN)
        ends = {"low": low * size, "likely": size, "high": high * size, "shape": "triangular"}
        is_range = low < high and size
        self.inputs[name] = {**(ends if is_range else {"value": size}), "unit": unit, **SOURCED}
        return name

    def _soft(self) -> Iterator[tuple[str, dict[str, Any]]]:
        for measure, unit in self.draw.sample(SOFT, self.draw.choice((0, 1, 2, 3))):
            name = measure.replace("-", "_")
            size = self.draw.choice((0, 0.3, 4, 500, 2e6))
            result = self._input(f"of_{name}", size, unit)
            yield name, {
                "measure": measure, "stage": self.draw.choice(("out-take", "outcome")), "result": result,
                "design": "tracked", "source": "books", "negative": "not-looked",
            } | self._counted(measure, name, size, unit)  # fmt: skip

    def _counted(self, measure: str, name: str, size: float, unit: str) -> dict[str, Any]:
        """Say of some results when they came, for which costs, and what would have come anyway."""
        said: dict[str, Any] = {}
        if self.draw.random() < 0.4:
            share = {"deadweight": self._share()}
            control = {"comparator": "those who got none"} if self.draw.random() < 0.5 else {}
            said["without_it"] = {"design": "tracked", **control, **share}
        if self.draw.random() < 0.3:
            said["for"] = ["cost_0"]
        if measure == "followers" and self.draw.random() < 0.7:
            said["baseline"] = self._input(
                f"before_{name}", size * self.draw.choice((0, 0.5, 2)), unit
            )
        elif measure in COUNTED_ONCE and self.years and self.draw.random() < 0.5:
            said |= {"when": {1: f"of_{name}", self.years: f"of_{name}"}}
            said["result"] = (
                " + ".join(dict.fromkeys([f"of_{name}"]))
                if self.years == 1
                else f"of_{name} + of_{name}"
            )
        return said

    def _readings(self, raw: dict[str, Any]) -> None:
        lines = [*raw["costs"], *raw["benefits"]]
        if len(raw["benefits"]) and self.draw.random() < 0.4:
            raw["readings"] = {
                "all": {"label": "All of it", "lines": lines},
                "less": {"label": "Without the last", "lines": lines[:-1]},
            }
            leads = self.draw.choice(("all", "less"))
            raw["headline"] = {"reading": leads, "because": "made up"}

    def _bounds(self) -> None:
        """Let some points be what their sources give as a bound, or as about so much."""
        for given in self.inputs.values():
            if "value" in given and self.draw.random() < 0.15:
                given["bound"] = self.draw.choice(("about", "up-to", "over"))
