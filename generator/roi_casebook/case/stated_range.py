"""What a range must be: whole, with ends that rise and fit its shape, or a middle with its error."""

from dataclasses import dataclass
from decimal import Decimal

from pydantic_core import PydanticCustomError

from roi_casebook.roi.ranges import Ends, Range, Shape, lognormal_median, range_of_error
from roi_casebook.written.refusals import refused

WIDEST = 1e6
"""By how much the ends of a lognormal range may differ: beyond, its tails overflow."""
OFF_CENTRE = 0.1
"""How far a middle may lie from that of its ends, in half widths: published numbers are rounded."""
_PERCENTILES = "ends: p2.5-p97.5 (a 95% interval), p5-p95 or p10-p90"


@dataclass(frozen=True)
class StatedRange:
    """A range as an editor wrote it; has_value: whether a value stands beside it."""

    low: float | None
    likely: float | None
    high: float | None
    se: float | None
    shape: Shape | None
    ends: Ends | None
    has_value: bool = False

    def range(self) -> Range | None:
        """Give the range; None where there is none."""
        if self.se is not None and self.likely is not None:
            return range_of_error(self.likely, self.se)
        if self.low is None or self.high is None:
            return None
        return Range(self.low, self.high, self.likely, self.shape, self.ends or "bounds")

    def refuse_unsound(self) -> None:
        """Refuse what is no range.

        Errors: value_and_range, range_incomplete, low_above_high, middle_outside, range_too_wide,
        middle_off_centre, se_without_middle, se_not_positive, se_and_ends.
        """
        if self.se is not None:
            self._refuse_bad_error(self.se)
        elif self.has_value:
            if (self.low, self.likely, self.high) != (None, None, None):
                raise refused(
                    "value_and_range",
                    "found a value and a range, expected one of them",
                    "write low, likely and high, or value alone",
                    "value",
                )
        elif self.low is None or self.high is None:
            raise _incomplete(
                "found neither a value nor a whole range",
                "write value: ..., or low: and high: (and likely:)",
            )
        else:
            self._refuse_bad_order(self.low, self.high)
            self._refuse_bad_shape(self.low, self.high)

    def _refuse_bad_error(self, se: float) -> None:
        """A standard error stands beside a middle, and in place of ends."""
        if self.likely is None:
            raise refused(
                "se_without_middle",
                f"found a standard error of {se:g} without a middle, expected likely: beside it",
                "write likely: in place of value:" if self.has_value else "add likely: ...",
                "se",
            )
        if se <= 0:
            raise refused(
                "se_not_positive",
                f"found a standard error of {se:g}, expected one above 0",
                "write the standard error of the source, or value: alone",
                "se",
            )
        stated = {"low": self.low, "high": self.high, "ends": self.ends}
        beside = next((name for name, each in stated.items() if each is not None), None)
        if beside or self.has_value or self.shape not in (None, "normal"):
            beside = beside or ("value" if self.has_value else "shape")
            raise refused(
                "se_and_ends",
                f"found {beside}: beside a standard error, which makes a normal range around likely",
                f"leave {beside}: out, or write low: and high: in place of se:",
                beside,
            )

    def _refuse_bad_order(self, low: float, high: float) -> None:
        if low <= high and self.likely is not None and not low <= self.likely <= high:
            raise refused(
                "middle_outside",
                f"found the likely value {self.likely:g} outside of its range, {low:g} to {high:g}",
                "write a likely value between low: and high:, or leave likely: out",
                "likely",
            )
        if low > high:
            ends = [end for end in (low, self.likely, high) if end is not None]
            raise refused(
                "low_above_high",
                f"found {', then '.join(f'{end:g}' for end in ends)}, expected low, likely and high to rise",
                "the low end comes first",
                "low",
            )

    def _refuse_bad_shape(self, low: float, high: float) -> None:
        match Range(low, high, self.likely, self.shape, self.ends or "bounds").shape:
            case "triangular" if self.likely is None:
                raise _incomplete(
                    "found a triangular range without its likely value",
                    "add likely:, or write shape: uniform",
                    "shape",
                )
            case "uniform" if self.likely is not None:
                raise _incomplete(
                    "found a likely value in a uniform range, which has none of its own",
                    "write shape: triangular, or leave likely: out",
                    "likely",
                )
            case "lognormal":
                self._refuse_bad_lognormal(low, high)
            case "normal" if self.ends in (None, "bounds"):
                raise _incomplete(
                    f"found a normal range, expected {_PERCENTILES}",
                    f"say which percentiles low and high are: {_PERCENTILES}; or write another shape",
                    "shape",
                )
        self._refuse_off_centre(low, high)

    def _refuse_bad_lognormal(self, low: float, high: float) -> None:
        if self.ends in (None, "bounds") or low <= 0:
            raise _incomplete(
                f"found a lognormal range, expected {_PERCENTILES}, and a low end above 0",
                "write low and high as such percentiles, or another shape",
                "shape",
            )
        if high / low > WIDEST:
            raise refused(
                "range_too_wide",
                f"found a lognormal range of which the high end is more than {WIDEST:,.0f} times the low",
                "write value: unknown where so little is known",
                "high",
            )

    def _refuse_off_centre(self, low: float, high: float) -> None:
        """The middle of an interval that a source prints is that of its ends, but for rounding."""
        stated = Range(low, high, self.likely, self.shape, self.ends or "bounds")
        if self.likely is None or stated.shape not in ("normal", "lognormal"):
            return
        room = max(OFF_CENTRE * (high - low) / 2, _finest_digit(low, self.likely, high))
        if _is_near(self.likely, stated.between_ends(), room):
            return
        skewed = low > 0 and _is_near(self.likely, lognormal_median(low, high), room)
        raise refused(
            "middle_off_centre",
            f"found the likely value {self.likely:g} in a {stated.shape} range, "
            f"whose middle is {stated.between_ends():.6g}",
            f"write shape: {'lognormal' if skewed else 'triangular'}, or mend the ends",
            "likely",
        )


def _is_near(x: float, middle: float, room: float) -> bool:
    return abs(x - middle) <= room


def _finest_digit(*numbers: float) -> float:
    """Give what the last digit counts of the number that is written most finely."""
    exponents = (Decimal(f"{each:.12g}").normalize().as_tuple().exponent for each in numbers)
    return float(10.0 ** min(int(each) for each in exponents))


def _incomplete(message: str, hint: str, at: str = "") -> PydanticCustomError:
    return refused("range_incomplete", message, hint, *([at] if at else []))
