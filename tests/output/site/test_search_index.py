import gzip
import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from roi_casebook.output import programs
from roi_casebook.output.failures import EnvironmentFailure
from roi_casebook.output.site.search_copies import text_lines, twin_html
from roi_casebook.output.site.search_index import twin_folder, write_index
from roi_casebook.pages.parts.page import Result
from tests.output import sample_site
from tests.output.publish_content import publish_site
from tests.output.sample_site import page

RESULT = Result(
    "ROI 91%\u00a0· NPV £5,450", "observed\u00a0· gross", "Depaul UK\u00a0· United Kingdom"
)


def fragments(index: Path) -> Iterator[dict[str, Any]]:
    """Give what Pagefind keeps of each page."""
    for path in sorted((index / "fragment").iterdir()):
        text = gzip.decompress(path.read_bytes()).decode().removeprefix("pagefind_dcd")
        yield json.loads(text)


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


# Twins -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("<h2>One</h2><p>a <b>b</b>,<br>c</p>", ["One", "a b,", "c"]),
        ("<ul><li>one<li>two</ul>", ["one", "two"]),
        ("<p>Text<a class='cb-note'>7</a>.</p>", ["Text."]),
        ("<p>AT&amp;T &lt;3</p>", ["AT&T <3"]),
        (
            "<p>Read at <a href='https://a.b/ch_2.shtml'>https://a.b/ch_2.shtml</a>, see www.c.d/e.</p>",
            ["Read at see"],
        ),
        ("<table><tr><th>x<td>12<td><p>“Why.”</p></table>", ["“Why.”"]),
        ("<figure><svg><text>9</text></svg></figure><p>after</p>", ["after"]),
        ("<div class=cb-working><math><mi>x</mi></math></div><p>p</p>", ["p"]),
        ("<p>p</p><details class=cb-fold--about><dl><dd>1</dl></details><h2>Like</h2>", ["p"]),
        ("<h2>Figures</h2><p class=cb-basis-said>In dollars.</p><p>p</p>", ["Figures", "p"]),
        ("<details><summary>8 of 18</summary><ol class=cb-checklist><li>a</ol></details>", []),
        ("<details class=cb-claim><summary>“Why.”</summary><p>p</details>", ["“Why.”", "p"]),
        (
            (
                "<details class=cb-fold><summary><h2>One</h2> <span class=cb-fold__what>12</span>"
                "</summary><p>p</details>"
            ),
            ["One", "p"],
        ),
        ("<div hidden>Close</div>", []),
        ("<nav>All cases</nav>", []),
        ("", []),
    ],
)
def test_a_twin_holds_text_without_charts_tables_and_mathematics(
    body: str, lines: list[str]
) -> None:
    assert text_lines(body) == lines


def test_a_twin_is_found_by_what_stands_on_another_page_too() -> None:
    twin = twin_html(page("case", body="<p>here</p>", found_by="<td><p>“Spent it.”</p></td>"))
    assert "<p>here</p>\n<p>“Spent it.”</p>" in twin


def test_a_twin_of_every_component_is_lean() -> None:
    twin = twin_html(page("case"))
    assert "<table" not in twin
    assert "<math" not in twin
    assert len(twin) < len(sample_site.BODY) / 2


# The index ---------------------------------------------------------------------------------------


def test_the_index_holds_what_a_result_shows(tmp_path: Path) -> None:
    title, finding = "L’œuvre <b> & “co”", "It’s 50\u202f% {body} slot"
    one = page("case", "fr", title=title, description=finding, body="<p>L’âme.</p>", result=RESULT)
    (tmp_path / "a.html").write_text(twin_html(one), encoding="utf-8")
    write_index(tmp_path, tmp_path / "index")
    [found] = fragments(tmp_path / "index")
    assert found["meta"] == {
        "title": title,
        "finding": finding,
        "figures": RESULT.figures,
        "basis": RESULT.basis,
        "name": "L'oeuvre <b> & “co”",
        "about": RESULT.about,
    }
    assert found["content"].startswith("L'oeuvre <b> & “co” L'âme.")
    assert "Depaul UK" in found["content"]


def test_each_page_with_words_of_its_own_is_there_once_a_language(
    folders: tuple[Path, ...], cache: Path, tmp_path: Path
) -> None:
    assert publish_site(sample_site.content(), folders, cache, tmp_path / "site") == ()
    index = tmp_path / "site" / "pagefind"
    told = {one["url"] for one in fragments(index)}
    pages = {"/cases/sample.html", "/method.html", "/guide.html"}
    assert told == pages | {f"/fr{address}" for address in pages}
    entry = json.loads((index / "pagefind-entry.json").read_text(encoding="utf-8"))
    counts = {name: one["page_count"] for name, one in entry["languages"].items()}
    assert counts == {"en": 3, "fr": 3}


