"""The commands: arguments in, problems out, exit code. What they do lives in the rooms below.

Each is the module NAME_command.py here, loaded when it is called: an editor calls one many times a
day, and most need little of the house. Exit codes: 0 fine, 1 the content has errors, 2 wrong use,
3 the environment failed; 130 (128 and the signal's number) where it was interrupted.
"""

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType

import click

from roi_casebook import __version__
from roi_casebook.cli.endings import Commands

COMMANDS: Mapping[str, str] = MappingProxyType(
    {
        "build": "Check everything, compute every figure, and publish the site whole.",
        "check": "Say all that is wrong with the site's files.",
        "diff": "Show what was changed since a revision, and what moved because of it.",
        "doctor": "Say what is wrong with a set-up.",
        "due": "List the cases that somebody should look at again by now.",
        "export": "Write a case to a file that others can take away.",
        "explain": "Show the working of a figure, down to inputs and sources.",
        "figures": "Compute every figure of some cases.",
        "import": "Write a draft from the numbers of a sheet.",
        "new": "Write a draft of a case to fill in.",
        "schema": "Write the schemas and field tables that the models give.",
        "serve": "Show the site with its drafts, and build it anew when a file changes.",
    }
)
"""What each command does, in a line: known without loading it."""


class LazyCommands(Commands):
    """A group that loads a command where it is called, and none to list them."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 -- as its base
        """Give the names of all commands, in order."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 -- as its base
        """Load a command; None where there is none of the name."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"{__name__}.{cmd_name}_command")
        command: click.Command = getattr(module, f"{cmd_name}_command")
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 -- as its base
        """Write what each command does."""
        with formatter.section("Commands"):
            formatter.write_dl(sorted(COMMANDS.items()))


@click.group(cls=LazyCommands)
@click.version_option(__version__, prog_name="casebook")
def main() -> None:
    """Return-on-investment case studies: from YAML files to a checked, bilingual site."""
