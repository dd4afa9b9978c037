"""A case in one language, by parts: addresses, names, links, values as text.

What the pages of a whole site share: its words in one language, configuration, cases, guide.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from roi_casebook.appraisal import JudgedCase
from roi_casebook.appraisal.amounts import inputs_of, parsed
from roi_casebook.appraisal.case_flows import stated_shares
from roi_casebook.case import Case, Input
from roi_casebook.case.beside import NOTHING_BESIDE, Beside
from roi_casebook.case.beside.editions import Edition
from roi_casebook.case.beside.reviews import Review
from roi_casebook.case.named_inputs import GROWS
from roi_casebook.charts import Axis, axis_of
from roi_casebook.config import SiteConfig, Thresholds
from roi_casebook.pages.parts import anchors
from roi_casebook.pages.parts.addresses import in_site, relative
from roi_casebook.pages.parts.links import Link, link
from roi_casebook.pages.parts.templates import Templates
from roi_casebook.roi.algebra.units import parse_unit, spelled, unit_of
from roi_casebook.roi.constants import CONSTANTS
from roi_casebook.roi.figures import Cause, Figure
from roi_casebook.shipped.thresholds import shipped_thresholds, thresholds_with_own
from roi_casebook.wording import FigureText, Wording, Written
from roi_casebook.wording.numbers import HEADLINE_DIGITS
from roi_casebook.wording.reconciling import digits_beside, is_part
from roi_casebook.wording.typography import capitalised
from roi_casebook.written.scalars import UNKNOWN


@dataclass(frozen=True)
class CaseAddresses:
    """Where the page of a case stands, and the ways from it."""

    slug: str
    language: str
    config: SiteConfig

    @property
    def here(self) -> str:
        """The address of the page in the root of the language."""
        return anchors.case_address(self.slug)

    @property
    def working(self) -> str:
        """The address of the page of its working in the root of the language."""
        return anchors.working_address(self.slug)

    @property
    def _in_site(self) -> str:
        return in_site(self.language, self.here, self.config.languages[0])

    @property
    def public(self) -> str:
        """The address of the page for others to link to."""
        return self.config.address + self._in_site

    @property
    def data_file(self) -> str:
        """The link to the file of the case, which stands once in the site."""
        return relative(self._in_site, anchors.data_address(self.slug))

    @property
    def workbook(self) -> str:
        """The link to the workbook of the case, in the language of the page."""
        return self.to(anchors.workbook_address(self.slug))

    @property
    def what_if(self) -> str:
        """The link to the script that computes the case at other numbers."""
        return self.to(anchors.what_if_address(self.slug))

    def to(self, address: str) -> str:
        """Give the link from the page to another."""
        return relative(self.here, address)

    def to_method(self, anchor: str) -> str:
        """Give the link to a place in the page on method."""
        return f"{self.to(anchors.METHOD)}#{anchor}"


@dataclass(frozen=True)
class CaseNames:
    """What the lines, inputs and results of a case are called."""

    case: Case
    wording: Wording

    def line(self, line: str) -> Written:
        """Name a money line, or a soft result that states shares as one does."""
        if line not in self.case.lines():
            return self.soft(line)
        return self.wording.texts.written(self.case.lines()[line].label)

    def quantity(self, quantity: str) -> str:
        """Name a quantity at the beginning of a line."""
        return capitalised(self.wording.names.full_name(quantity))

    def input(self, name: str) -> Written:
        """Name an input: its label, else its id with spaces."""
        if name.endswith(GROWS):
            of = self.input(name.removesuffix(GROWS))
            return Written(self.wording.t("input.growth_of", name=of.text), of.language)
        given = self.case.inputs.get(name)
        if given is not None and given.label:
            return self.wording.texts.written(given.label)
        # An input may have the id of a quantity (net_cost), whose name says more than the source does.
        own = self.quantity(name) if given is None else capitalised(name.replace("_", " "))
        return Written(own, self.wording.language)

    def share(self, line: str, share: str) -> str:
        """Name a share of a line."""
        short = capitalised(self.wording.names.short_name(share))
        return self.wording.t("case.of_line", name=short, line=self.line(line).text)

    def soft(self, name: str) -> Written:
        """Name a soft result: its label, else that of its measure."""
        return self.wording.labels.soft(self.case.soft[name])

    @cached_property
    def inputs(self) -> Mapping[str, str]:
        """The readers' names of all inputs, for formulas."""
        return {name: self.input(name).text for name in self.case.inputs}


