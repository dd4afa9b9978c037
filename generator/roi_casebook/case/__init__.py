"""A case as an editor writes it: inputs with their sources, lines over them, never a result.

`Case` is the whole file, format 1; its parts live beside it. Everything is typed, closed (an
unknown key is refused) and frozen. The JSON Schema and the editors' field table are made from it.
"""

from roi_casebook.case.claims import Claim, RatioParts, Says
from roi_casebook.case.inputs import Input
from roi_casebook.case.lines import BenefitLine, CostLine, LeftOut, NetLine, WithoutIt
from roi_casebook.case.measured import SoftResult
from roi_casebook.case.model import Case, Headline, Reading
from roi_casebook.case.named_inputs import NamedInput
from roi_casebook.case.people import Person
from roi_casebook.case.sources import Source
from roi_casebook.written.parts import Id, Text

__all__ = [
    "BenefitLine",
    "Case",
    "Claim",
    "CostLine",
    "Headline",
    "Id",
    "Input",
    "LeftOut",
    "NamedInput",
    "NetLine",
    "Person",
    "RatioParts",
    "Reading",
    "Says",
    "SoftResult",
    "Source",
    "Text",
    "WithoutIt",
]
