"""Where side or reason still differ at other numbers: a fault of the workbook and the script, to be mended.

Which way an unknown share or part pushes is written down as the case stands. Where another number
turns what came back below nought, or from nought to something, `roi/` pushes it another way.
No value differs: only what is said beside it.
"""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet

NOT_AGREED: Mapping[str, AbstractSet[str]] = {
    "anti-drug-media-campaign": {"fewer_users", "gain"},
    "army-capita-recruiting": {"applications_lost"},
    "best-job-in-the-world": {"fewer_visitors"},
    "blendtec-will-it-blend": {"advertising_income"},
    "cisco-virtual-launch": {"saved", "six_times"},
    "danish-open-geodata": {"users_after"},
    "denmark-address-data": {"contracts_saved"},
    "dgfip-online-returns": {"spared"},
    "gds-digital-savings": {"gds_savings"},
    "insieme-swiss-tax": {"saved"},
    "louvre-samothrace": {"raised"},
    "marseille-provence-2013": {"effects"},
    "onp-state-payroll": {"saved"},
    "orsay-courbet": {"raised"},
    "pure-michigan": {"state_tax"},
    "river-pools": {"budget_before"},
    "saaqclic": {"saved"},
    "scribe-police": {"saved"},
    "starbucks-uk-social": {
        "coffee_in_cup",
        "costs_spared",
        "milk_in_cup",
        "price_per_cup",
        "value_added_tax",
    },
    "uber-app-installs": {"extra_installs", "margin_brought"},
}
"""By case, the inputs at another number of which that is so."""


def is_agreed(slug: str, name: str) -> bool:
    """Tell whether another number of an input leads to the same side and reason everywhere."""
    return name not in NOT_AGREED.get(slug, ())
