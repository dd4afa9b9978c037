"""What cases have in common: counted, and why one is offered beside another."""

from itertools import islice

import pandas as pd

from roi_casebook.library.table import LIKENESS, SUBSTANCE, counts, library_table, likenesses
from tests.many_cases import many_cases
from tests.pages.told import REAL, SITE, real

CASES = list(islice(many_cases([real(slug) for slug in REAL], SITE.vocabulary), 60))
TABLE = library_table(CASES)


def made(**columns: list[object]) -> pd.DataFrame:
    slugs = [f"case-{number}" for number in range(len(columns["kind"]))]
    return pd.DataFrame(columns, index=pd.Index(slugs, name="slug"))


SMALL = made(
    kind=["app", "app", "film", "talk", "walk"],
    sector=["retail", "energy", "retail", "culture", "tourism"],
    channels=[("web", "radio"), ("web",), ("radio", "web"), ("post",), ("feet",)],
    size=["small", "unknown", "unknown", "small", "small"],
)


def test_a_case_with_several_channels_counts_for_each() -> None:
    assert counts(SMALL, "channels") == {"feet": 1, "post": 1, "radio": 2, "web": 3}
    assert counts(SMALL, "kind") == {"app": 2, "film": 1, "talk": 1, "walk": 1}


def test_the_most_alike_come_first_with_what_they_share() -> None:
    first, second = likenesses(SMALL)["case-0"]
    assert first.slug == "case-2"
    assert first.shared == (("sector", "retail"), ("channels", "web"), ("channels", "radio"))
    assert second.slug == "case-1"
    assert second.shared == (("kind", "app"), ("channels", "web"))


def test_the_size_alone_is_no_likeness_and_an_unknown_size_none_at_all() -> None:
    assert likenesses(SMALL)["case-3"] == ()
    assert ("size", "unknown") not in likenesses(SMALL)["case-1"][0].shared


def test_no_case_is_like_itself_and_all_share_something_of_substance() -> None:
    for slug, found in likenesses(TABLE).items():
        assert slug not in [one.slug for one in found]
        weights = [sum(LIKENESS[column] for column, _ in one.shared) for one in found]
        assert weights == sorted(weights, reverse=True)
        assert all(weight >= SUBSTANCE for weight in weights)


def test_likenesses_are_the_same_each_time_and_in_any_company() -> None:
    assert likenesses(TABLE) == likenesses(library_table(CASES))
    fewer = likenesses(TABLE, most=1)
    assert all(found == likenesses(TABLE)[slug][:1] for slug, found in fewer.items())


def test_an_empty_library_has_a_table_too() -> None:
    empty = library_table([])
    assert likenesses(empty) == {}
    assert counts(empty, "sector") == {}
