"""The packs of measures: which suit a kind of work, how long it needs, with what it is compared."""

from dataclasses import dataclass

from roi_casebook.config import Pack
from roi_casebook.pages import anchors
from roi_casebook.pages.views import Fact, Link, link
from roi_casebook.wording import Wording, Written


@dataclass(frozen=True)
class PackView:
    """A pack: its id, name, the work it is made for, and what is known of measuring it."""

    id: str
    label: Written
    definition: Written
    facts: tuple[Fact, ...]


def packs_view(w: Wording) -> tuple[PackView, ...]:
    """Give all packs of the vocabulary, on the page on method."""
    return tuple(_pack(w, name, pack) for name, pack in w.vocabulary.packs.items())


def _pack(w: Wording, name: str, pack: Pack) -> PackView:
    return PackView(
        id=anchors.of("pack", name),
        label=w.text(pack.label),
        definition=w.text(pack.definition),
        facts=(
            Fact(
                w.t("pack.measures"), links=tuple(_measure(w, measure) for measure in pack.measures)
            ),
            Fact(
                w.t("pack.time"), w.quantity(pack.months_to_effect, "month"), note=w.text(pack.why)
            ),
            Fact(w.t("pack.comparator"), note=w.text(pack.comparator)),
            Fact(w.t("pack.trap"), note=w.text(pack.trap)),
        ),
    )


def _measure(w: Wording, measure: str) -> Link:
    return link(w.term("measures", measure), f"#{anchors.of('measure', measure)}")
