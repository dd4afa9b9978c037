import pytest
from hypothesis import given
from hypothesis import strategies as st

from roi_casebook.output.slots import (
    NAMES,
    BrokenShellError,
    Values,
    fill,
    parse,
    parse_page,
    token,
)

KEY = "0123456789abcdef"


def filled(text: str, **values: object) -> str:
    for name in NAMES:
        text = text.replace("{" + name + "}", token(KEY, name))
    return "".join(fill(parse(text, KEY), values))  # type: ignore[arg-type]


def test_a_value_is_escaped_for_text_and_attribute_but_the_body_is_not() -> None:
    html = filled('<p title="{title}">{title}</p>{body}', title='"<&>', body="<b>&amp;</b>")
    assert html == '<p title="&quot;&lt;&amp;&gt;">&quot;&lt;&amp;&gt;</p><b>&amp;</b>'


def test_a_part_repeats_for_each_item_and_sees_what_is_around_it() -> None:
    sections: list[Values] = [{"sectionid": "a"}, {"sectionid": "b"}]
    text = "({eachcontents}{eachsection}{root}#{sectionid};{endsection}{endcontents})"
    html = filled(text, root="..", contents=[{"section": sections}])
    assert html == "(..#a;..#b;)"


def test_a_part_without_items_is_gone_with_all_inside() -> None:
    text = "({eachcrumbs}<ol>{eachcrumb}{crumblabel}{endcrumb}</ol>{endcrumbs})"
    assert filled(text, crumbs=[]) == "()"
    assert filled(text, crumbs=[{"crumb": [{"crumblabel": "x"}]}]) == "(<ol>x</ol>)"


@pytest.mark.parametrize(
    ("names", "message"),
    [
        (["nonsense"], r"slot\.nonsense is unknown"),
        (["eachaddress"], r"slot\.endaddress is missing after slot\.eachaddress"),
        (["eachsection"], r"slot\.eachsection stands outside slot\.eachcontents"),
        (["eachlanguage", "endlanguage", "languagename"], "outside slot.eachlanguage"),
        (["endunlisted"], r"slot\.endunlisted has no slot\.eachunlisted before it"),
    ],
)
def test_slots_that_make_no_whole_are_refused(names: list[str], message: str) -> None:
    with pytest.raises(BrokenShellError, match=message):
        parse("".join(token(KEY, name) for name in names), KEY)


@pytest.mark.parametrize("missing", ["title", "body"])
def test_a_page_without_title_or_body_is_none(missing: str) -> None:
    text = "".join(token(KEY, name) for name in ("title", "body") if name != missing)
    with pytest.raises(BrokenShellError, match=rf"slot\.{missing} is missing"):
        parse_page(text, KEY)


@given(st.lists(st.sampled_from([*(token(KEY, name) for name in NAMES), "<p>", "x", "0"])))
def test_content_that_holds_tokens_stays_what_it_is(words: list[str]) -> None:
    body = "".join(words)
    assert filled("a{body}b{title}c", body=body, title="t") == f"a{body}btc"