@dataclass(frozen=True)
class CaseLinks:
    """The ways to the lines, inputs, results and sources of a case, each by its name.

    review: the latest by somebody who did not write it, where there is one; numbers: of the notes
    of inputs, by their ids; on a page that has such notes.
    """

    case: Case
    names: CaseNames
    addresses: CaseAddresses
    numbers: Mapping[str, str]

    def line(self, line: str) -> Link:
        """Lead to a money line, or to a soft result that states shares as one does."""
        if line not in self.case.lines():
            return self.soft(line)
        return link(self.names.line(line), f"#{anchors.of('line', line)}")

    def input(self, name: str) -> Link:
        """Lead to an input, or to its growth; a constant leads to the page on method."""
        own = name.removesuffix(GROWS)
        if own in self.case.inputs:
            is_apart = own != name and self.case.inputs[own].has_own_growth
            anchor = anchors.of("input", own, *(["grows"] if is_apart else []))
            return link(self.names.input(name), f"#{anchor}", self.numbers.get(anchor, ""))
        href = self.addresses.to_method(anchors.of("quantity", name))
        return Link(self.names.wording.names.full_name(name), href)

    def share(self, line: str, share: str) -> Link:
        """Lead to a share that a line states with its own basis."""
        anchor = anchors.of("input", line, share)
        number = self.numbers.get(anchor, "")
        return Link(self.names.share(line, share), f"#{anchor}", number=number)

    def place(self, place: str) -> Link:
        """Lead to an input by the name that an appraisal gives it: an id, or ``line.share``."""
        line, dot, share = place.partition(".")
        if not dot or place.endswith(GROWS):
            return self.input(place)
        if isinstance(stated_shares(self.case.with_shares()[line])[share], Input):
            return self.share(line, share)
        return Link(self.names.share(line, share), f"#{anchors.of('line', line)}")

    def moved(self, place: str) -> Link:
        """Lead to what is moved by itself: of a series all years together."""
        found = self.place(place)
        if place in self.case.inputs and self.case.inputs[place].by_year:
            return replace(found, text=self.names.wording.t("input.all_years", name=found.text))
        return found

    def soft(self, name: str) -> Link:
        """Lead to a soft result."""
        return link(self.names.soft(name), f"#{anchors.of('soft', name)}")

    def measure(self, measure: str) -> Link:
        """Lead to a measure on the page on method."""
        name = self.names.wording.labels.term("measures", measure)
        return link(name, self.addresses.to_method(anchors.of("measure", measure)))

    def source(self, source: str) -> Link:
        """Lead to a source; titles stay in their own language."""
        own = self.case.sources[source]
        language = "" if own.lang == self.names.wording.language else own.lang
        return Link(own.work, f"#{anchors.of('source', source)}", language)

    def inputs_of(self, formula: str) -> tuple[Link, ...]:
        """Lead to the inputs of a formula of an editor; () where it is unknown."""
        if formula == UNKNOWN:
            return ()
        return tuple(self.input(name) for name in inputs_of(parsed(formula)))


