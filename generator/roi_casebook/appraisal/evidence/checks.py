"""What a check of the numbers lifts: of what no reader can open, that which it covers.

It lifts nothing else, and never an assumption. Somebody must answer for it: by name, on a day,
saying what was seen; nobody who wrote or measured the account, and nobody who pays or is paid for it.
"""

from roi_casebook.appraisal.evidence.numbers_used import UsedNumber
from roi_casebook.case import Case
from roi_casebook.case.people import ALL

SIGHTED_BY = frozenset({"auditor", "researcher", "public-body", "editor"})
"""Who can have seen the records and has no part in them."""


def is_checked(case: Case, number: UsedNumber) -> bool:
    """Tell whether a sound check covers a number."""
    return number.stated is not None and covers(case, number.name)


def covers(case: Case, name: str) -> bool:
    """Tell whether a sound check covers an input; what is assumed, beside a source too, no check covers."""
    covered = case.people.checked.covers or ()
    given = case.inputs.get(name)
    is_assumed = given is not None and (
        given.assumption is not None or given.assumed_by is not None
    )
    return not is_assumed and is_sound(case) and (ALL in covered or name in covered)


def is_sound(case: Case) -> bool:
    """Tell whether somebody who may be believed says by name, with a day, what was seen."""
    check, people = case.people.checked, case.people
    if check.role not in SIGHTED_BY or not (check.name and check.date and check.saw):
        return False
    return check.name not in {people.wrote.name, people.measured.name, people.paid.name}
