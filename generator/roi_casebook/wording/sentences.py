"""Generated sentences: the finding on ROI, what it cost, who had an interest, what all rests on."""

from dataclasses import dataclass, replace

from babel.numbers import get_currency_name

from roi_casebook.appraisal import Appraisal, Basis
from roi_casebook.case.people import People, Person
from roi_casebook.roi.figures import Figure
from roi_casebook.wording.catalogue import Catalogue, has_entry
from roi_casebook.wording.figures import FigureTexts
from roi_casebook.wording.labels import Labels
from roi_casebook.wording.numbers import Numbers
from roi_casebook.wording.open_sides import Namer, nameless
from roi_casebook.wording.reconciling import digits_beside
from roi_casebook.wording.times import RateTexts, Times
from roi_casebook.wording.typography import capitalised
from roi_casebook.written.plurals import OTHER

BESIDE_ROI = ("pv_costs", "pv_benefits", "npv")
NO_DIFFERENCE = 0.005
"""Less than a cent is no discount."""
ASKED = ("paid", "measured", "wrote", "checked")


@dataclass(frozen=True)
class BasisText:
    """What kind of numbers these are: short chips, and one sentence.

    nature: the chips that say what was counted, in whose accounts; without prices, rate, horizon.
    """

    nature: tuple[str, ...]
    chips: tuple[str, ...]
    sentence: str


