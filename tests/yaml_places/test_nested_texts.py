"""The quick reader of catalogues gives what the careful one gives."""

import pytest

from roi_casebook.written.languages import catalogue_files
from roi_casebook.yaml_places.nested_texts import nested_texts
from roi_casebook.yaml_places.reader import read_yaml


@pytest.mark.parametrize("language", catalogue_files())
def test_a_catalogue_reads_the_same_both_ways(language: str) -> None:
    raw = catalogue_files()[language].read_bytes()
    document = read_yaml(raw, f"{language}.yml")
    assert document.problems == ()
    assert nested_texts(raw.decode()) == document.value


def test_texts_stay_texts_and_folded_lines_are_one() -> None:
    text = 'qx:\n  a: "no"\n  b:\n    "1": >-\n      one\n      line\n    c: yes\n'
    assert nested_texts(text) == {"qx": {"a": "no", "b": {"1": "one line", "c": "yes"}}}
