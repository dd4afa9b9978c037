"""Nothing is taken off twice: not for risk beside a range, nor for what a design has taken off.

Sources: one allowance for each uncertainty, HM Treasury, The Green Book (optimism bias); a control
group already holds what would have happened anyway, Social Value UK, Guide to SROI.
"""

from collections.abc import Iterator

from roi_casebook.case import Input
from roi_casebook.case.designs import isolates
from roi_casebook.reading.document import Finding, Path
from roi_casebook.reading.rules.references import shares_of
from roi_casebook.reading.rules.surroundings import Surroundings
from roi_casebook.reading.sound import Sound
from roi_casebook.roi.expressions import names
from roi_casebook.roi.formulas import FormulaError, parse_formula
from roi_casebook.written.scalars import UNKNOWN

ISOLATED = ("deadweight", "attribution_to_others")


def one_haircut_a_line(case: Sound, _site: Surroundings) -> Iterator[Finding]:
    """A line is lowered for risk or drawn from a range, never both."""
    for table, name, line in case.money_lines():
        shares = dict(shares_of(line))
        if ("risk",) not in shares:
            continue
        formulas = [
            *line.amounts().values(),
            *(share for share in shares.values() if isinstance(share, str)),
        ]
        ranged = [
            used
            for used in _inputs_of(formulas)
            if used in case.inputs and case.inputs[used].is_range
        ]
        ranged += [
            str(path[-1])
            for path, share in shares.items()
            if isinstance(share, Input) and share.is_range
        ]
        if ranged:
            yield _two_haircuts((table, name, "risk"), ranged[0])


def _two_haircuts(path: Path, ranged: str) -> Finding:
    return Finding(
        path,
        "two_haircuts",
        f"found a risk on a line whose {ranged!r} is a range: the same doubt would be counted twice",
        "leave out risk, and let the range speak; or give the input one value",
        at="key",
    )


def design_takes_off_once(case: Sound, _site: Surroundings) -> Iterator[Finding]:
    """A design that compares with what happened without it leaves nothing more to take off for that."""
    for name, line in case.benefits.items():
        if not line.without_it or not isolates(line.without_it.design):
            continue
        for share in ISOLATED:
            stated = getattr(line.without_it, share)
            if stated is not None and _takes_off(stated):
                yield _handled(
                    ("benefits", name, "without_it", share), share, line.without_it.design
                )


def _handled(path: Path, share: str, design: str) -> Finding:
    return Finding(
        path,
        "handled_by_design",
        f"found {share} under the design {design}: what is compared with a control has it taken off already",
        f"leave out {share}; what the control misses belongs into note",
        at="key",
    )


def _takes_off(share: str | Input | float) -> bool:
    return share != 0 and not (isinstance(share, Input) and share.central() == 0)


def _inputs_of(formulas: list[str]) -> Iterator[str]:
    for formula in formulas:
        if formula != UNKNOWN:
            try:
                yield from (name.name for name in names(parse_formula(formula)))
            except FormulaError:
                continue  # reported where formulas are read