@dataclass(frozen=True)
class Sentences:
    """Sentences over a whole appraisal. ROI never stands without cost, NPV and horizon."""

    catalogue: Catalogue
    numbers: Numbers
    times: Times
    labels: Labels
    figures: FigureTexts
    rates: RateTexts

    def finding(
        self, appraisal: Appraisal, *, in_range: bool = False, named: Namer = nameless
    ) -> str:
        """Say what the money brought back, or why that cannot be said and what can.

        in_range: results stand between their limits, in 8 of 10 outcomes or under the condition of
        their side, the base case after them; named: what the causes of a side are called.
        """
        roi, bcr = appraisal.figures["roi"], appraisal.figures["bcr"]
        currency = appraisal.basis.currency
        if roi.value is None or bcr.value is None:
            known = (self._sentence_if_known(appraisal, name) for name in BESIDE_ROI)
            return " ".join([self.figures.figure(roi, currency).reason, *filter(None, known)])
        only = self.catalogue.t("finding.only") if bcr.value < 1 and not bcr.side else ""
        present = self.catalogue.t("finding.present_value") if _is_discounted(appraisal) else ""
        write = self.figures.in_limits if in_range else self.figures.with_bound
        each = replace(bcr, unit="money")  # what comes back for each unit of money
        back = [only, write(each, currency), present]
        status = _how_told(bcr, appraisal.basis)
        finding = self.catalogue.t(
            f"finding.{status}",
            each=self._each(currency),
            back=" ".join(filter(None, back)),
            roi=write(roi, currency),
            cost=self._cost_text(appraisal),
            npv=write(appraisal.figures["npv"], currency),
            horizon=self.times.horizon(appraisal.basis.horizon_years),
            accounts=self.labels.label("accounts", appraisal.basis.perspective),
        )
        off = (
            self.labels.label("taken_off_sentence", share) for share in appraisal.basis.taken_off
        )
        caveats = (
            self.labels.label("counterfactual_sentence", appraisal.basis.counterfactual),
            *off,
        )
        limits = self._limits(roi, currency, named) if in_range else ""
        return " ".join(filter(None, (finding, limits, *caveats)))

    def _limits(self, roi: Figure, currency: str, named: Namer) -> str:
        """Say what the limits of a finding mean, and what the base case is."""
        base = self.figures.with_bound(roi.exactly(), currency)
        if roi.side is None:
            return self.catalogue.t("finding.in_range", roi=base)
        condition, otherwise = self.figures.sides.condition(roi, named)
        return self.catalogue.t(
            "finding.in_range_if", condition=condition, otherwise=otherwise, roi=base
        )

    def _each(self, currency: str) -> str:
        named = currency if has_entry("money", "each_spent", currency) else OTHER
        words = self.catalogue.entry("money", "each_spent", named)
        return words.format(name=get_currency_name(currency, 1, self.catalogue.locale))

    def _sentence_if_known(self, appraisal: Appraisal, name: str) -> str:
        figure = appraisal.figures[name]
        if figure.value is None:
            both = figure.reason == "benefit_unknown" and name == "pv_benefits"
            also = both and appraisal.figures["roi"].reason == "cost_unknown"
            return self.figures.reason("benefit_unknown") if also else ""
        if name == "pv_benefits":
            return ""
        if name == "pv_costs":
            return self.cost(appraisal)
        return self.catalogue.t(
            "npv.sentence",
            npv=self.figures.figure(figure, appraisal.basis.currency).whole,
            horizon=self.times.horizon(appraisal.basis.horizon_years),
        )

    def cost(self, appraisal: Appraisal) -> str:
        """Say what it cost, over which time; or that this is not known."""
        reason = appraisal.figures["pv_costs"].reason
        if reason is not None:
            return self.figures.reason(reason)
        kind = "forecast" if appraisal.basis.cost_status == "forecast" else "sentence"
        return self.catalogue.t(
            f"cost.{kind}_discounted" if _differs(appraisal, "costs") else f"cost.{kind}",
            cost=self._cost_text(appraisal),
            horizon=self.times.horizon(appraisal.basis.horizon_years),
        )

    def _cost_text(self, appraisal: Appraisal) -> str:
        """Write the cost by as many digits as what it brought in all needs beside it."""
        figures = appraisal.figures
        digits = digits_beside(figures)
        cost = self.figures.figure(figures["pv_costs"], appraisal.basis.currency, digits=digits)
        return cost.whole

    def interest(self, people: People) -> str:
        """Say in one sentence who paid, who measured, who wrote and who checked."""
        clauses = [self._interest(asked, getattr(people, asked), people.paid) for asked in ASKED]
        return f"{capitalised(self.catalogue.t('interest.joint').join(clauses))}."

    def _interest(self, asked: str, person: Person, payer: Person) -> str:
        if person.role in ("nobody", "unknown"):
            return self.labels.label(f"interest_{person.role}", asked)
        is_hidden = asked == "paid" and person.role == "payer" and person.name is None
        who = self.catalogue.t("interest.not_named") if is_hidden else self._who(person, payer)
        return self.labels.label("interest", asked).format(who=who)

    def _who(self, person: Person, payer: Person) -> str:
        role = self.labels.label("role_in_sentence", person.role)
        if person.name is None:
            return role
        if person.name == payer.name or person.role == "payer":
            return person.name
        return f"{person.name} ({self.labels.label('role', person.role)})"

    def basis(self, basis: Basis) -> BasisText:
        """Say what figures rest on: chips for beside a number, a sentence for its note."""
        accounts = self.labels.label("accounts", basis.perspective)
        nature = (
            *self._nature(basis, accounts),
            self.labels.label("benefit", basis.benefit),
            self.labels.label("counterfactual", basis.counterfactual),
            *(self.labels.label("taken_off", share) for share in basis.taken_off),
        )
        chips = (
            *nature,
            self._prices(basis),
            self._rate(basis, "basis.rate", "timing_short"),
            self.catalogue.t("horizon", years=self.times.horizon(basis.horizon_years)),
            basis.currency,
        )
        sentence = self._basis_sentence(basis, accounts)
        return BasisText(tuple(filter(None, nature)), tuple(filter(None, chips)), sentence)

    def _nature(self, basis: Basis, accounts: str) -> tuple[str, ...]:
        """Say how the amounts were found, and in which lane they stand."""
        status = self.labels.label("status", basis.status)
        if basis.lane == "hard":
            return status, self.catalogue.t("basis.accounts", accounts=accounts)
        kind = self.catalogue.t(
            "social.forecast" if basis.status == "forecast" else "social.evaluative"
        )
        is_known = basis.status != "unknown"
        return (*([kind] if is_known else []), status, self.catalogue.t("basis.for_others"))

    def _basis_sentence(self, basis: Basis, accounts: str) -> str:
        counterfactual = self.labels.label("counterfactual", basis.counterfactual)
        taken_off = [self.labels.label("taken_off", share) for share in basis.taken_off]
        key = "basis.sentence_unknown" if basis.status == "unknown" else "basis.sentence"
        if basis.lane == "social":
            accounts = self.catalogue.t("basis.no_accounts")
        return self.catalogue.t(
            key,
            status=self.labels.label("status_of_figures", basis.status),
            accounts=accounts,
            benefit=self.labels.label("benefit", basis.benefit),
            counterfactual="".join(f", {each}" for each in (counterfactual, *taken_off) if each),
            currency=basis.currency,
            prices=self._prices(basis),
            rate=self.rate(basis),
            horizon=self.catalogue.t("horizon", years=self.times.horizon(basis.horizon_years)),
        )

    def _prices(self, basis: Basis) -> str:
        return self.labels.prices(basis.prices, basis.price_year)

    def rate(self, basis: Basis) -> str:
        """Say at which rate figures are discounted and when, or why at none."""
        return self._rate(basis, "rate", "timing")

    def _rate(self, basis: Basis, key: str, timings: str) -> str:
        if basis.present_in is not None:
            return self._present(basis, basis.present_in)
        if basis.horizon_years == 0 or not basis.is_discounted:
            return self.catalogue.t("rate.undiscounted")
        if basis.discount_rate is None:
            return self.catalogue.t("rate.missing")
        timing = self.labels.label(timings, basis.timing)
        return self.catalogue.t(key, rate=self.rates.of_basis(basis), timing=timing)

    def _present(self, basis: Basis, year: int) -> str:
        """Say that the source discounted, to which year, and at which rate where it tells it."""
        if basis.discount_rate is None:
            return self.catalogue.t("rate.present_values_unknown", year=str(year))
        rate = self.rates.a_year(basis.discount_rate)
        return self.catalogue.t("rate.present_values", rate=rate, year=str(year))


def _how_told(bcr: Figure, basis: Basis) -> str:
    """Give the sentence for what came back: nothing at all, less, or so much as was found in some way."""
    if bcr.value == 0 and not (bcr.side or bcr.is_about or bcr.has_range):
        return "nothing_forecast" if basis.status == "forecast" else "nothing"
    return "below_nought" if _may_be_below_nought(bcr) else basis.status


def _may_be_below_nought(bcr: Figure) -> bool:
    """Tell whether less than nothing may have come back for each unit of money that was spent."""
    ends = (bcr.value, bcr.p10)
    return any(end is not None and end < 0 for end in ends)


def _is_discounted(appraisal: Appraisal) -> bool:
    return _differs(appraisal, "costs") or _differs(appraisal, "benefits")


def _differs(appraisal: Appraisal, side: str) -> bool:
    """Tell whether a side is worth less at the start than in all, or its source says that it is."""
    if appraisal.flows.is_present:
        return True
    total, present = (appraisal.values[f"{kind}_{side}"].item() for kind in ("total", "pv"))
    return abs(total - present) > NO_DIFFERENCE