@dataclass(frozen=True)
class CaseValues:
    """The values of a case as text, in its currency."""

    judged: JudgedCase
    wording: Wording

    @property
    def currency(self) -> str:
        """The currency of the case."""
        return self.judged.case.money.currency

    def figure(self, figure: Figure) -> FigureText:
        """Write a figure, or why it has no value."""
        return self.wording.figures.figure(figure, self.currency, self.cause, self._digits(figure))

    def _digits(self, figure: Figure) -> int:
        """Give by how many digits a figure is written: a part of a whole by as many as that needs."""
        if not is_part(figure):
            return HEADLINE_DIGITS
        same = (
            digits_beside(each.figures)
            for each in self.judged.readings.values()
            if (own := each.figures.get(figure.name)) and own.value == figure.value
        )
        return max(same, default=HEADLINE_DIGITS)

    def cause(self, cause: Cause) -> str:
        """Name what pushes a figure: a line, an input, or what is left out."""
        return self.wording.cause(self.judged.case, cause)

    def of_figure(self, figure: Figure, value: float) -> str:
        """Write another value of a figure as the figure is written."""
        return self.wording.figures.value(figure, value, self.currency)

    def money(self, value: float) -> str:
        """Write an amount of money."""
        return self.wording.numbers.money(value, self.currency)

    def npv_axis(self, values: Sequence[float]) -> Axis:
        """Give the axis of a chart of net present values."""
        name = self.wording.names.short_name("npv")
        title = self.wording.t("bridge.axis", name=name, currency=self.currency)
        return axis_of(values, self.money, title)

    def amount(self, value: float | None, unit: str) -> str:
        """Write a value with its unit, or that it is unknown."""
        if value is None:
            return self.wording.t("unknown")
        return self.wording.numbers.quantity(value, unit, self.currency)

    def computed(self, value: float | None, unit: str) -> str:
        """Write what a formula gave, or that it is unknown."""
        if value is None:
            return self.wording.t("unknown")
        return self.wording.numbers.computed(value, unit, self.currency)

    def headline(self, value: float, unit: str) -> str:
        """Write a value with its unit, rounded as headlines are."""
        return self.wording.numbers.headline(value, unit, self.currency)

    def soft(self, name: str) -> str:
        """Write a soft result with its side: as the source gives it, or as a formula gave it."""
        own = self.judged.case.soft[name]
        is_given = own.result.strip() in self.judged.case.inputs
        write = self.amount if is_given else self.computed
        text = write(self.judged.soft[name][1], self.unit_of_measure(own.measure))
        figure = self.soft_figure(name)
        return self.wording.figures.written(figure, text) if figure else text

    def soft_figure(self, name: str) -> Figure | None:
        """Give a soft result with its side and its range; None where its number is not known."""
        figure, spread = self.judged.soft_figures.get(name), self.judged.soft_evidence[name].spread
        if figure is None or spread is None:
            return figure
        p10, p50, p90 = spread
        return replace(figure, p10=p10, p50=p50, p90=p90)

    def unit_of_measure(self, measure: str) -> str:
        """Give the unit of a measure of the vocabulary."""
        known = self.wording.vocabulary.measures.get(measure)
        return known.unit if known else "1"

    def unit_of(self, name: str) -> str:
        """Give the unit of what moves an input, as its editor wrote it.

        What stands in a line is a share, and so are a growth and what moves all years of a series.
        """
        given = self.judged.case.inputs.get(name)
        if "." in name or (given and given.by_year):
            return "share"
        return given.unit if given else "1"

    def unit_of_formula(self, formula: str) -> str:
        """Give the unit of what an editor's formula gives."""
        inputs = self.judged.case.inputs.items()
        units = {name: parse_unit(given.unit) for name, given in inputs}
        units |= {name: parse_unit(unit) for name, (_, unit) in CONSTANTS.items()}
        return spelled(unit_of(parsed(formula), units))


@dataclass(frozen=True)
class CaseInLanguage:
    """A judged case in one language, made of its parts; each view takes those that it uses.

    numbers: of the notes of inputs, by their ids; on a page that has such notes.
    edition: of the site, where it has one.
    """

    judged: JudgedCase
    wording: Wording
    config: SiteConfig
    review: Review | None = None
    numbers: Mapping[str, str] = field(default_factory=dict)
    edition: Edition | None = None

    @property
    def last_looked_at(self) -> date:
        """The day on which the case was last checked, or held against its sources."""
        checked: date = self.case.checked
        return max(checked, self.review.on) if self.review else checked

    @property
    def case(self) -> Case:
        """The case as its editor wrote it."""
        return self.judged.case

    @cached_property
    def addresses(self) -> CaseAddresses:
        """Where its page stands, and the ways from it."""
        return CaseAddresses(self.judged.slug, self.wording.language, self.config)

    @cached_property
    def names(self) -> CaseNames:
        """What its lines, inputs and results are called."""
        return CaseNames(self.case, self.wording)

    @cached_property
    def links(self) -> CaseLinks:
        """The ways to its lines, inputs, results and sources."""
        return CaseLinks(self.case, self.names, self.addresses, self.numbers)

    @cached_property
    def values(self) -> CaseValues:
        """Its values as text."""
        return CaseValues(self.judged, self.wording)


@dataclass(frozen=True)
class SiteInLanguage:
    """A site in one language. cases: all that are not drafts, withdrawn ones too."""

    wording: Wording
    config: SiteConfig
    cases: Sequence[JudgedCase]
    templates: Templates
    beside: Beside = NOTHING_BESIDE

    @property
    def shipped(self) -> Thresholds:
        """The thresholds as they ship."""
        return shipped_thresholds()

    @property
    def thresholds(self) -> Thresholds:
        """The thresholds in force: those shipped, with the site's own values."""
        return thresholds_with_own(self.config.thresholds)

    def alternates(self, address: str) -> dict[str, str]:
        """Give the address of a page that every language has."""
        return dict.fromkeys(self.config.languages, address)
