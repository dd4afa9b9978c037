"""Comparing two builds: what is put to fixed words is equal, and the least of all else is told."""

import gzip
import json
import shutil
import sys
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tools.compare_builds import main

ROOT = Path(__file__).parents[2]
SCRIPT = "document.documentElement.className='js'"
WORDS = {
    "day": "2026-01-01",
    "edition": "Edition of 1 January 2026, commit 1a2b3c4",
    "look": "01234567",
    "rows": "rows=1",
    "script": SCRIPT,
}
PAGE = """<!doctype html>
<meta http-equiv="Content-Security-Policy" content="script-src 'self' '{policy}'">
<link rel="stylesheet" href="./assets/look.{look}.css">
<script>{script}</script>
<script src="./assets/bundle.{look}.min.js"></script>
<form data-rows="rows.js?v={version}"></form>
<p class="a" id="b">ROI of 12 %, <b>NPV</b> of £5</p>
<p class="cb-footer__edition">{edition}</p>
"""


def digest(text: str) -> str:
    """Give the source expression of an inline script, as a policy names it."""
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()


def short(text: str) -> str:
    """Give the eight digits by which an address tells one content from another."""
    return sha256(text.encode()).hexdigest()[:8]


def site(folder: Path, commit: str | None = "1a2b3c4", **other: str) -> Path:
    """Write a built site: a page, a style, two scripts, a picture, a part of the search index."""
    words = {**WORDS, **other}
    look, rows, script = words["look"], words["rows"], words["script"]
    day = {"day": words["day"], "commit": commit, "changed_since": False}
    marker = {"made_by": "ROI Casebook", **day}
    page = PAGE.format(policy=digest(script), version=short(rows), **words)
    files = {
        "casebook-edition.json": json.dumps(marker, indent=2).encode(),
        "index.html": page.encode(),
        "rows.js": rows.encode(),
        f"assets/look.{look}.css": b"p{margin:0}",
        f"assets/bundle.{look}.min.js": b"run()",
        "assets/picture.png": b"\x89PNG\xff",
    }
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    in_index(folder, "en_1a", "twelve per cent")
    return folder


def in_index(folder: Path, name: str, text: str) -> None:
    """Write the part of a page in the search index, as Pagefind does."""
    path = folder / "pagefind" / "fragment" / f"{name}.pf_fragment"
    path.parent.mkdir(parents=True, exist_ok=True)
    unpacked = f'pagefind_dcd{{"url":"/a.html","content":"{text}"}}'
    path.write_bytes(gzip.compress(unpacked.encode(), mtime=0))


def edited(folder: Path, old: str, new: str, name: str = "index.html") -> Path:
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    return folder


@pytest.fixture
def before(tmp_path: Path) -> Path:
    return site(tmp_path / "before")


@pytest.fixture
def after(tmp_path: Path) -> Path:
    return site(tmp_path / "after")


def compare(before: Path, after: Path) -> Result:
    return CliRunner().invoke(main, ["compare", str(before), str(after)])


def test_the_same_site_twice_is_equal(before: Path, after: Path) -> None:
    result = compare(before, after)
    assert result.exit_code == 0
    assert result.output == "7 files: 7 equal, 0 not\n"


@pytest.mark.parametrize(
    "other",
    [
        {"commit": "9f8e7d6", "edition": "Edition of 1 January 2026, commit 9f8e7d6"},
        {"day": "2026-02-03", "edition": "Edition of 3 February 2026, commit 1a2b3c4"},
        {"commit": None, "edition": "Edition of 1 January 2026"},
        {"look": "89abcdef"},
    ],
    ids=["commit", "day", "commit unknown", "hashes"],
)
def test_edition_and_addresses_of_scripts_and_styles_do_not_count(
    before: Path, tmp_path: Path, other: dict[str, str]
) -> None:
    result = compare(before, site(tmp_path / "other", **other))
    assert result.exit_code == 0, result.output


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("NPV", "NPW", "+NPW"),
        ('class="a" id="b"', 'id="b" class="a"', '+<p id="b" class="a">'),
        ("12 %", "12  %", "+ROI of 12  %"),
        ("12 %", "12\u202f%", r"+ROI of 12\u202f%"),
        ("</p>\n<p", "</p> \n<p", r"+ \n"),
        ("Edition of", "Issue of", "+Issue of"),
        ("look.01234567", "look.deadbeef", "deadbeef"),
        ("?v=", "?v=0", "?v=0"),
        (digest(SCRIPT), digest("alert(1)"), digest("alert(1)")),
    ],
    ids=[
        "letter",
        "order of attributes",
        "blank",
        "kind of blank",
        "blank at the end of a line",
        "words of the edition",
        "address of no file",
        "version of no file",
        "hash of no script",
    ],
)
def test_the_least_difference_is_told(
    before: Path, after: Path, old: str, new: str, told: str
) -> None:
    result = compare(before, edited(after, old, new))
    assert result.exit_code == 1
    assert told in result.output
    assert result.output.endswith("7 files: 6 equal, 1 not\n")


