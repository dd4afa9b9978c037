from pathlib import Path

import pytest

from roi_casebook.output.site.check_links import check_site
from roi_casebook.problems import Problem

KEY = "0123456789abcdef"
HEAD = """<!doctype html>
<html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="script-src 'self'">
<title>x</title></head><body>
"""
SITE = {
    "index.html": '<p id="here">x</p>',
    "cases/a.html": '<h2 id="figures">x</h2>',
    "cases/a.json": "",
    "assets/a.svg": "",
}


def problems(folder: Path, name: str, body: str, address: str = "https://x.org/") -> list[Problem]:
    pages = {**SITE, name: body}
    for file, text in pages.items():
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / file).write_text(
            (HEAD if file.endswith(".html") else "") + text, encoding="utf-8"
        )
    return list(check_site(folder, address, KEY))


@pytest.mark.parametrize(
    "body",
    [
        '<a href="a.html">x</a>',
        '<a href="a.html#figures">x</a>',
        '<a href="../index.html#here">x</a>',
        '<a href="#own">x</a><p id="own">x</p>',
        '<a href="a.json" download>x</a>',
        '<a href="https://example.org/x?y=1&amp;z=2#w">x</a> <a href="mailto:a@b.c">x</a>',
        '<img src="../assets/a.svg" alt=""> <img src="data:image/png;base64,AA" alt="">',
        '<svg><use href="#own"/></svg><p id="own">x</p>',
        '<script type="application/json">{"a": "<b>"}</script>',
        '<input aria-labelledby="one two"><p id="one">x</p><p id="two">x</p>',
        '<math display="block"><mi>x</mi></math>',
    ],
)
def test_a_sound_page_has_no_problem(tmp_path: Path, body: str) -> None:
    assert problems(tmp_path, "cases/b.html", body) == []


@pytest.mark.parametrize(
    ("body", "code", "message"),
    [
        ('<a href="c.html">x</a>', "dead_link", "link to c.html: the site has no such file"),
        ('<a href="../../x.html">x</a>', "dead_link", "link to ../../x.html"),
        ('<a href="../cases/">x</a>', "dead_link", "link to ../cases/"),
        ('<a href="">x</a><i id="b.html"></i>', "", ""),
        ('<img src="no.png" alt="">', "dead_link", "link to no.png"),
        ('<img srcset="no.png 2x" src="../assets/a.svg" alt="">', "dead_link", "link to no.png"),
        ('<a href="a.html#no">x</a>', "dead_anchor", "cases/a.html has no id 'no'"),
        ('<a href="#no">x</a>', "dead_anchor", "cases/b.html has no id 'no'"),
        ('<p id="x"></p><p id="x"></p>', "duplicate_id", "the id 'x' stands 2 times"),
        ('<label for="no">x</label>', "dead_reference", "names id 'no'"),
        ('<img src="https://x.org/a.png" alt="">', "foreign_resource", "from another host"),
        ('<img src="//x.org/a.png" alt="">', "foreign_resource", "from another host"),
        ('<iframe src="http://x.org/"></iframe>', "foreign_resource", "from another host"),
        ('<a href="javascript:void(0)">x</a>', "unsafe_link", "only http, https"),
        ("<script>alert(1)</script>", "refused_script", "refuses a script: alert(1)"),
        ('<p style="color: red">x</p>', "refused_style", "refuses style="),
        ("<style>p {}</style>", "refused_style", "refuses <style>"),
        ('<p onclick="x()">x</p>', "refused_style", "refuses onclick"),
        (f"<p>slot{KEY}ntitle0</p>", "open_slot", "left open"),
    ],
)
def test_each_fault_is_named_at_its_line(
    tmp_path: Path, body: str, code: str, message: str
) -> None:
    found = problems(tmp_path, "cases/b.html", f"<p>one</p>\n{body}")
    assert [(one.file, one.line, one.code) for one in found] == (
        [("cases/b.html", 5, code)] if code else []
    )
    assert all(message in one.message for one in found)


def test_all_problems_are_given_at_once(tmp_path: Path) -> None:
    body = '<a href="c.html">x</a><a href="d.html">x</a><img src="http://x.org/y" alt="">'
    assert len(problems(tmp_path, "cases/b.html", body)) == 3


def test_a_page_without_policy_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text('<head><meta charset="utf-8"></head>', encoding="utf-8")
    (found,) = check_site(tmp_path, "https://x.org/", KEY)
    assert found.code == "no_policy"


def test_links_from_the_root_of_the_host_lead_through_the_path_of_the_site(tmp_path: Path) -> None:
    body = '<a href="/casebook/cases/a.html#figures">x</a>'
    assert problems(tmp_path, "404.html", body, "https://x.org/casebook/") == []
