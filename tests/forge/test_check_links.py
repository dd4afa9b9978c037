"""The weekly look at addresses: each once, no host that refuses machines, advice whatever answers.

The program is a stub that asks a local server, as the true one would ask the world.
"""

import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tools.forge.check_links import POLITE, addresses, hosts, is_blocking, main

ROOT = Path(__file__).parents[2]
STUB = """#!{python}
import sys
from urllib.request import urlopen
from urllib.error import HTTPError
*options, listed = sys.argv[1:]
(target,) = (each.partition("=")[2] for each in options if each.startswith("--output="))
assert "--format=markdown" in options and {polite!r} <= set(options), options
broken = []
for address in open(listed).read().split():
    try:
        urlopen(address, timeout=10).close()
    except HTTPError as error:
        broken.append(f"* [{{error.code}}] <{{address}}>")
open(target, "w").write("\\n".join(["# Summary", *broken]))
sys.exit(2 if broken else 0)
"""


@pytest.fixture
def server() -> Iterator[tuple[str, list[str]]]:
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(404 if self.path == "/gone" else 200)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    served = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=served.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{served.server_address[1]}", asked
    served.shutdown()
    served.server_close()


@pytest.fixture
def site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, server: tuple[str, list[str]]
) -> tuple[Path, list[str]]:
    address, asked = server
    (tmp_path / "cases").mkdir()
    (tmp_path / ".github").mkdir()
    (tmp_path / "cases" / "one.yml").write_text(
        f"sources:\n  a: {{read_at: '{address}/here'}}\n  b: {{read_at: '{address}/gone'}}\n"
        "  c: {read_at: https://www.blocking.example/x}\n  d: {read_at: 'https://[::1'}\n",
        encoding="utf-8",
    )
    (tmp_path / "cases" / "two.yml").write_text(
        f"sources: {{a: {{read_at: '{address}/here'}}, b: 1}}\n", encoding="utf-8"
    )
    (tmp_path / ".github" / "blocking_hosts.txt").write_text(
        "# why\nblocking.example  # a reason\n", encoding="utf-8"
    )
    stub = tmp_path / "lychee"
    stub.write_text(STUB.format(python=sys.executable, polite=set(POLITE)), encoding="utf-8")
    stub.chmod(0o755)
    monkeypatch.chdir(tmp_path)
    return stub, asked


def test_each_address_is_asked_once_and_what_is_gone_is_told(
    site: tuple[Path, list[str]], tmp_path: Path
) -> None:
    stub, asked = site
    target = tmp_path / "summary.md"
    assert main([str(stub)], {"GITHUB_STEP_SUMMARY": str(target)}) == 0
    assert sorted(asked) == ["/gone", "/here"]
    told = target.read_text(encoding="utf-8")
    assert "* [404] <http://127.0.0.1" in told
    assert "- <https://www.blocking.example/x>" in told.partition("Not asked")[2]


def test_without_a_workflow_it_is_told_at_the_terminal(
    site: tuple[Path, list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(site[0])], {}) == 0
    assert "/gone>" in capsys.readouterr().out


def test_a_program_that_fails_is_no_advice(site: tuple[Path, list[str]]) -> None:
    site[0].write_text(f"#!{sys.executable}\nraise SystemExit(1)\n", encoding="utf-8")
    assert main([str(site[0])], {}) == 3


def test_the_addresses_of_the_library_are_found() -> None:
    found = addresses(ROOT)
    assert len(found) > 100
    assert found == sorted(set(found))


def test_the_list_of_hosts_has_a_reason_for_each() -> None:
    text = (ROOT / ".github" / "blocking_hosts.txt").read_text(encoding="utf-8")
    named = [line for line in text.splitlines() if line and not line.startswith("#")]
    assert named
    assert all(line.partition("#")[2].strip() for line in named)
    assert is_blocking("https://www.reddit.com/r/x", hosts(text))
    assert not is_blocking("https://notreddit.com/", hosts(text))


def test_the_program_is_installed_by_its_own_target_alone() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    recipe = makefile.partition("\nlinks:")[2].partition("\n\n")[0]
    assert "lychee" in recipe
    locks = [path.read_text(encoding="utf-8") for path in ROOT.glob("requirements*.lock")]
    assert not any("lychee" in text for text in locks)
