import pytest
from hypothesis import given
from hypothesis import strategies as st

from roi_casebook.output.slots import NAMES, Values, fill, parse, token

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
    html = filled("({eachsection}{root}#{sectionid};{endsection})", root="..", section=sections)
    assert html == "(..#a;..#b;)"


def test_a_part_without_items_is_gone_with_all_inside() -> None:
    text = "({eachcrumbs}<ol>{eachcrumb}{crumblabel}{endcrumb}</ol>{endcrumbs})"
    assert filled(text, crumbs=[]) == "()"
    assert filled(text, crumbs=[{"crumb": [{"crumblabel": "x"}]}]) == "(<ol>x</ol>)"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (token(KEY, "nonsense"), "unknown slot 'nonsense'"),
        (token(KEY, "eachsection"), "slot 'endsection' is missing"),
    ],
)
def test_a_shell_that_is_not_whole_is_refused(text: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        parse(text, KEY)


@given(st.lists(st.sampled_from([*(token(KEY, name) for name in NAMES), "<p>", "x", "0"])))
def test_content_that_holds_tokens_stays_what_it_is(words: list[str]) -> None:
    body = "".join(words)
    assert filled("a{body}b{title}c", body=body, title="t") == f"a{body}btc"
