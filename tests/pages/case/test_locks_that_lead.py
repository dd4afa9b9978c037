"""The locks of a reading are those of what leads it: none contradicts what stands above it."""

import pytest

from tests.pages.told import SITE, real, telling, view

WITH_READINGS = sorted(slug for slug, case in SITE.cases.items() if case.readings)


def test_social_value_that_leads_gives_each_reading_its_locks() -> None:
    judged = real("truth-campaign")
    found = {name: judged.locks_that_lead(name) for name in judged.readings}
    assert {(locks.effect, locks.money) for locks in found.values()} == {(2, 4)}
    assert judged.evidence.readings["beyond_cost"].effect == 0


@pytest.mark.parametrize("slug", WITH_READINGS)
def test_the_card_of_the_leading_reading_says_what_the_first_screen_says(slug: str) -> None:
    judged = real(slug)
    assert judged.locks_that_lead(judged.leading.reading) == judged.leads.locks
    said = telling(judged).wording.evidence.label("word", judged.leads.locks.word)
    shown = view(judged)
    cards = shown.sections["readings"].readings
    evidence = next(card for card in cards if card.leads).figures[-1].value
    assert evidence.head + evidence.last == said
