"""What readers read, in their language: numbers, dates, money, names, labels, sentences.

The only place that rounds. `wording_for` is the door: a `Wording` for one language. Interface
strings, names and labels stand in `data/wording/*.yml`, both languages side by side.
"""

from roi_casebook.wording.figures import BasisText, FigureText
from roi_casebook.wording.texts import Prose, Written
from roi_casebook.wording.voice import Wording, wording_for
from roi_casebook.wording.working import WorkedLine

__all__ = ["BasisText", "FigureText", "Prose", "Wording", "WorkedLine", "Written", "wording_for"]
