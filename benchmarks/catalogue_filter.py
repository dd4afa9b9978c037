"""How fast the catalogue answers in a real browser, on a slow processor.

    python benchmarks/catalogue_filter.py [--cases 2000] [--slower 4] [--runs 15]

A catalogue of made cases is opened from its folder in Chromium, whose processor is slowed down by
the developer tools' protocol. Each way to filter is tried many times: the time runs from the
reader's act until the browser has painted the answer. Given are the median, the slowest, and the
ratio of the median to that of showing all cases anew.
"""

import argparse
import os
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from playwright.sync_api import Page, sync_playwright

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.many_cases import write_many

AIM = 200
"""Milliseconds that an answer may take with 2,000 cases on a processor four times as slow."""
PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ALL = "all cases anew"
_TYPED = "(box => {{ box.value = '{}'; box.dispatchEvent(new Event('input', {{bubbles: true}})) }})"
_CHOSEN = (
    "(box => {{ box.value = '{}'; box.dispatchEvent(new Event('change', {{bubbles: true}})) }})"
)
WAYS: Mapping[str, tuple[str, str]] = {
    ALL: ("[name=text]", _TYPED.format("")),
    "a sector": ("[name=sector]", "box => box.click()"),
    "a channel": ("[name=channel]", "box => box.click()"),
    "a grade of evidence": ("[name=evidence]", "box => box.click()"),
    "two words": ("[name=text]", _TYPED.format("social etats")),
    "words that nobody has": ("[name=text]", _TYPED.format("zzz")),
    "a range of ROI": ("[name=roi-from]", _TYPED.format("50")),
    "a range of cost": ("[name=cost-to]", _TYPED.format("1000000")),
    "another order": ("[name=order]", _CHOSEN.format("title")),
}
"""Each way: the control, and what is done to it."""
_PAINTED = """async ([selector, act]) => {
  const control = document.querySelector(selector);
  const start = performance.now();
  eval(act)(control);
  await new Promise((done) => requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = done;
    channel.port2.postMessage(null);
  }));
  return performance.now() - start;
}"""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--cases", type=int, default=2000)
    parser.add_argument("--slower", type=float, default=4)
    parser.add_argument("--runs", type=int, default=15)
    asked = parser.parse_args()
    with TemporaryDirectory(prefix="casebook-bench-") as folder:
        site = Path(folder) / "site"
        write_many(asked.cases, site)
        data = (site / "cases" / "index.js").stat().st_size
        print(
            f"{asked.cases:,} cases, {data / 1000:,.0f} kB of data, {asked.slower:g} times slower"
        )
        _tell(_measured(site, asked.slower, asked.runs))


def _measured(site: Path, slower: float, runs: int) -> dict[str, list[float]]:
    program = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, PROGRAMS)), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 900}, bypass_csp=True)
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slower})
        times = {way: [_time(page, site, way) for _ in range(runs)] for way in WAYS}
        browser.close()
    return times


def _time(page: Page, site: Path, way: str) -> float:
    """Give the milliseconds of a first act on a fresh page."""
    page.goto("about:blank")
    page.goto(f"{(site / 'cases' / 'index.html').as_uri()}")
    page.wait_for_selector(".cb-filters:not([hidden])")
    page.wait_for_timeout(100)
    return float(page.evaluate(_PAINTED, list(WAYS[way])))


def _tell(times: Mapping[str, list[float]]) -> None:
    whole = median(times[ALL])
    for way, taken in times.items():
        middle = median(taken)
        print(f"{way:24} {middle:6.0f} ms   slowest {max(taken):6.0f} ms   {middle / whole:5.2f}")
    slowest = max(median(taken) for taken in times.values())
    print(f"slowest way: {slowest:.0f} ms; aim: {AIM} ms; {slowest / AIM:.2f} of it")


if __name__ == "__main__":
    main()
