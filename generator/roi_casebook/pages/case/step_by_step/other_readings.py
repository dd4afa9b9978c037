"""The notes of all that was appraised, and all else that a reading which does not lead comes from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from roi_casebook.pages.case.all_figures import FiguresView, figures_view
from roi_casebook.pages.case.bridge import BridgeView, bridge_view
from roi_casebook.pages.case.cash_flow import CashFlowView, cash_flow_view
from roi_casebook.pages.case.chance import ChanceView, chance_view
from roi_casebook.pages.case.conditions import ConditionsView, conditions_view
from roi_casebook.pages.case.inputs import InputView
from roi_casebook.pages.case.metrics import MetricsView, metrics_view
from roi_casebook.pages.case.social import in_social_lane
from roi_casebook.pages.case.step_by_step.working import WorkingView, working_view
from roi_casebook.pages.parts.case_in_language import CaseInLanguage
from roi_casebook.pages.parts.numbered_notes import NotedAppraisal


@dataclass(frozen=True)
class OtherReading:
    """All that a reading which does not lead shows; None: nothing to show."""

    working: WorkingView
    figures: FiguresView
    metrics: MetricsView | None
    cash_flow: CashFlowView | None
    bridge: BridgeView | None
    chance: ChanceView | None
    conditions: ConditionsView | None


@dataclass(frozen=True)
class WorkingSection:
    """The numbered notes of the reading that leads, of social value, and of the other readings."""

    leading: WorkingView
    social: tuple[WorkingView, ...]
    others: tuple[OtherReading, ...]

    @property
    def all(self) -> tuple[WorkingView, ...]:
        """The notes of all of these, in the order of their numbers."""
        readings = (self.leading, *(other.working for other in self.others))
        return (*readings, *self.social)


def working_section(
    c: CaseInLanguage,
    leading: NotedAppraisal,
    social: Sequence[NotedAppraisal],
    others: Sequence[NotedAppraisal],
    inputs: Sequence[InputView],
) -> WorkingSection:
    """Give the working of all that was appraised; inputs: all of the case, on which its notes rest."""
    shown = {one.id: one for one in inputs}
    return WorkingSection(
        leading=working_view(c, leading, shown),
        social=tuple(working_view(in_social_lane(c), one, shown) for one in social),
        others=tuple(_other(c, one, shown) for one in others),
    )


def _other(
    c: CaseInLanguage, noted: NotedAppraisal, inputs: Mapping[str, InputView]
) -> OtherReading:
    return OtherReading(
        working=working_view(c, noted, inputs),
        figures=figures_view(c, noted),
        metrics=metrics_view(c, noted),
        cash_flow=cash_flow_view(c, noted),
        bridge=bridge_view(c, noted),
        chance=chance_view(c, noted),
        conditions=conditions_view(c, noted),
    )
