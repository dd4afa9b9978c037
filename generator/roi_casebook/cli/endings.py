"""How a command ends: the exit codes, and a sentence for what failed around the content."""

import os
import sys
from io import TextIOWrapper

import click

from roi_casebook.output.failures import EnvironmentFailure, named_failures

CONTENT_HAS_ERRORS = 1
ENVIRONMENT_FAILED = 3
INTERRUPTED = 130


class Commands(click.Group):
    """A group whose commands say in a sentence what failed around the content."""

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; end with 3 where the environment fails, with 1 where a template does."""
        _write_any_character()
        try:
            with named_failures("read or write the site"):
                return super().invoke(ctx)
        except KeyboardInterrupt:
            ctx.exit(INTERRUPTED)
        except BrokenPipeError:
            _write_nothing_more()
            ctx.exit(ENVIRONMENT_FAILED)
        except EnvironmentFailure as failure:
            click.echo(str(failure), err=True)
            ctx.exit(ENVIRONMENT_FAILED)


def _write_any_character() -> None:
    """Write what a terminal cannot spell as its code, instead of ending in a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _write_nothing_more() -> None:
    """Lead what is still to be written to nowhere: who reads it (head, less) has gone."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