def test_a_commit_elsewhere_than_in_the_edition_is_told(before: Path, tmp_path: Path) -> None:
    edited(before, "NPV", "NPV 1a2b3c4")
    edition = "Edition of 1 January 2026, commit 9f8e7d6"
    other = site(tmp_path / "other", commit="9f8e7d6", edition=edition)
    assert "+NPV 9f8e7d6" in compare(before, edited(other, "NPV", "NPV 9f8e7d6")).output


def test_what_a_script_or_style_holds_is_told_under_its_fixed_name(
    before: Path, tmp_path: Path
) -> None:
    other = site(tmp_path / "other", look="89abcdef", script="track()", rows="rows=2")
    edited(other, "margin:0", "margin:1", "assets/look.89abcdef.css")
    output = compare(before, other).output
    assert "1 x assets/look.HASH.css" in output
    assert "+track()" in output
    assert "+rows=2" in output
    assert "?v=" not in output
    assert output.endswith("7 files: 4 equal, 3 not\n")


def test_two_files_of_one_fixed_name_both_count(before: Path, after: Path) -> None:
    (after / "assets" / "look.11111111.css").write_text("p{}")
    assert compare(before, after).exit_code == 1


def test_a_file_on_one_side_alone_is_told(before: Path, after: Path) -> None:
    (before / "rows.js").unlink()
    (after / "assets" / "picture.png").unlink()
    result = compare(before, after)
    assert result.exit_code == 1
    assert "1 x assets/picture.png\n    only in BEFORE" in result.output
    assert "rows.js\n    only in AFTER" in result.output


def test_a_byte_of_a_picture_is_told(before: Path, after: Path) -> None:
    (after / "assets" / "picture.png").write_bytes(b"\x89PNG\xfe")
    assert "1 x assets/picture.png\n    binary: 5 and 5 bytes" in compare(before, after).output


def test_the_same_difference_in_many_files_is_shown_once(before: Path, after: Path) -> None:
    for folder, word in ((before, "one"), (after, "two")):
        for name in ("a.txt", "b.txt"):
            (folder / name).write_text(word)
    assert "2 x a.txt, b.txt\n    -one" in compare(before, after).output


def test_a_page_in_the_search_index_is_found_by_its_address(before: Path, after: Path) -> None:
    (after / "pagefind" / "fragment" / "en_1a.pf_fragment").unlink()
    in_index(after, "en_2b", "thirteen per cent")
    result = compare(before, after)
    assert "1 x pagefind/fragment/a.html" in result.output
    assert "thirteen per cent" in result.output
    assert result.output.endswith("7 files: 6 equal, 1 not\n")


def test_answers_are_held_to_the_byte(tmp_path: Path) -> None:
    for name, words in (("before", "commit 1a2b3c4"), ("after", "commit 9f8e7d6")):
        site(tmp_path / name / "site", commit=words[7:], edition=f"Edition of today, {words}")
        (tmp_path / name / "figures.json").write_text(f'{{"day": "{words}"}}\n')
    result = compare(tmp_path / "before", tmp_path / "after")
    assert "1 x figures.json" in result.output
    assert result.output.endswith("8 files: 7 equal, 1 not\n")


def test_a_folder_that_is_neither_is_wrong_use(before: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    result = compare(before, tmp_path / "empty")
    assert result.exit_code == 2
    assert "no recording and no built site" in result.output


@pytest.mark.slow
def test_what_a_checkout_makes_and_answers_is_recorded(tmp_path: Path) -> None:
    checkout, invalid = tmp_path / "checkout", Path("tests") / "invalid_cases"
    (checkout / "cases").mkdir(parents=True)
    (checkout / invalid).mkdir(parents=True)
    shutil.copy(ROOT / "site_config.yml", checkout)
    shutil.copy(ROOT / "cases" / "river-pools.yml", checkout / "cases")
    for name in ("site_config.yml", "tab.yml", "tab.expected"):
        shutil.copy(ROOT / invalid / name, checkout / invalid)
    shutil.copytree(ROOT / invalid / "no-config", checkout / invalid / "no-config")
    shutil.copy(ROOT / invalid / "no-config.expected", checkout / invalid)
    into = tmp_path / "recorded" / "now"
    asked = ["record", str(checkout), str(into), "--python", sys.executable]
    assert CliRunner().invoke(main, asked).exit_code == 0
    assert (into / "site" / "fr" / "cases" / "river-pools.html").is_file()
    figures = json.loads((into / "figures" / "river-pools.saving_and_sales.json").read_text())
    assert figures["reading"] == "saving_and_sales"
    explained = into / "explain" / "river-pools.saving_and_sales" / "bcr.txt"
    assert "bcr: benefit-cost ratio" in explained.read_text()
    assert json.loads((into / "check" / "invalid" / "tab.json").read_text())[0]["code"] == "tab"
    endings = (into / "endings.txt").read_text().splitlines()
    assert {"0 check/cases.json", "1 check/invalid/tab.json"} <= set(endings)
    assert "1 check/invalid/no-config.json" in endings
    assert compare(into, into).exit_code == 0


def test_a_recording_needs_a_python_and_a_new_folder(tmp_path: Path) -> None:
    asked = ["record", str(tmp_path), str(tmp_path)]
    assert "run make .venv" in CliRunner().invoke(main, asked).output
    result = CliRunner().invoke(main, [*asked, "--python", shutil.which("sh") or ""])
    assert result.exit_code == 2
    assert "is there already" in result.output
