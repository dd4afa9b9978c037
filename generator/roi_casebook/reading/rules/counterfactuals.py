"""What would have happened anyway: said of each benefit that counts, for silence is not exact."""

from collections.abc import Iterator

from roi_casebook.case import BenefitLine
from roi_casebook.case.designs import design_of, isolates
from roi_casebook.reading.model.valid_parts import Surroundings, ValidParts
from roi_casebook.written.scalars import UNKNOWN
from roi_casebook.yaml_places.document import Finding


def deadweight_is_stated(case: ValidParts, _site: Surroundings) -> Iterator[Finding]:
    """A published benefit says how much would have come anyway, where its design does not take it off."""
    if case.state != "published":
        return
    for name, line in case.benefits.items():
        if not _is_known(case, line) or isolates(design_of(line)) or _is_bridged(case, name):
            continue
        if line.without_it is None or line.without_it.deadweight is None:
            where = ("without_it",) if line.without_it else ()
            yield Finding(
                ("benefits", name, *where),
                "deadweight_missing",
                f"found nothing on how much of {name!r} would have come anyway, expected it: its design ({design_of(line)}) does not take it off",
                _hint(line),
                at="key",
            )


def _is_bridged(case: ValidParts, name: str) -> bool:
    """Tell whether a bridge leads to a benefit that says nothing at all: named at the bridge."""
    bridges = (result.bridge for result in case.soft.values() if result.bridge)
    return case.benefits[name].without_it is None and any(name in each.to for each in bridges)


def _hint(line: BenefitLine) -> str:
    wanted = (
        "deadweight: unknown"
        if line.without_it
        else "without_it: {design: none, deadweight: unknown}"
    )
    return f"add {wanted}; where the share is known, write it with its source or assumption"


def _is_known(case: ValidParts, line: BenefitLine) -> bool:
    """Tell whether some amount of a line is known."""
    amounts = [each for each in line.amounts().values() if each != UNKNOWN]
    return any(not _is_input_unknown(case, each) for each in amounts)


def _is_input_unknown(case: ValidParts, amount: str) -> bool:
    return amount in case.inputs and case.inputs[amount].is_unknown
