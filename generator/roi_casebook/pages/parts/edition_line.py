"""The edition of a site in words."""

from roi_casebook.case.beside.editions import Edition
from roi_casebook.wording import Wording


def edition_line(wording: Wording, edition: Edition) -> str:
    """Say of which day and commit the site is."""
    day = wording.times.date(edition.day)
    if edition.commit is None:
        return wording.t("edition", day=day)
    key = "edition.changed" if edition.changed_since else "edition.commit"
    return wording.t(key, day=day, commit=edition.commit)
