"""Cases in few words for the tests of rules: what is written, and a site around it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import yaml

from roi_casebook.case import Case
from roi_casebook.reading.model.valid_parts import Surroundings, ValidParts, sound_parts
from roi_casebook.reading.model.validation import validated
from roi_casebook.reading.rules import broken_rules
from roi_casebook.shipped.vocabulary import shipped_vocabulary
from roi_casebook.yaml_places.document import Finding
from roi_casebook.yaml_places.reader import read_yaml

AROUND = Surroundings(("en",), shipped_vocabulary(), words_are_sure=True, today=date(2027, 1, 1))


def sound(written: Mapping[str, Any]) -> ValidParts:
    """Give the sound parts of what is written."""
    document = read_yaml(yaml.safe_dump(dict(written), allow_unicode=True).encode(), "case.yml")
    case, wrong = validated(Case, document.value)
    return sound_parts(document, case, [finding.path for finding in wrong])


def told(written: Mapping[str, Any], *codes: str) -> list[Finding]:
    """Give the findings of some codes that the rules have on what is written."""
    return [finding for finding in broken_rules(sound(written), AROUND) if finding.code in codes]


def wrong(written: Mapping[str, Any]) -> list[Finding]:
    """Give what the model refuses of what is written."""
    return list(validated(Case, written)[1])
