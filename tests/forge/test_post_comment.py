"""What may comment trusts nothing: number held to the commit, text cut and cleaned, one comment."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from tools.forge.post_comment import (
    BOT,
    CUT,
    MARK,
    MOST_CHARACTERS,
    RefusedError,
    main,
    number_in,
    safe,
)

HEAD = "1" * 40
REPOSITORY = "owner/casebook"


class Forge:
    """A stub of a forge's interface that keeps what it was asked."""

    def __init__(self) -> None:
        self.pull: dict[str, Any] = {
            "state": "open",
            "head": {"sha": HEAD},
            "base": {"repo": {"full_name": REPOSITORY}},
        }
        self.comments: list[dict[str, Any]] = []
        self.written: list[tuple[str, str, str]] = []
        self.tokens: set[str | None] = set()

    def answer(self, method: str, path: str, body: str) -> object:
        if method != "GET":
            self.written.append((method, path, body))
            return {}
        if "/comments" not in path:
            return self.pull
        page = int(path.rpartition("page=")[2])
        return self.comments[(page - 1) * 100 : page * 100]


@pytest.fixture
def forge() -> Iterator[tuple[Forge, str]]:
    stub = Forge()

    class Handler(BaseHTTPRequestHandler):
        def answer(self) -> None:
            length = int(self.headers.get("Content-Length") or 0)
            sent = json.loads(self.rfile.read(length) or "{}").get("body", "")
            stub.tokens.add(self.headers["Authorization"])
            raw = json.dumps(stub.answer(self.command, self.path, sent)).encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(raw)))
            self.end_headers()
            self.wfile.write(raw)

        do_GET = do_POST = do_PATCH = answer  # noqa: N815 -- the names of http.server

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield stub, f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


def run(
    folder: Path, address: str, number: str = "12", text: str = "Moves.", head: str = HEAD
) -> int:
    (folder / "number").write_text(number, encoding="utf-8")
    (folder / "comment.md").write_text(text, encoding="utf-8")
    environment = {
        "GITHUB_TOKEN": "of-this-run",
        "GITHUB_REPOSITORY": REPOSITORY,
        "GITHUB_API_URL": address,
        "HEAD_SHA": head,
    }
    return main([str(folder)], environment)


def test_the_first_comment_is_written_with_our_mark(
    tmp_path: Path, forge: tuple[Forge, str]
) -> None:
    stub, address = forge
    assert run(tmp_path, address) == 0
    path = f"/repos/{REPOSITORY}/issues/12/comments"
    assert stub.written == [("POST", path, f"{MARK}\nMoves.")]
    assert stub.tokens == {"Bearer of-this-run"}


def test_the_next_renews_it_wherever_it_stands_and_no_other(
    tmp_path: Path, forge: tuple[Forge, str]
) -> None:
    stub, address = forge
    own = {"id": 7, "user": {"login": BOT}, "body": f"{MARK}\nOld."}
    other = {"id": 8, "user": {"login": "stranger"}, "body": f"{MARK}\nMine."}
    stub.comments = [other, *({**other, "id": 9, "body": "x"} for _ in range(120)), own]
    assert run(tmp_path, address) == 0
    path = f"/repos/{REPOSITORY}/issues/comments/7"
    assert stub.written == [("PATCH", path, f"{MARK}\nMoves.")]


@pytest.mark.parametrize(
    "number", ["", "0", "-1", "12/../13", "12\n13", "1e3", "\uff11\uff12", "999999999999", "12?x=1"]
)
def test_what_is_no_number_is_refused(
    tmp_path: Path, forge: tuple[Forge, str], number: str
) -> None:
    stub, address = forge
    assert run(tmp_path, address, number) == 1
    assert stub.written == []
    with pytest.raises(RefusedError):
        number_in(number)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"head": {"sha": "2" * 40}}, 0),
        ({"state": "closed"}, 0),
        ({"base": {"repo": {"full_name": "stranger/casebook"}}}, 1),
    ],
)
def test_a_number_of_another_commit_or_repository_writes_nothing(
    tmp_path: Path, forge: tuple[Forge, str], change: dict[str, Any], code: int
) -> None:
    stub, address = forge
    stub.pull |= change
    assert run(tmp_path, address) == code
    assert stub.written == []


def test_a_commit_that_is_none_is_refused(tmp_path: Path, forge: tuple[Forge, str]) -> None:
    stub, address = forge
    assert run(tmp_path, address, head="main") == 1
    assert stub.written == []


def test_a_link_in_the_artifact_is_not_followed(tmp_path: Path, forge: tuple[Forge, str]) -> None:
    stub, address = forge
    secret = tmp_path / "secret"
    secret.write_text("secret", encoding="utf-8")
    folder = tmp_path / "comment"
    folder.mkdir()
    (folder / "comment.md").symlink_to(secret)
    (folder / "number").write_text("12", encoding="utf-8")
    environment = {
        "GITHUB_TOKEN": "t",
        "GITHUB_REPOSITORY": REPOSITORY,
        "GITHUB_API_URL": address,
        "HEAD_SHA": HEAD,
    }
    assert main([str(folder)], environment) == 1
    assert stub.written == []


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("Ask @all and @owner/team", "@"),
        ("a <!-- hidden --> b", "<!--"),
        ("a <!<!-- x -->-- y --> b", "<!--"),
        ("a <!-- never closed", "<!--"),
        (f"{MARK} a second mark", MARK),
        ("![](https://host.example/seen.png)", "!["),
        ("a\u202eb\u2066c\u200bd\x1b[31m", "\u202e"),
        ('<img src="https://host.example/seen.png">', "<img"),
        ('<a href="https://host.example">Approve</a>', "<a"),
        ("a\u2066", "\u2066"),
        ("a\x1b[31m", "\x1b"),
        ("!\u200b[](https://host.example/seen.png)", "!["),
    ],
)
def test_what_nobody_sees_or_everybody_is_called_by_is_gone(text: str, gone: str) -> None:
    assert gone not in safe(text)


def test_a_text_is_kept_as_it_is_where_nothing_is_wrong() -> None:
    text = "Against `main`:\n\n| a | b |\n|---|---|\n| `−5 %` | é\u00a0: £ |\n\n\t- [x] done"
    assert safe(text) == text


def test_a_long_text_is_cut_at_a_line_and_says_so_with_its_folds_closed() -> None:
    cut = safe("<details><summary>All</summary>\n\n" + "| a | b |\n" * 20_000)
    assert len(cut) <= MOST_CHARACTERS + 100 < 65_536
    assert cut.endswith(CUT)
    assert "| a | b |\n\n</details>" in cut


def test_what_is_left_open_is_closed() -> None:
    assert safe("<details><summary>x</summary>").endswith("</details>")
