"""Generated sentences: the finding on ROI, what it cost, who had an interest."""

from dataclasses import dataclass, replace

from babel.numbers import get_currency_name

from roi_casebook.appraisal import Appraisal
from roi_casebook.case.people import People, Person
from roi_casebook.wording.catalogues import OTHER, capitalised, entry_text, has_entry
from roi_casebook.wording.figures import Verdicts

BESIDE_ROI = ("pv_costs", "pv_benefits", "npv")
NO_DIFFERENCE = 0.005
"""Less than a cent is no discount."""
ASKED = ("paid", "measured", "wrote", "checked")


@dataclass(frozen=True)
class Sentences(Verdicts):
    """Sentences over a whole appraisal. ROI never stands without cost, NPV and horizon."""

    def roi_sentence(self, appraisal: Appraisal, *, in_range: bool = False) -> str:
        """Say what the money brought back, or why that cannot be said and what can.

        in_range: results stand between their limits in 8 of 10 outcomes, the base case after them.
        """
        roi, bcr = appraisal.figures["roi"], appraisal.figures["bcr"]
        currency = appraisal.basis.currency
        if roi.value is None or bcr.value is None:
            known = (self._sentence_if_known(appraisal, name) for name in BESIDE_ROI)
            return " ".join([self.figure(roi, currency).reason, *filter(None, known)])
        only = self.t("finding.only") if bcr.value < 1 and bcr.bound != "at_least" else ""
        present = self.t("finding.present_value") if _is_discounted(appraisal) else ""
        write = self.in_limits if in_range else self.with_bound
        each = replace(bcr, unit="money")  # what comes back for each unit of money
        back = ["" if bcr.bound else only, write(each, currency), present]
        finding = self.t(
            f"finding.{appraisal.basis.status}",
            each=self._each(currency),
            back=" ".join(filter(None, back)),
            roi=write(roi, currency),
            cost=self.figure(appraisal.figures["pv_costs"], currency).whole,
            npv=write(appraisal.figures["npv"], currency),
            horizon=self.horizon(appraisal.basis.horizon_years),
            accounts=self.label("accounts", appraisal.basis.perspective),
        )
        off = (self.label("taken_off_sentence", share) for share in appraisal.basis.taken_off)
        caveats = (self.label("counterfactual_sentence", appraisal.basis.counterfactual), *off)
        limits = self.t("finding.in_range", roi=self.with_bound(roi, currency)) if in_range else ""
        return " ".join(filter(None, (finding, limits, *caveats)))

    def _each(self, currency: str) -> str:
        named = currency if has_entry("money", "each_spent", currency) else OTHER
        words = entry_text("money", ("each_spent", named), self.language)
        return words.format(name=get_currency_name(currency, 1, self.locale))

    def _sentence_if_known(self, appraisal: Appraisal, name: str) -> str:
        figure = appraisal.figures[name]
        if figure.value is None:
            both = figure.reason == "benefit_unknown" and name == "pv_benefits"
            also = both and appraisal.figures["roi"].reason == "cost_unknown"
            return self.reason("benefit_unknown") if also else ""
        if name == "pv_benefits":
            return ""
        if name == "pv_costs":
            return self.cost_sentence(appraisal)
        return self.t(
            "npv.sentence",
            npv=self.figure(figure, appraisal.basis.currency).whole,
            horizon=self.horizon(appraisal.basis.horizon_years),
        )

    def cost_sentence(self, appraisal: Appraisal) -> str:
        """Say what it cost, over which time; or that this is not known."""
        cost = self.figure(appraisal.figures["pv_costs"], appraisal.basis.currency)
        reason = appraisal.figures["pv_costs"].reason
        if reason is not None:
            return self.reason(reason)
        return self.t(
            "cost.sentence_discounted" if _differs(appraisal, "costs") else "cost.sentence",
            cost=cost.whole,
            horizon=self.horizon(appraisal.basis.horizon_years),
        )

    def interest(self, people: People) -> str:
        """Say in one sentence who paid, who measured, who wrote and who checked."""
        clauses = [self._interest(asked, getattr(people, asked), people.paid) for asked in ASKED]
        return f"{capitalised(self.t('interest.joint').join(clauses))}."

    def _interest(self, asked: str, person: Person, payer: Person) -> str:
        if person.role in ("nobody", "unknown"):
            return self.label(f"interest_{person.role}", asked)
        return self.label("interest", asked).format(who=self._who(person, payer))

    def _who(self, person: Person, payer: Person) -> str:
        role = self.label("role_in_sentence", person.role)
        if person.name is None:
            return role
        if person.name == payer.name or person.role == "payer":
            return person.name
        return f"{person.name} ({self.label('role', person.role)})"


def _is_discounted(appraisal: Appraisal) -> bool:
    return _differs(appraisal, "costs") or _differs(appraisal, "benefits")


def _differs(appraisal: Appraisal, side: str) -> bool:
    """Tell whether a side is worth less at the start than in all."""
    total, present = (appraisal.values[f"{kind}_{side}"].item() for kind in ("total", "pv"))
    return abs(total - present) > NO_DIFFERENCE
