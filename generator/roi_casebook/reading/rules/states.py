"""The case as a whole: its state, its dates, its shares without a basis."""

from collections.abc import Iterator

from roi_casebook.case.lines import years_from_start
from roi_casebook.reading.model.valid_parts import Surroundings, ValidParts
from roi_casebook.reading.rules.references import shares_of
from roi_casebook.yaml_places.document import Finding


def withdrawn_says_why(case: ValidParts, _site: Surroundings) -> Iterator[Finding]:
    """A withdrawn case says when and why, and no other case does."""
    written = case.document.value if isinstance(case.document.value, dict) else {}
    has_reason = written.get("withdrawn") is not None
    if case.state == "withdrawn" and not has_reason:
        yield Finding(
            ("state",),
            "withdrawn_without_why",
            "found a withdrawn case without withdrawn:, expected when and why",
            "add withdrawn: {on: 2026-11-22, why: ...}",
        )
    if case.state not in (None, "withdrawn") and has_reason:
        yield Finding(
            ("withdrawn",),
            "not_withdrawn",
            f"found withdrawn: in a case whose state is {case.state}",
            "write state: withdrawn, or remove the block",
            at="key",
        )


def checked_by_now(case: ValidParts, site: Surroundings) -> Iterator[Finding]:
    """A case was not checked on a day that is still to come."""
    if case.checked and case.checked > site.today:
        message = f"found {case.checked}, a day in the future"
        yield Finding(
            ("checked",),
            "checked_in_future",
            message,
            "write the day on which the case was checked",
            "hint",
        )


def years_within_horizon(case: ValidParts, _site: Surroundings) -> Iterator[Finding]:
    """Every line falls within the years that the case covers."""
    if not case.period:
        return
    years = case.period.years
    for table, name, line in case.money_lines():
        beyond = [year for year in line.amounts() if not 0 <= year <= years]
        if beyond:
            span = f"the years 0 to {years}" if years else "year 0 alone"
            yield Finding(
                (table, name, "when"),
                "year_outside_horizon",
                f"found year {beyond[0]}, but the case covers {span}",
                years_from_start(beyond[0]) or "mend the year, or the horizon at period.years",
            )


def horizon_has_flows(case: ValidParts, _site: Surroundings) -> Iterator[Finding]:
    """The years that the case covers end with its last amount, known or not."""
    if not case.period or not case.all_whole("costs", "benefits", "net"):
        return
    last = max((year for _, _, line in case.money_lines() for year in line.amounts()), default=0)
    if 0 < last < case.period.years:
        yield Finding(
            ("period", "years"),
            "horizon_without_flows",
            f"found a horizon of {case.period.years} years, but no amount after year {last}",
            f"write {last}, or add the amounts of the years from then on; what is not known is unknown",
            "hint",
        )


def shares_have_a_basis(case: ValidParts, _site: Surroundings) -> Iterator[Finding]:
    """A share without source or assumption is named; the reason of a risk may stand in the note."""
    for table, name, line in case.money_lines():
        for path, share in shares_of(line):
            if isinstance(share, float) and not (path[-1] == "risk" and line.note):
                yield Finding(
                    (table, name, *path),
                    "no_basis_for_share",
                    f"found {path[-1]} as a bare share, without a source or an assumption",
                    f"write {path[-1]}: {{value: {share * 100:.6g}%, assumption: ...}}, or name an input"
                    + (", or give the reason in note:" if path[-1] == "risk" else ""),
                    "hint",
                )
