"""Numbers for context, numbers that a source only assumed, and sources that texts cite."""

from copy import deepcopy
from typing import Any

import pytest

from roi_casebook.pages.case.inputs import inputs_view
from roi_casebook.pages.parts.sources import sources_view
from tests.pages.told import DRAWN, both, drawn, full, judged, parsed, telling, text_of


def with_input(name: str, **fields: Any) -> dict[str, Any]:  # noqa: ANN401 -- whatever an editor may write
    """Give the drawn case with fields of one input changed, or another input."""
    inputs = deepcopy(DRAWN["inputs"])
    inputs[name] = {**inputs.get(name, {}), **fields}
    return drawn(inputs=inputs)


AROUND = {"value": 14, "unit": "business", "context": "yes", "source": "books", "quote": "14"}


def test_context_stands_last_and_apart() -> None:
    views = inputs_view(telling(judged(with_input("around", **AROUND))))
    assert [view.name.text for view in views if view.is_context] == ["Around"]
    assert views[-1].is_context
    body = both(judged(with_input("around", **AROUND)))
    assert body.count("For context: numbers that enter no figure") == 1
    assert "For context" not in both(judged(drawn()))


def test_context_moves_no_figure() -> None:
    figures = judged(drawn()).leading.figures
    assert judged(with_input("around", **AROUND)).leading.figures == figures


def test_what_its_source_assumed_says_so_and_counts_as_an_assumption() -> None:
    case = judged(with_input("outlay", assumed_by="source"))
    shown = {view.id: view for view in inputs_view(telling(case))}["input-outlay"]
    assert (shown.basis, shown.assumed_by_source) == ("assumption", True)
    assert "Assumed by the authors of the source, not measured." in text_of(both(case))
    before = judged(drawn()).evidence.locks.money
    after = case.evidence.locks.money
    assert before is not None
    assert after is not None
    assert after < before


@pytest.mark.parametrize(("language", "who"), [("en", "ZZby, 2020"), ("fr", "ZZby, 2020")])
def test_a_text_cites_a_source_by_a_link(language: str, who: str) -> None:
    body = both(judged(full()), language)
    (link,) = parsed(body).css("a.cb-citation")
    assert (link.attributes["href"], link.text()) == ("made-up.html#source-manual", who)
    assert "[source:" not in body


def test_a_source_leads_to_the_texts_that_cite_it() -> None:
    case = judged(drawn(limits={"en": "So [source: books].", "fr": "Ainsi [source: books]."}))
    (books,) = sources_view(telling(case))
    assert ("#limits", "Limits") in {(link.href, link.text) for link in books.used_in}
