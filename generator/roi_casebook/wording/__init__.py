"""What readers read, in their language: numbers, dates, money, names, labels, sentences.

The only place that rounds. `wording_for` is the door: the `Wording` of one language, made of its
parts. All texts stand in the catalogues, one a language: `data/wording/LANGUAGE.yml`.
"""

from dataclasses import dataclass

from markupsafe import Markup

from roi_casebook.case import Case
from roi_casebook.config import Lane, Vocabulary
from roi_casebook.roi.figures import Cause
from roi_casebook.wording.catalogue import Catalogue, has_entry
from roi_casebook.wording.chance import ChanceTexts
from roi_casebook.wording.evidence import EvidenceTexts
from roi_casebook.wording.figures import FigureText, FigureTexts
from roi_casebook.wording.formulas import Formulas, WorkedLine
from roi_casebook.wording.labels import Labels
from roi_casebook.wording.metrics import MetricTexts
from roi_casebook.wording.names import Names
from roi_casebook.wording.numbers import Numbers
from roi_casebook.wording.open_sides import SideTexts, cause_name
from roi_casebook.wording.results import ResultTexts
from roi_casebook.wording.sentences import BasisText, Sentences
from roi_casebook.wording.texts import Prose, Texts, Written
from roi_casebook.wording.times import RateTexts, Times
from roi_casebook.wording.verdicts import VerdictTexts

__all__ = ["BasisText", "FigureText", "Prose", "Wording", "WorkedLine", "Written", "wording_for"]


@dataclass(frozen=True)
class Wording:
    """Everything that a page says in one language; each part is a module of this room.

    catalogue: interface strings; numbers: money, shares, units; times: dates, durations; names: of
    quantities; formulas: in words, as mathematics, with their numbers; texts: what editors wrote;
    labels: of closed lists and the vocabulary; chance: how likely it is to pay back; figures: with
    their sides and ranges, or why there is none; metrics: a site's own; results: what one cost;
    evidence: its locks, what they rest on; verdicts: on claims; rates: at which is discounted; say:
    sentences over a whole appraisal.
    """

    catalogue: Catalogue
    numbers: Numbers
    times: Times
    names: Names
    formulas: Formulas
    texts: Texts
    labels: Labels
    chance: ChanceTexts
    figures: FigureTexts
    metrics: MetricTexts
    evidence: EvidenceTexts
    results: ResultTexts
    verdicts: VerdictTexts
    rates: RateTexts
    say: Sentences

    @property
    def language(self) -> str:
        """The language in which all is said."""
        return self.catalogue.language

    @property
    def vocabulary(self) -> Vocabulary:
        """The vocabulary whose terms the labels name."""
        return self.labels.vocabulary

    def t(self, key: str, **values: object) -> str:
        """Give an interface string as plain text, as the catalogue does."""
        return self.catalogue.t(key, **values)

    def html(self, key: str, **values: object) -> Markup:
        """Give an interface string as HTML, as the catalogue does."""
        return self.catalogue.html(key, **values)

    def cause(self, case: Case, cause: Cause) -> str:
        """Name what pushes a figure of a case: a line, a result, an input, or what is left out."""
        if cause.kind in {"amount", "share"} and cause.name not in case.lines():
            return self.labels.soft(case.soft[cause.name]).text
        return cause_name(case, self.texts, self.names, cause)

    def in_lane(self, lane: Lane) -> "Wording":
        """Give the wording of what is told in a lane: social value has some names of its own."""
        return wording_for(
            self.language,
            self.texts.first_language,
            self.vocabulary,
            lane,
            is_marked=self.catalogue.is_marked,
        )


def wording_for(
    language: str,
    first_language: str,
    vocabulary: Vocabulary,
    lane: Lane = "hard",
    *,
    is_marked: bool = False,
) -> Wording:
    """Give the wording of a language.

    first_language: the site's, in which texts stand that are written once; is_marked: whether what
    is said in another language stands between marks, for a page that will be finished.
    """
    catalogue = Catalogue(language, first_language, is_marked)
    own = {name: one for name, one in vocabulary.units.items() if not has_entry("units", name)}
    numbers = Numbers(catalogue, own)
    times = Times(catalogue, numbers)
    names = Names(catalogue, lane)
    texts = Texts(catalogue, first_language)
    labels = Labels(catalogue, texts, vocabulary, numbers)
    chance = ChanceTexts(catalogue, numbers)
    figures = FigureTexts(catalogue, numbers, times, names, labels, chance, SideTexts(catalogue))
    rates = RateTexts(catalogue, numbers, labels)
    return Wording(
        catalogue=catalogue,
        numbers=numbers,
        times=times,
        names=names,
        formulas=Formulas(catalogue, numbers, names),
        texts=texts,
        labels=labels,
        chance=chance,
        figures=figures,
        metrics=MetricTexts(catalogue, numbers, labels, figures),
        evidence=EvidenceTexts(catalogue, times),
        results=ResultTexts(catalogue, numbers, labels, figures),
        verdicts=VerdictTexts(catalogue, numbers, names, texts, labels, figures),
        rates=rates,
        say=Sentences(catalogue, numbers, times, labels, figures, rates),
    )
