"""Every published table in this folder, computed again: what it prints must come out, or say why not.

Each YAML file is one table (or several `cases` of one). All scalars are read as text, so that the
digits printed decide how near a figure must come: half a unit of the last one. README.md tells how
to write one.
"""

from pathlib import Path

import pytest

from tests.worked_examples.tables import Example, differences, examples, explained, unexplained

FOLDER = Path(__file__).parent
EXAMPLES = [example for path in sorted(FOLDER.glob("*.yml")) for example in examples(path)]


@pytest.mark.parametrize("example", EXAMPLES, ids=[example.name for example in EXAMPLES])
def test_printed_numbers_come_out_or_are_explained(example: Example) -> None:
    problems = [*differences(example), *unexplained(example)]
    if problems:
        pytest.fail("\n".join([example.name, *problems]), pytrace=False)


def test_explained_differences_are_few_beside_what_is_reproduced() -> None:
    differing = sum(explained(example) for example in EXAMPLES)
    assert differing < sum(len(example.printed) for example in EXAMPLES) / 3
