"""Write the comment of a pull request, once, and renew it: from data that nobody vouches for.

    GITHUB_TOKEN=... GITHUB_REPOSITORY=owner/name HEAD_SHA=1a2b... python3 tools/forge/post_comment.py FOLDER

FOLDER/number and FOLDER/comment.md come from a run that executed a stranger's code. So the number must
be that of an open pull request to this repository whose head is the commit of that run, as the forge
itself says; and the text is cut, and loses mentions, hidden comments, tags, pictures and signs that
nobody sees. Uses nothing but Python, and runs no file of the pull request. Ends with 0 where it wrote or
where the pull request has moved on, 1 where the data are refused.
"""  # noqa: INP001 -- a folder of commands, no package

import json
import os
import re
import sys
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from itertools import count
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

MARK = "<!-- casebook: what this pull request changes -->"
MOST_CHARACTERS = 60_000
"""A forge takes 65,536 characters; a line says that the rest was cut."""
MOST_BYTES = 4_000_000
CUT = "\n\n(The rest is cut: `make diff` shows it whole.)"
MENTION = "\uff20"  # reads like the sign, and calls nobody
BOT = "github-actions[bot]"
A_PAGE = 100
SHA = re.compile(r"[0-9a-f]{40}")
NUMBER = re.compile(r"[1-9][0-9]{0,8}")
HIDDEN = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
TAG = re.compile(r"<(?=[a-zA-Z/!?])(?!/?(?:details|summary|br)\b)")
"""What begins a tag, but for the three that fold and break lines."""
FOLD = re.compile(r"<(/?)details\b[^>]*>")

Data = Any
Ask = Callable[[str, str, Data], Data]
"""How the forge is asked: method, path, what is sent (None: nothing) -> what it says."""


class RefusedError(Exception):
    """Data that no comment is written from; the message says why."""


class MovedOnError(Exception):
    """A pull request that is closed, or has another head by now: its own run will tell of that."""


def number_in(text: str) -> int:
    """Give the number of a pull request. Errors: RefusedError where it is anything else."""
    if not NUMBER.fullmatch(text.strip()):
        raise RefusedError("the number is none")
    return int(text)


def safe(text: str) -> str:
    """Give a text that shows no more than its reader sees, cut to what a comment may hold."""
    seen = "".join(sign for sign in text.replace("\r\n", "\n") if _is_seen(sign))
    while (shorter := HIDDEN.sub("", seen)) != seen:
        seen = shorter  # what is left around a comment may be one
    seen = TAG.sub("&lt;", seen).replace("@", MENTION).replace("![", "[")
    if len(seen) <= MOST_CHARACTERS:
        return _folds_closed(seen)
    return _folds_closed(seen[:MOST_CHARACTERS].rpartition("\n")[0]) + CUT


def _is_seen(sign: str) -> bool:
    """Tell whether a sign is seen as it is: no control, no turn of direction, no joint."""
    return sign in "\n\t" or unicodedata.category(sign) not in {"Cc", "Cf", "Co", "Cs"}


def _folds_closed(text: str) -> str:
    """Close what is left open, so that nothing after it is folded away."""
    opened = sum(1 if not slash else -1 for slash in FOLD.findall(text))
    return text + "\n\n</details>" * max(opened, 0)


def held(number: int, head: str, repository: str, ask: Ask) -> None:
    """Hold a number to the commit of the run. Errors: RefusedError, MovedOnError."""
    if not SHA.fullmatch(head):
        raise RefusedError("the commit of the run is none")
    pull = ask("GET", f"/repos/{repository}/pulls/{number}", None)
    if pull["base"]["repo"]["full_name"].casefold() != repository.casefold():
        raise RefusedError("the pull request is to another repository")
    if pull["state"] != "open" or pull["head"]["sha"] != head:
        raise MovedOnError(f"pull request {number} is closed, or its head is not {head}")


def write(number: int, text: str, repository: str, ask: Ask) -> None:
    """Renew the comment that bears our mark, or write the first."""
    body = {"body": f"{MARK}\n{text}"}
    for comment in _comments(number, repository, ask):
        if comment["user"]["login"] == BOT and comment["body"].startswith(MARK):
            ask("PATCH", f"/repos/{repository}/issues/comments/{int(comment['id'])}", body)
            return
    ask("POST", f"/repos/{repository}/issues/{number}/comments", body)


def _comments(number: int, repository: str, ask: Ask) -> Iterator[Data]:
    for page in count(1):
        path = f"/repos/{repository}/issues/{number}/comments?per_page={A_PAGE}&page={page}"
        found = ask("GET", path, None)
        yield from found
        if len(found) < A_PAGE:
            return


def asking(token: str, address: str) -> Ask:
    """Give the way to ask a forge at an address, with a token."""

    def ask(method: str, path: str, sent: Data) -> Data:
        raw = None if sent is None else json.dumps(sent).encode()
        heads = {
            "Authorization": f"Bearer {token}",
            "Accept": "application/vnd.github+json",
            "Content-Type": "application/json",
        }
        request = Request(address + path, raw, heads, method=method)  # noqa: S310 -- the forge's own
        with urlopen(request, timeout=30) as answer:  # noqa: S310 -- as above
            return json.load(answer)

    return ask


def taken(folder: Path, name: str) -> str:
    """Read a file of the artifact. Errors: RefusedError where it is no plain file, or too large."""
    path = folder / name
    if path.is_symlink() or not path.is_file() or path.stat().st_size > MOST_BYTES:
        raise RefusedError(f"{name} is no file of a usual size")
    return path.read_text(encoding="utf-8", errors="replace")


def main(arguments: list[str], environment: Mapping[str, str] = os.environ) -> int:
    """Take the data, hold the number, write the comment."""
    folder, repository = Path(arguments[0]), environment["GITHUB_REPOSITORY"]
    address = environment.get("GITHUB_API_URL", "https://api.github.com")
    ask = asking(environment["GITHUB_TOKEN"], address)
    try:
        number = number_in(taken(folder, "number"))
        text = safe(taken(folder, "comment.md"))
        held(number, environment["HEAD_SHA"], repository, ask)
    except RefusedError as error:
        sys.stderr.write(f"refused: {error}\n")
        return 1
    except MovedOnError as error:
        sys.stdout.write(f"nothing written: {error}\n")
        return 0
    write(number, text, repository, ask)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
