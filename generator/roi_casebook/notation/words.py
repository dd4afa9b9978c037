"""A formula in words, and in words with the numbers of one case. The words come from a language."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from roi_casebook.notation.printing import Notation, Spelling, in_line, printed
from roi_casebook.roi.algebra.expressions import Axis, Node

MINUS = Spelling("−{}", 1, 0, 3)
_SIGNS = in_line({"+": "+", "-": "−", "*": "×", "/": "÷", "**": "^"})


@dataclass(frozen=True)
class Words:
    """The words of a language: how it names quantities, sums and numbers.

    name: the reader's name of a quantity or input; total: a text with one place for each axis
    ("the sum over the years of {}"); number: a plain number; value: the numbers of a quantity as
    this case has them, one for each line or year.
    """

    name: Callable[[str], str]
    total: Mapping[Axis, str]
    number: Callable[[float], str]


def in_words(tree: Node, words: Words) -> str:
    """Write a formula in words: ``(present value of benefits − ...) ÷ ...``."""
    return printed(
        tree,
        Notation(
            operations=_SIGNS,
            number=words.number,
            name=lambda name: words.name(name.name),
            sum=lambda total: words.total[total.axis].format(words.name(total.of.name)),
            sum_binds=0,  # the words run on: "the sum of x − 1" could be read as of (x − 1)
            negation=MINUS,
        ),
    )


def with_numbers(
    tree: Node, number: Callable[[float], str], values: Callable[[str], list[str]]
) -> str:
    """Write a formula with its numbers; `values` gives the terms of a name, a sum has several."""
    return printed(
        tree,
        Notation(
            operations=_SIGNS,
            number=number,
            name=lambda name: values(name.name)[0],
            sum=lambda total: " + ".join(values(total.of.name)),
            sum_binds=1,
            negation=MINUS,
        ),
    )
