"""A case told in one language: what all its views are made from.

What the pages of a whole site share: its words in one language, configuration, cases, guide.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from roi_casebook.appraisal import Appraisal, JudgedCase
from roi_casebook.appraisal.amounts import parsed
from roi_casebook.appraisal.case_flows import MoneyLine, stated_shares
from roi_casebook.case import Case, Input
from roi_casebook.case.guide import Guide
from roi_casebook.config import SiteConfig, Thresholds
from roi_casebook.pages.parts import anchors
from roi_casebook.pages.parts.addresses import in_site, relative
from roi_casebook.pages.parts.links import Link, link
from roi_casebook.pages.parts.templates import Templates
from roi_casebook.roi.algebra.units import parse_unit, spelled, unit_of
from roi_casebook.roi.constants import CONSTANTS
from roi_casebook.shipped.thresholds import shipped_thresholds, thresholds_with_own
from roi_casebook.wording import Wording, Written
from roi_casebook.wording.typography import capitalised


@dataclass(frozen=True)
class CaseInLanguage:
    """A judged case and the words of one language.

    numbers: of the notes of inputs, by their ids; on a page that has such notes.
    """

    judged: JudgedCase
    wording: Wording
    config: SiteConfig
    numbers: Mapping[str, str] = field(default_factory=dict)

    @property
    def case(self) -> Case:
        """The case as its editor wrote it."""
        return self.judged.case

    @property
    def address(self) -> str:
        """The address of its page in the root of the language."""
        return anchors.case_address(self.judged.slug)

    @property
    def currency(self) -> str:
        """The currency of the case."""
        return self.case.money.currency

    def to(self, address: str) -> str:
        """Give the link from the page of the case to another."""
        return relative(self.address, address)

    @property
    def public_address(self) -> str:
        """The address of its page for others to link to."""
        own = in_site(self.wording.language, self.address, self.config.languages[0])
        return self.config.address + own

    @property
    def data_file(self) -> str:
        """The link to the file of the case, which stands once in the site."""
        own = in_site(self.wording.language, self.address, self.config.languages[0])
        return relative(own, anchors.data_address(self.judged.slug))

    def to_method(self, anchor: str) -> str:
        """Give the link to a place in the page on method."""
        return f"{self.to(anchors.METHOD)}#{anchor}"

    # Names --------------------------------------------------------------------------------------

    def line_name(self, line: str) -> Written:
        """Name a money line."""
        return self.wording.texts.written(self.case.lines()[line].label)

    def named(self, quantity: str) -> str:
        """Name a quantity at the beginning of a line."""
        return capitalised(self.wording.names.full_name(quantity))

    def input_name(self, name: str) -> Written:
        """Name an input: its label, else its id with spaces."""
        given = self.case.inputs.get(name)
        if given is not None and given.label:
            return self.wording.texts.written(given.label)
        return Written(self.named(name), self.wording.language)

    def soft_name(self, name: str) -> Written:
        """Name a soft result: its label, else that of its measure."""
        result = self.case.soft[name]
        return (
            self.wording.texts.written(result.label)
            if result.label
            else self.wording.labels.term("measures", result.measure)
        )

    @cached_property
    def labels(self) -> Mapping[str, str]:
        """The readers' names of all inputs, for formulas."""
        return {name: self.input_name(name).text for name in self.case.inputs}

    def anchor_reading(self, appraisal: Appraisal) -> str | None:
        """Give the reading that stands in the ids of an appraisal; the leading one has none.

        Social value has its own; no id of a case holds a hyphen.
        """
        leads = appraisal.reading == self.case.leading_reading()
        lane = "social-value" if appraisal.basis.lane == "social" else None
        return "-".join(filter(None, (None if leads else appraisal.reading, lane))) or None

    # Links --------------------------------------------------------------------------------------

    def line_link(self, line: str) -> Link:
        """Lead to a money line."""
        return link(self.line_name(line), f"#{anchors.of('line', line)}")

    def input_link(self, name: str) -> Link:
        """Lead to an input; a constant leads to the page on method."""
        if name in self.case.inputs:
            anchor = anchors.of("input", name)
            return link(self.input_name(name), f"#{anchor}", self.numbers.get(anchor, ""))
        return Link(
            self.wording.names.full_name(name), self.to_method(anchors.of("quantity", name))
        )

    def share_link(self, line: str, share: str) -> Link:
        """Lead to a share that a line states with its own basis."""
        anchor = anchors.of("input", line, share)
        number = self.numbers.get(anchor, "")
        return Link(self.share_name(line, share), f"#{anchor}", number=number)

    def place_link(self, place: str) -> Link:
        """Lead to an input by the name that an appraisal gives it: an id, or ``line.share``."""
        line, dot, share = place.partition(".")
        if not dot:
            return self.input_link(place)
        if isinstance(stated_shares(self.money_line(line))[share], Input):
            return self.share_link(line, share)
        return Link(self.share_name(line, share), f"#{anchors.of('line', line)}")

    def share_name(self, line: str, share: str) -> str:
        """Name a share of a line."""
        short = capitalised(self.wording.names.short_name(share))
        names = {"name": short, "line": self.line_name(line).text}
        return self.wording.t("case.of_line", **names)

    def source_link(self, source: str) -> Link:
        """Lead to a source; titles stay in their own language."""
        own = self.case.sources[source]
        language = "" if own.lang == self.wording.language else own.lang
        return Link(own.work, f"#{anchors.of('source', source)}", language)

    # Values -------------------------------------------------------------------------------------

    def amount(self, value: float | None, unit: str) -> str:
        """Write a value with its unit, or that it is unknown."""
        if value is None:
            return self.wording.t("unknown")
        return self.wording.numbers.quantity(value, unit, self.currency)

    def soft_value(self, name: str) -> str:
        """Write a soft result: as the source gives it, or as a formula gave it."""
        own = self.case.soft[name]
        measure = self.wording.vocabulary.measures.get(own.measure)
        write = self.amount if own.result.strip() in self.case.inputs else self.computed
        return write(self.judged.soft[name][1], measure.unit if measure else "1")

    def computed(self, value: float | None, unit: str) -> str:
        """Write what a formula gave, or that it is unknown."""
        if value is None:
            return self.wording.t("unknown")
        return self.wording.numbers.computed(value, unit, self.currency)

    def headline(self, value: float, unit: str) -> str:
        """Write a value with its unit, rounded as headlines are."""
        return self.wording.numbers.headline(value, unit, self.currency)

    def unit_of(self, name: str) -> str:
        """Give the unit of an input as its editor wrote it; what stands in a line is a share."""
        if "." in name:
            return "share"
        given: Input | None = self.case.inputs.get(name)
        return given.unit if given else "1"

    def unit_of_formula(self, formula: str) -> str:
        """Give the unit of what an editor's formula gives."""
        units = {name: parse_unit(given.unit) for name, given in self.case.inputs.items()}
        units |= {name: parse_unit(unit) for name, (_, unit) in CONSTANTS.items()}
        return spelled(unit_of(parsed(formula), units))

    def money_line(self, line: str) -> MoneyLine:
        """Give a money line."""
        return self.case.lines()[line]


@dataclass(frozen=True)
class SiteInLanguage:
    """A site told in one language. cases: all that are not drafts, withdrawn ones too."""

    wording: Wording
    config: SiteConfig
    cases: Sequence[JudgedCase]
    templates: Templates
    guide: Guide | None = None

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