def test_where_each_page_is_stands_beside_the_index_of_its_language(
    folders: tuple[Path, ...], cache: Path, tmp_path: Path
) -> None:
    publish_site(sample_site.content(), folders, cache, tmp_path / "site")
    index = tmp_path / "site" / "pagefind"
    for language, root in (("en", ""), ("fr", "fr/")):
        text = (index / f"pages-{language}.js").read_text(encoding="utf-8")
        pages = json.loads(text.removeprefix("export default ").removesuffix(";\n"))
        assert set(pages.values()) == {
            f"{root}{name}" for name in ("cases/sample.html", "method.html", "guide.html")
        }
        assert {f"{name}.pf_fragment" for name in pages} <= {
            path.name for path in (index / "fragment").iterdir()
        }


def test_only_what_our_search_loads_is_published(
    folders: tuple[Path, ...], cache: Path, tmp_path: Path
) -> None:
    publish_site(sample_site.content(), folders, cache, tmp_path / "site")
    names = {path.name for path in (tmp_path / "site" / "pagefind").iterdir()}
    assert {"pagefind.js", "pagefind-worker.js", "pagefind-entry.json"} <= names
    assert not [name for name in names if "ui" in name or "highlight" in name]
    assert not list((tmp_path / "site" / "pagefind").rglob("*.html"))


def test_the_same_twins_give_the_same_bytes(tmp_path: Path) -> None:
    for language in ("en", "fr"):
        for number in range(20):
            body = f"<p>Some words, number {number}; économies à l’étude {number * 7}.</p>"
            one = page("case", language, title=f"Case {number}", body=body, result=RESULT)
            file = tmp_path / "twins" / language / f"{number}.html"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(twin_html(one), encoding="utf-8")
    made = []
    for number in range(4):
        write_index(tmp_path / "twins", tmp_path / str(number))
        made.append(files(tmp_path / str(number)))
    assert made[1:] == made[:1] * 3


def test_no_pages_make_no_index(tmp_path: Path) -> None:
    with twin_folder() as twins:
        write_index(twins, tmp_path / "index")
    assert not twins.exists()
    assert not (tmp_path / "index").exists()


# Failures ----------------------------------------------------------------------------------------


def test_what_pagefind_says_fails_the_build(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(twin_html(page("case")), encoding="utf-8")
    (tmp_path / "in the way").write_text("", encoding="utf-8")
    with pytest.raises(EnvironmentFailure, match=r"(?s)index of the search:\n.*\w"):
        write_index(tmp_path, tmp_path / "in the way")


@pytest.mark.parametrize(
    "cut",
    [
        "pagefind-entry.json",
        "pagefind.js",
        "pagefind-worker.js",
        "wasm.unknown.pagefind",
        "*.pf_meta",
        "fragment/*",
        "index/*",
    ],
)
@pytest.mark.parametrize("kept", [0.0, 0.5])
def test_what_pagefind_leaves_unfinished_without_a_word_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cut: str, kept: float
) -> None:
    (tmp_path / "a.html").write_text(twin_html(page("case")), encoding="utf-8")
    run = programs.run

    def run_on_a_full_disk(command: list[str]) -> "subprocess.CompletedProcess[str]":
        ended = run(command)
        file = next((tmp_path / "index").glob(cut))
        content = file.read_bytes()
        file.write_bytes(content[: int(len(content) * kept)])
        return ended

    monkeypatch.setattr(programs, "run", run_on_a_full_disk)
    with pytest.raises(EnvironmentFailure, match=r"Pagefind left \S+ unfinished.*disk is full"):
        write_index(tmp_path, tmp_path / "index")


def test_a_failure_publishes_nothing(
    folders: tuple[Path, ...], cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "site"
    publish_site(sample_site.content(), folders, cache, out)
    before = files(out)
    broken = subprocess.CompletedProcess(["pagefind"], 1, "", "no room")
    monkeypatch.setattr(programs, "run", lambda *_given: broken)
    with pytest.raises(EnvironmentFailure, match="no room"):
        publish_site(sample_site.content(), folders, cache, out)
    assert files(out) == before
    assert {path.name for path in tmp_path.iterdir()} == {"site"}
