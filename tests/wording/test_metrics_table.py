"""The words for metrics without a value: every reason has its words, and none is idle."""

from typing import get_args

from roi_casebook.appraisal.metrics import WhyNoMetric
from roi_casebook.shipped.catalogues import catalogue


def test_every_reason_has_its_words_and_none_is_idle() -> None:
    metrics = catalogue("en")["metrics"]
    assert set(metrics) == set(get_args(WhyNoMetric))
    assert all(set(words) == {"clause", "short"} for words in metrics.values())
