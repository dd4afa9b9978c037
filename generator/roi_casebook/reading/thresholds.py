"""The thresholds: the shipped table, a site's own values, and what is wrong with these."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from types import MappingProxyType

from roi_casebook.config import SiteConfig, Threshold, Thresholds
from roi_casebook.problems import did_you_mean
from roi_casebook.reading.document import Document, Finding, part_at
from roi_casebook.reading.package_data import package_model, package_value
from roi_casebook.written.parts import Part

FIELD = "thresholds"


class ThresholdTable(Part):
    """The shipped file, as one entry."""

    thresholds: Thresholds


@cache
def shipped_thresholds() -> Thresholds:
    """Read the thresholds from the package's data. Errors: PackageDataError."""
    return package_model(ThresholdTable, {FIELD: package_value("thresholds.yml")}).thresholds


def thresholds_with_own(own: Mapping[str, float]) -> Thresholds:
    """Give the shipped thresholds with a site's own values in place of theirs."""
    return MappingProxyType(
        {
            name: threshold.model_copy(update={"value": own.get(name, threshold.value)})
            for name, threshold in shipped_thresholds().items()
        }
    )


def threshold_problems(document: Document, config: SiteConfig | None) -> Iterator[Finding]:
    """Give what is wrong with a site's own thresholds: unknown ids, values that cannot be.

    config: None where the file has errors; then only the ids are looked at.
    """
    shipped = shipped_thresholds()
    written = part_at(document.value, (FIELD,))
    for name in written if isinstance(written, Mapping) else ():
        if name not in shipped:
            message = f"found the unknown threshold {name!r}"
            hint = did_you_mean(name, shipped)
            yield Finding((FIELD, name), "unknown_threshold", message, hint, at="key")
    for name, value in config.thresholds.items() if config else ():
        if name in shipped:
            yield from _impossible(name, shipped[name], value)


def _impossible(name: str, shipped: Threshold, value: float) -> Iterator[Finding]:
    fits, expected = _FITTING[shipped.unit]
    if not fits(value):
        message = f"found {value:g}, expected {expected}"
        hint = f"without a value of the site's own it is {shipped.value:g}"
        yield Finding((FIELD, name), "threshold_out_of_range", message, hint)


MOST_LOCKS = 5


def _is_whole(value: float) -> bool:
    return value == int(value)


_FITTING: dict[str, tuple[Callable[[float], bool], str]] = {
    "lock": (
        lambda value: _is_whole(value) and value <= MOST_LOCKS,
        "a whole number of locks from 0 to 5",
    ),
    "deduction": (_is_whole, "a whole number of deductions"),
    "case": (_is_whole, "a whole number of cases"),
    "answer": (_is_whole, "a whole number of answers"),
    "ratio": (lambda _: True, ""),
    "share": (lambda value: value <= 1, "a share from 0 to 1"),
    "year": (lambda _: True, ""),
}
