"""The packs of measures that ship: each names measures that exist and may be used, in both languages."""

import pytest

from roi_casebook.shipped.vocabulary import shipped_vocabulary

VOCABULARY = shipped_vocabulary()


@pytest.mark.parametrize("name", VOCABULARY.packs)
def test_a_pack_names_five_to_nine_measures_that_may_be_used(name: str) -> None:
    measures = VOCABULARY.packs[name].measures
    assert 5 <= len(set(measures)) == len(measures) <= 9
    assert all(VOCABULARY.measures[measure].refused is None for measure in measures)


@pytest.mark.parametrize("name", VOCABULARY.packs)
def test_a_pack_measures_money_and_more_than_money(name: str) -> None:
    lanes = {VOCABULARY.measures[measure].lane for measure in VOCABULARY.packs[name].measures}
    assert "soft" in lanes
    assert lanes & {"hard", "social"}


def test_every_text_of_a_pack_has_both_languages() -> None:
    for pack in VOCABULARY.packs.values():
        for text in (pack.label, pack.definition, pack.why, pack.comparator, pack.trap):
            assert set(text) == {"en", "fr"}


def test_the_texts_of_packs_are_typeset() -> None:
    for pack in VOCABULARY.packs.values():
        for text in (pack.label, pack.definition, pack.why, pack.comparator, pack.trap):
            assert not any("'" in written for written in text.values())


def test_the_packs_that_the_library_promises_are_there() -> None:
    assert {
        "b2b-services", "retail", "tourism", "public-service", "public-health", "charity", "recruitment",
        "internal-collaboration", "customer-service", "culture",
    } <= set(VOCABULARY.packs)  # fmt: skip


def test_packs_are_made_for_kinds_and_sectors_that_exist() -> None:
    for pack in VOCABULARY.packs.values():
        assert pack.kinds or pack.sectors
        assert set(pack.kinds) <= set(VOCABULARY.kinds)
        assert set(pack.sectors) <= set(VOCABULARY.sectors)


def test_the_kind_of_an_initiative_decides_before_the_sector() -> None:
    assert set(VOCABULARY.packs_for("recruiting", "retail")) == {"recruitment"}
    assert set(VOCABULARY.packs_for("paid-search", "retail")) == {"retail"}
    assert not VOCABULARY.packs_for("paid-search", "construction")


def test_the_measures_of_depth_are_relations() -> None:
    assert {name for name, each in VOCABULARY.measures.items() if each.is_relation} == {
        "answered-by-named-person", "median-time-to-human-answer", "returning-contacts",
        "unsolicited-recommendations", "silent-churn",
    }  # fmt: skip


def test_only_soft_measures_are_changes_or_relations() -> None:
    marked = [each for each in VOCABULARY.measures.values() if each.is_change or each.is_relation]
    assert {each.lane for each in marked} == {"soft"}
