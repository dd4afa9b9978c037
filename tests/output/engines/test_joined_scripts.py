"""Scripts joined from their parts into classic ones."""

import re
from pathlib import Path

import pytest

from roi_casebook.output.engines.joined_scripts import joined_scripts
from roi_casebook.output.engines.shell_tree import published_assets
from roi_casebook.pages.parts.templates import BrokenTemplateError


def folder(at: Path, **files: str) -> Path:
    """Write files below `scripts/`: `a__b` is `a/b.js`."""
    for name, text in files.items():
        path = at / "scripts" / f"{name.replace('__', '/')}.js"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return at


MAIN = """\
/* Says it. */
import {
  said,
  unsaid,
} from "./words/say.js";
import { WORD } from "./words/word.js";

said(WORD, unsaid);
"""
SAY = """\
import { WORD } from "./word.js";

/** @typedef {string} Word */

/**
 * Say a word.
 * @param {Word} word
 */
export function said(word) {
  return word ?? WORD;
}

export const unsaid = /** @type {null} */ (null);
"""
JOINED = """\
"use strict";
{
const WORD = "export a import";

function said(word) {
  return word ?? WORD;
}

const unsaid = /** @type {null} */ (null);

said(WORD, unsaid);
}
"""


def test_each_part_stands_once_before_what_needs_it_without_what_is_for_modules_and_comments(
    tmp_path: Path,
) -> None:
    word = 'export const WORD = "export a import";\n'
    site = folder(tmp_path, main=MAIN, words__say=SAY, words__word=word, words__other="x")
    assert joined_scripts((site,)) == {"main.js": JOINED}


def test_parts_that_need_each_other_stand_once_each(tmp_path: Path) -> None:
    site = folder(
        tmp_path,
        main='import { a } from "./parts/a.js";\na();\n',
        parts__a='import { b } from "./b.js";\nexport function a() {}\n',
        parts__b='import { a } from "./a.js";\nexport function b() {}\n',
    )
    made = joined_scripts((site,))["main.js"]
    assert re.findall(r"function (\w)", made) == ["b", "a"]


def test_a_site_takes_the_place_of_a_part_of_its_own(tmp_path: Path) -> None:
    shipped = folder(
        tmp_path / "shipped",
        main='import { a } from "./parts/a.js";\na();\n',
        parts__a="export const a = 1;\n",
    )
    own = folder(tmp_path / "own", parts__a="export const a = 2;\n", more="more();\n")
    assert joined_scripts((own, shipped)) == {
        "main.js": '"use strict";\n{\nconst a = 2;\n\na();\n}\n',
        "more.js": '"use strict";\n{\nmore();\n}\n',
    }


def test_an_asset_of_a_site_takes_the_place_of_a_whole_script(tmp_path: Path) -> None:
    shipped = folder(tmp_path / "shipped", main="shipped();\n")
    own = tmp_path / "own" / "assets" / "main.js"
    own.parent.mkdir(parents=True)
    own.write_bytes(b"own();\n")
    assert list(published_assets((tmp_path / "own", shipped)).values()) == [b"own();\n"]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ('\nimport { a } from "./b.js";\n', "line 2 failed: there is no scripts/b.js"),
        ('import { a as b } from "./main.js";\n', "line 1 failed: it cannot be joined: import { a"),
        ("import {\n  a,\n} from './main.js';\n", "line 1 failed: it cannot be joined: import {"),
        ("a();\n\nexport default a;\n", "line 3 failed: it cannot be joined: export default a;"),
        ("export { a };\n", "line 1 failed: it cannot be joined: export { a };"),
        ("// caf\udce9\n", "failed: it is no UTF-8"),
    ],
)
def test_what_cannot_be_joined_is_told_with_its_place(tmp_path: Path, text: str, why: str) -> None:
    site = folder(tmp_path, main="")
    file = site / "scripts" / "main.js"
    file.write_bytes(text.encode(errors="surrogateescape"))
    with pytest.raises(BrokenTemplateError, match=re.escape(why)) as failed:
        joined_scripts((site,))
    assert str(failed.value).startswith(f"The template {file}")
