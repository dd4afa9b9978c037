"""The words for metrics without a value: every reason has its words, and none is idle."""

from typing import get_args

from roi_casebook.appraisal.metrics import WhyNoMetric
from roi_casebook.shipped.catalogues import catalogue
from roi_casebook.wording.catalogues import entry_text
from roi_casebook.written.languages import languages


def test_every_reason_has_its_words_and_none_is_idle() -> None:
    assert set(catalogue("en")["metrics"]) == set(get_args(WhyNoMetric))
    for reason in get_args(WhyNoMetric):
        for language in languages():
            assert all(
                entry_text("metrics", (reason, part), language) for part in ("clause", "short")
            )
