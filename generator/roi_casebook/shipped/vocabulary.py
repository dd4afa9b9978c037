"""The vocabulary that ships with the package: measures, sectors, kinds, channels, objectives, units."""

from functools import cache

from roi_casebook.config import OwnTerms, Vocabulary
from roi_casebook.shipped.package_data import package_model, package_table
from roi_casebook.shipped.texts_of_tables import shipped_units, with_texts


@cache
def shipped_vocabulary() -> Vocabulary:
    """Read the vocabulary from the package's data. Errors: PackageDataError."""
    tables = {
        name: with_texts(f"vocabulary.{name}", package_table("vocabulary", f"{name}.yml"))
        for name in OwnTerms.model_fields
    }
    return package_model(Vocabulary, {**tables, "units": shipped_units()})
