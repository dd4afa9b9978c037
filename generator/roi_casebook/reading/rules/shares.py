"""Shares lie between 0 % and 100 %: written in place, named, or computed; and all of a range does.

Source: Social Value UK, Guide to SROI (deadweight, displacement, attribution, drop-off as shares).
"""

from collections.abc import Iterator, Mapping

from roi_casebook.case import Input
from roi_casebook.reading.document import Finding, Path, part_at
from roi_casebook.reading.rules.formulas import known_units
from roi_casebook.reading.rules.reach import ends_of, reached
from roi_casebook.reading.rules.references import shares_of
from roi_casebook.reading.rules.surroundings import Surroundings
from roi_casebook.reading.sound import Sound
from roi_casebook.roi.expressions import Name, Node
from roi_casebook.roi.formulas import FormulaError, parse_formula
from roi_casebook.roi.units import PURE, UnitError, unit_of
from roi_casebook.written.scalars import UNKNOWN, is_share, share_expected

_NUMBERS = ("value", "low", "likely", "high")
_EXPECTED = ", expected a share between 0% and 100%"


def shares_are_shares(case: Sound, _site: Surroundings) -> Iterator[Finding]:
    """No share takes off less than nothing or more than all."""
    named: dict[Path, Finding] = {}
    for table, line_id, line in case.money_lines():
        for path, share in shares_of(line):
            place = (table, line_id, *path)
            if isinstance(share, Input):
                yield from _of_input(case, place, share)
            elif isinstance(share, str) and share != UNKNOWN:
                for finding in _of_formula(case, place, share):
                    named.setdefault(finding.path, finding)  # an input is told once
    yield from named.values()


def _of_formula(case: Sound, place: Path, text: str) -> Iterator[Finding]:
    try:
        tree = parse_formula(text)
    except FormulaError:
        return  # reported where formulas are read
    if not _is_pure(tree, case.inputs):
        return
    if isinstance(tree, Name):
        use = f" in an input that {'.'.join(map(str, place))} takes as a share"
        yield from _of_input(case, ("inputs", tree.name), case.inputs[tree.name], use)
        return
    outside = [each for each in reached(tree, case.inputs) if not is_share(each.value)]
    if outside:
        found = outside[0]
        message = f"found a formula that comes to {found.value * 100:,.6g}%{found.where}"
        hint = "mend it; of shares taken off one after the other 1 - (1 - a) * (1 - b) is the whole"
        yield Finding(place, "not_a_share", message + _EXPECTED, hint)


def _of_input(case: Sound, place: Path, given: Input, use: str = "") -> Iterator[Finding]:
    """Tell the number of an input that is no share, or a range whose draws go beyond all."""
    for field in _NUMBERS:
        number, path = getattr(given, field), (*place, field)
        if isinstance(number, float) and not is_share(number):
            raw = part_at(case.document.value, path)
            yield Finding(path, "not_a_share", *share_expected(raw, number, use))
            return
    stated = given.range()
    for field, end in zip(("low", "high"), ends_of(stated) if stated else (), strict=False):
        if not is_share(end):
            way = "down" if field == "low" else "up"
            message = f"found a {stated.shape} range{use} whose draws go {way} to {end * 100:,.4g}%"  # type: ignore[union-attr]
            hint = "write low, likely and high as bounds, without shape and ends"
            yield Finding((*place, field), "not_a_share", message + _EXPECTED, hint)
            return


def _is_pure(tree: Node, inputs: Mapping[str, Input]) -> bool:
    """Tell whether a formula is a plain number made of inputs that are all known."""
    known = {name: given for name, given in inputs.items() if not given.is_unknown}
    try:
        return unit_of(tree, known_units(tree, known)) == PURE
    except (KeyError, UnitError):
        return False  # reported where formulas are read
