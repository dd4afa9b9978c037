"""What reaches a template: finished views, and `t` for the words of the interface. Nothing else."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

import pytest
from markupsafe import Markup

from roi_casebook.pages.lists import listing_pages
from roi_casebook.pages.parts.templates import Templates, template_folders
from roi_casebook.pages.site.site_pages import site_pages
from roi_casebook.wording import wording_for
from tests.pages.case.test_metrics import OWN
from tests.pages.case.test_social import walking
from tests.pages.told import LANGUAGES, ROOT, SITE, drawn, full, judged, real

EN = wording_for("en", LANGUAGES[0], SITE.vocabulary)


class Marked(Templates):
    """Templates that are given keys for words, and that remember what they were given."""

    def __init__(self) -> None:
        super().__init__(template_folders(ROOT))
        self.given: list[dict[str, Any]] = []
        self.keys: set[str] = set()

    def filled(self, template: str, **views: Any) -> str:  # noqa: ANN401 -- as there
        self.given.append(views)
        return super().filled(template, **(views | {"t": self.marked} if "t" in views else views))

    def marked(self, key: str, **values: object) -> str:
        assert EN.t(key, **values)  # the catalogue has it, with these place-holders
        self.keys.add(key)
        return f"⟦{key}⟧"

    def read(self) -> set[str]:
        """Give the templates that were read."""
        return {name for _, name in self._environment.cache or {}}


@cache
def made() -> tuple[Marked, str]:
    """Make a site that uses every template. Its pages, joined."""
    withdrawn = judged(full(state="withdrawn", withdrawn=GONE, formerly=[]), "gone")
    own = (
        judged(full(summary={"en": "ZZsum"})),
        judged(drawn(), "drawn"),
        judged(walking(), "walking"),
    )
    cases, templates = (*map(real, SITE.cases), *own, withdrawn), Marked()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(listing_pages, "ROWS", 5)  # so that lists have several pages
        pages = list(site_pages(cases, OWN, SITE.vocabulary, templates, SITE.beside))
    return templates, "\n".join(page.body for page in pages)


GONE = {"on": "2026-10-01", "why": {"en": "ZZgone"}, "replaced_by": "drawn"}
FINISHED = (str, Markup, bool, type(None))


def unfinished(value: object, way: str) -> Iterator[str]:
    """Give what in a view is no finished text, by the way to it."""
    if isinstance(value, tuple | list):
        for place, one in enumerate(value):
            yield from unfinished(one, f"{way}[{place}]")
    elif isinstance(value, Mapping):
        for name, one in value.items():
            yield from unfinished(one, f"{way}[{name}]")
    elif is_dataclass(value):
        for field in fields(value):
            yield from unfinished(getattr(value, field.name), f"{way}.{field.name}")
    elif not isinstance(value, FINISHED):
        yield f"{way}: {type(value).__name__}"


def test_every_template_is_filled() -> None:
    folder = ROOT / "templates" / "pages"
    names = {file.relative_to(folder).as_posix() for file in folder.rglob("*.html")}
    assert made()[0].read() == names


def test_templates_are_given_finished_views_and_t_alone() -> None:
    for views in made()[0].given:
        words: Callable[..., str] | None = views.get("t")
        assert words is None or words.__name__ == "t"
        for name, view in views.items():
            if name != "t":
                assert list(unfinished(view, name)) == []


def test_the_words_of_the_interface_come_from_t() -> None:
    templates, pages = made()
    assert len(templates.keys) > 150
    assert all(f"⟦{key}⟧" in pages for key in templates.keys)
