"""A site of many cases made from the real ones: the same on every machine and every day.

The first of each real case is the case as it is; every further one has a name, a title and amounts
of its own: each amount of money is moved by a share between -20 % and +20 % that follows from the
number of the copy and the place of the amount. Files are changed as trees of YAML nodes, so that
all else in them stays as its editor wrote it.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path

import yaml

PROJECT = Path(__file__).parents[1]
_CONFIG, _GUIDE = "site_config.yml", "guide.yml"
_AMOUNTS = ("value", "low", "likely", "high")
_CURRENCIES = ("USD", "GBP", "EUR")
_INTEGER, _FLOAT = "tag:yaml.org,2002:int", "tag:yaml.org,2002:float"
_SPREAD = 41  # shares of -20 % to +20 %, in whole per cents


def write_made_site(count: int, to: Path) -> None:
    """Write a site of `count` cases into the empty folder `to`.

    With fewer than all the real ones it has no guide, which would name cases that are not there.
    """
    (to / "cases").mkdir(parents=True)
    real = sorted((PROJECT / "cases").glob("*.yml"))
    shutil.copyfile(PROJECT / _CONFIG, to / _CONFIG)
    if count >= len(real):
        shutil.copyfile(PROJECT / _GUIDE, to / _GUIDE)
    for number in range(count):
        copy, place = divmod(number, len(real))
        text = real[place].read_text(encoding="utf-8")
        name = f"{real[place].stem}-{copy}" if copy else real[place].stem
        made = varied(text, copy) if copy else text
        (to / "cases" / f"{name}.yml").write_text(made, encoding="utf-8")


def varied(text: str, copy: int) -> str:
    """Give the text of a case's copy number `copy`."""
    case = yaml.compose(text, Loader=yaml.CSafeLoader)
    for title in _scalars(_child(case, "title")):
        title.value = f"{title.value}, {copy}"
    for former in _scalars(_child(case, "formerly")):
        former.value = f"{former.value}-{copy}"
    for place, (_, one) in enumerate(_pairs(_child(case, "inputs"))):
        _vary(one, 1 + ((copy * 7 + place * 3) % _SPREAD - _SPREAD // 2) / 100)
    return str(yaml.serialize(case, Dumper=yaml.CSafeDumper, allow_unicode=True, width=10_000))


def _vary(given: yaml.Node, factor: float) -> None:
    """Multiply the amounts of an input, if it is one of money."""
    fields = {key.value: value for key, value in _pairs(given)}
    unit = fields.get("unit")
    if isinstance(unit, yaml.ScalarNode) and unit.value.startswith(_CURRENCIES):
        for name in _AMOUNTS:
            amount = fields.get(name)
            if isinstance(amount, yaml.ScalarNode) and _is_plain(amount.value):
                amount.value = _number(float(amount.value) * factor)
                amount.tag = _FLOAT if "." in amount.value else _INTEGER


def _is_plain(text: str) -> bool:
    """Tell a number from what is unknown or written as people do (500k), which stays."""
    try:
        float(text)
    except ValueError:
        return False
    return True


def _number(value: float) -> str:
    """Write a number in six significant digits, without an exponent."""
    short = float(f"{value:.6g}")
    return str(int(short)) if short.is_integer() else f"{short:f}".rstrip("0")


def _child(node: yaml.Node | None, name: str) -> yaml.Node | None:
    return next((value for key, value in _pairs(node) if key.value == name), None)


def _pairs(node: yaml.Node | None) -> list[tuple[yaml.Node, yaml.Node]]:
    return node.value if isinstance(node, yaml.MappingNode) else []


def _scalars(node: yaml.Node | None) -> Iterator[yaml.ScalarNode]:
    """Give a scalar, or those directly in a mapping or list."""
    if isinstance(node, yaml.ScalarNode):
        yield node
    elif isinstance(node, yaml.MappingNode):
        yield from (value for _, value in node.value)
    elif isinstance(node, yaml.SequenceNode):
        yield from node.value
