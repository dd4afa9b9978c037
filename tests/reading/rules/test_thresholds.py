"""The thresholds: the shipped table is whole; a site's own values win, or are refused by name."""

from pathlib import Path

import pytest

from roi_casebook.problems import Problem
from roi_casebook.reading.files.site_file import read_config
from roi_casebook.shipped.thresholds import shipped_thresholds, thresholds_with_own

CONFIG = (Path(__file__).parents[3] / "site_config.yml").read_text(encoding="utf-8")


def problems_with(written: str, folder: Path) -> list[Problem]:
    (folder / "site_config.yml").write_text(f"{CONFIG}\n{written}\n", encoding="utf-8")
    return list(read_config(folder).problems)


def test_each_threshold_is_named_and_explained_in_both_languages() -> None:
    for threshold in shipped_thresholds().values():
        for text in (threshold.label, threshold.definition, threshold.source):
            assert set(text) == {"en", "fr"}


def test_a_site_sets_its_own_value_and_leaves_the_others() -> None:
    own = thresholds_with_own({"decayed_after": 8})
    assert own["decayed_after"].value == 8
    shipped = {**shipped_thresholds(), "decayed_after": own["decayed_after"]}
    assert dict(own) == shipped


def test_own_values_are_read(tmp_path: Path) -> None:
    assert problems_with("thresholds: {decayed_after: 8, too_early_below: 40%}", tmp_path) == []
    config = read_config(tmp_path).config
    assert config is not None
    assert config.thresholds == {"decayed_after": 8, "too_early_below": 0.4}


@pytest.mark.parametrize(
    ("written", "code", "in_hint"),
    [
        ("thresholds: {decayed_aftr: 3}", "unknown_threshold", "decayed_after"),
        ("thresholds: {cap_forecast: 6}", "threshold_out_of_range", "1"),
        ("thresholds: {cap_forecast: 1.5}", "threshold_out_of_range", "1"),
        ("thresholds: {deductions_most: 0.5}", "threshold_out_of_range", "2"),
        ("thresholds: {decayed_after: -1}", "wrong_value", ""),
        ("thresholds: {decayed_after: soon}", "not_a_number", ""),
        ("thresholds: 5", "wrong_value", ""),
    ],
)
def test_what_cannot_be_is_refused_at_its_place(
    written: str, code: str, in_hint: str, tmp_path: Path
) -> None:
    (problem,) = problems_with(written, tmp_path)
    assert (problem.code, problem.severity) == (code, "error")
    assert in_hint in problem.hint
    assert problem.path.startswith("thresholds")
    assert problem.line == len(CONFIG.splitlines()) + 2


def test_unknown_ids_are_named_beside_other_errors(tmp_path: Path) -> None:
    found = problems_with("colour: red\nthresholds: {decayed_aftr: 3}", tmp_path)
    assert [problem.code for problem in found] == ["unknown_key", "unknown_threshold"]
