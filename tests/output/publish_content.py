"""A site of any content, published by the build itself: only what comes before writing is given."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch

from roi_casebook import build
from roi_casebook.output.site.site_folder import Content
from roi_casebook.problems import Problem
from tests.output.sample_site import DAY


def publish_site(
    content: Content, folders: tuple[Path, ...], cache: Path, out: Path
) -> tuple[Problem, ...]:
    """Publish a site into folder `out`; give the problems for which it was not published.

    folders: of templates; cache: where shells are kept.
    """
    found = SimpleNamespace(problems=(), read=SimpleNamespace(config="of no matter here"))
    given: dict[str, Any] = {
        "read": lambda *_, **__: found,
        "judge_all": lambda *_: (),
        "find_edition": lambda *_: content.edition,
        "compose": lambda *_: content,
        "template_folders": lambda _: folders,
        "CACHE": cache.resolve(),
    }
    with patch.multiple(build, **given):
        return build.build(Path(), out, DAY, {}).broken
