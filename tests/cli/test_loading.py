"""What a command loads before it starts: an editor checks a case many times a day."""

import subprocess
import sys

import click
import pytest

from roi_casebook.cli import COMMANDS, main

ONLY_FOR_PAGES = ("pandas", "selectolax", "roi_casebook.build", "roi_casebook.charts")
OF_PAGES = {"build", "serve", "export"}
"""The commands that write what pages say."""
NOT_TO_LIST = ("numpy", "pydantic", "yaml", "jinja2", "roi_casebook.reading", "roi_casebook.roi")


def _loaded_by(program: str) -> set[str]:
    command = [sys.executable, "-c", f"import sys\n{program}\nprint(*sys.modules)"]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    return set(run.stdout.splitlines()[-1].split())


@pytest.mark.parametrize("name", sorted(set(COMMANDS) - OF_PAGES))
def test_commands_load_nothing_that_only_pages_need(name: str) -> None:
    assert not set(ONLY_FOR_PAGES) & _loaded_by(f"import roi_casebook.cli.{name}_command")


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_what_lists_the_commands_loads_none(option: str) -> None:
    program = f"import roi_casebook.cli as c\nc.main([{option!r}], standalone_mode=False)"
    assert not set(NOT_TO_LIST) & _loaded_by(program)


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_is_listed_by_its_own_name(name: str) -> None:
    found = main.get_command(click.Context(main), name)
    assert found is not None
    assert found.name == name


def test_there_is_no_other_command() -> None:
    assert main.get_command(click.Context(main), "brew") is None
