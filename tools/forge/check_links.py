"""Ask politely whether the addresses of the sources still answer: advice, never a gate.

    python tools/forge/check_links.py LYCHEE

LYCHEE is the program. Asked are the addresses of `read_at` in cases/, each once, but for hosts that
refuse every machine (`.github/blocking_hosts.txt`): these are listed for a person to open. One
request at a time to a host, with a pause. What it finds goes to the summary of a workflow, or to the
terminal. Ends with 0 whatever answers, 3 where the program itself failed.
"""  # noqa: INP001 -- a folder of commands, no package

import os
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from roi_casebook.reading.files.disk import read_at_most
from roi_casebook.reading.files.library_folder import case_names
from roi_casebook.yaml_places.reader import read_yaml

BLOCKING = Path(".github/blocking_hosts.txt")
ANSWERED = (0, 2)  # all fine; some links are broken
FAILED = 3
POLITE = (
    "--no-progress",
    "--max-concurrency=4",
    "--host-concurrency=1",
    "--host-request-interval=2s",
    "--max-retries=1",
    "--timeout=30",
    "--accept=200..=299,429",  # too many requests is an answer
    "--exclude-all-private",
    "--user-agent=roi-casebook-links (weekly, advisory)",
)


def addresses(site: Path) -> list[str]:
    """Give the addresses of all sources of a site's cases, each once, in order."""
    found: dict[str, None] = {}
    for name in case_names(site):
        value = read_yaml(read_at_most(site / name), name).value
        sources = value.get("sources") if isinstance(value, dict) else None
        for source in sources.values() if isinstance(sources, dict) else ():
            where = source.get("read_at") if isinstance(source, dict) else None
            if isinstance(where, str) and where.startswith(("http://", "https://")):
                found[where] = None
    return sorted(found)


def hosts(text: str) -> frozenset[str]:
    """Give the hosts of a list: one a line, what follows a # is why."""
    named = (line.partition("#")[0].strip() for line in text.splitlines())
    return frozenset(host.casefold() for host in named if host)


def is_blocking(address: str, blocking: frozenset[str]) -> bool:
    """Tell whether an address is of a host of the list, or of one below it."""
    try:
        host = (urlsplit(address).hostname or "").casefold()
    except ValueError:
        return True  # no address that a machine could ask
    return any(host == each or host.endswith(f".{each}") for each in blocking)


def asked(lychee: str, listed: Iterable[str]) -> tuple[int, str]:
    """Let the program ask; give how it ended and its report, Markdown."""
    with TemporaryDirectory(prefix="casebook-") as folder:
        inputs, report = Path(folder) / "addresses.txt", Path(folder) / "report.md"
        inputs.write_text("".join(f"{each}\n" for each in listed), encoding="utf-8")
        command = [lychee, *POLITE, "--format=markdown", f"--output={report}", str(inputs)]
        ended = subprocess.run(command, check=False).returncode  # noqa: S603 -- the program that was named
        return ended, report.read_text(encoding="utf-8") if report.is_file() else ""


def told(report: str, left: Iterable[str]) -> Iterator[str]:
    """Give what the summary says: the report, then what a person must open."""
    yield from ("## Addresses of the sources", "", report.rstrip(), "")
    yield from ("### Not asked, their hosts refuse machines: open them by hand", "")
    yield from (f"- <{each}>" for each in left)


def main(arguments: list[str], environment: Mapping[str, str] = os.environ) -> int:
    """Ask, and tell."""
    site = Path()
    blocking = hosts((site / BLOCKING).read_text(encoding="utf-8"))
    found = addresses(site)
    left = [each for each in found if is_blocking(each, blocking)]
    code, report = asked(arguments[0], [each for each in found if each not in left])
    text = "\n".join(told(report, left)) + "\n"
    if target := environment.get("GITHUB_STEP_SUMMARY"):
        with Path(target).open("a", encoding="utf-8") as file:
            file.write(text)
    else:
        sys.stdout.write(text)
    return 0 if code in ANSWERED else FAILED


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
