"""No money in what is said of soft results: they are measured and never priced.

Looked for are numbers with a currency's sign, code or name. Why something is not known, what it
would take to know, and a bridge to money may speak of it.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from roi_casebook.case import Case
from roi_casebook.reading.document import Finding
from roi_casebook.reading.money_tables import EURO, shipped_money_tables
from roi_casebook.reading.rules.refused_words import by_language
from roi_casebook.reading.rules.surroundings import Surroundings
from roi_casebook.reading.sound import Sound
from roi_casebook.reading.texts import texts

MAY_NAME_MONEY = frozenset({"looked", "needs", "bridge"})
_SIGNS = "$¢£¤¥\u20a0-\u20cf\ufe69\uff04\uffe0\uffe1\uffe5"  # all that Unicode has in wide use
_NUMBER = r"\d(?:[\d.,'\u2019\s]*\d)?"
_SCALE = r"(?:\s*(?i:k|m|mm|bn|md|mn|hundred|thousand|million|billion|mille|milliard)s?(?!\w))?"
_NAMES = r"euros?|dollars?|pounds? sterling|livres? sterling|francs?|yens?|cents?|centimes?"


def no_money_in_soft_texts(case: Sound, _site: Surroundings) -> Iterator[Finding]:
    """A soft result's label, instrument and notes name no sum of money."""
    written = case.document.value if isinstance(case.document.value, Mapping) else {}
    sums = _sums(case.money.currency if case.money else EURO)
    for path, text in texts(Case, {"soft": written.get("soft")}):
        if MAY_NAME_MONEY.isdisjoint(path):
            for key, words in by_language(text):
                if found := sums.search(words):
                    yield Finding(
                        (*path, key) if key else path,
                        "money_in_soft_text",
                        f"found {found[0].strip()!r} in the text of a soft result: it is measured and never priced",
                        "leave the sum out; quote what a source makes of it under claims:",
                        column=found.start() + 1,
                    )


@cache
def _sums(currency: str) -> re.Pattern[str]:
    """Give the pattern of a sum of money: a currency before a number, or behind one."""
    codes = "|".join(sorted({currency, EURO, *shipped_money_tables().rates}))
    sign = rf"[A-Z]{{0,2}}[{_SIGNS}](?:[A-Z]{{2}})?"
    before = rf"(?:{sign}|(?<!\w)(?:{codes}))\s*{_NUMBER}{_SCALE}"
    behind = rf"(?<![\w.,]){_NUMBER}{_SCALE}\s*(?:(?:of |de |d['\u2019])?(?:{sign}|(?:{codes}|(?i:{_NAMES}))(?!\w)))"
    return re.compile(f"{before}|{behind}")
