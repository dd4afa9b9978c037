"""`casebook serve`: the site with its drafts at a local address, built anew when a file changes."""

from pathlib import Path
from tempfile import TemporaryDirectory
from traceback import format_exc

import click

from roi_casebook.cli.build_command import OUT, built
from roi_casebook.cli.chosen_site import site_option, the_site
from roi_casebook.cli.spoken import spoken
from roi_casebook.editing.serving import PortTakenError, changes, path_at_host, served
from roi_casebook.output.failures import EnvironmentFailure, named_failures
from roi_casebook.pages.parts.templates import BrokenTemplateError


@click.command("serve")
@site_option
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    help="The port on this machine; 0 for any that is free.",
)
def serve_command(stated: Path | None, port: int) -> None:
    """Build the site with its drafts, show it at a local address, build it anew when a file changes."""
    try:
        _serve(the_site(stated), port)
    except PortTakenError as taken:
        raise EnvironmentFailure(str(taken)) from None


def _serve(site: Path, port: int) -> None:
    with TemporaryDirectory(prefix="casebook-") as folder:
        out = Path(folder) / OUT
        out.mkdir()
        with served(out, port, path_at_host(site)) as address:
            since_now = changes(site)
            _built_or_told(site, out)
            click.echo(spoken(site).t("command.served", address=address))
            for _ in since_now:
                if _built_or_told(site, out):
                    click.echo(spoken(site).t("command.built_anew"))


def _built_or_told(site: Path, out: Path) -> bool:
    """Build, and go on where that fails: what was built last is still shown."""
    try:
        with named_failures("read or write the site"):
            return built(site, out, with_drafts=True)
    except (EnvironmentFailure, BrokenTemplateError) as error:
        click.echo(f"{error}\n{spoken(site).t('command.nothing_built')}", err=True)
    except Exception:  # noqa: BLE001 -- a mistake of ours must not end what shows the last site
        click.echo(f"{format_exc()}\n{_OUR_MISTAKE}", err=True)
    return False


_OUR_MISTAKE = (
    "This is a mistake in casebook itself, not in your files; the last site stays as it is. Please "
    "report it with the lines above and the file that was changed last."
)
