"""The thresholds of the appraisal as they ship, and with a site's own values in their place."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from roi_casebook.config import Thresholds
from roi_casebook.shipped.package_data import package_model, package_table
from roi_casebook.shipped.texts_of_tables import with_texts
from roi_casebook.written.parts import Part

FIELD = "thresholds"


class ThresholdTable(Part):
    """The shipped file, as one entry."""

    thresholds: Thresholds


@cache
def shipped_thresholds() -> Thresholds:
    """Read the thresholds from the package's data. Errors: PackageDataError."""
    table = with_texts(FIELD, package_table("thresholds.yml"))
    return package_model(ThresholdTable, {FIELD: table}).thresholds


def thresholds_with_own(own: Mapping[str, float]) -> Thresholds:
    """Give the shipped thresholds with a site's own values in place of theirs."""
    return MappingProxyType(
        {
            name: threshold.model_copy(update={"value": own.get(name, threshold.value)})
            for name, threshold in shipped_thresholds().items()
        }
    )
