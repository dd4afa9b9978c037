"""What a command loads before it starts: an editor checks a case many times a day."""

import subprocess
import sys

ONLY_FOR_PAGES = ("pandas", "selectolax", "roi_casebook.build", "roi_casebook.charts")
_LOADED = "import sys, roi_casebook.cli; print(*sys.modules)"


def test_commands_load_nothing_that_only_pages_need() -> None:
    command = [sys.executable, "-c", _LOADED]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    assert not set(ONLY_FOR_PAGES) & set(run.stdout.split())
