"""What is made of Lighthouse's scores; it is run by `make lighthouse` alone."""

import json
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest

score_pages = pytest.importorskip(
    "tools.score_pages", reason="no node for this platform: Lighthouse cannot run here"
)
GOOD = dict.fromkeys(score_pages.WANTED, 100.0)


def test_the_median_of_each_score_stands() -> None:
    runs = [{**GOOD, "performance": score} for score in (70.0, 99.0, 98.0, 100.0, 60.0)]
    assert score_pages.medians(runs) == {**GOOD, "performance": 98.0}


def test_what_is_missed_is_named_as_it_is_printed() -> None:
    assert score_pages.missed({**GOOD, "performance": 97.6}) == []
    assert score_pages.missed({**GOOD, "performance": 97.4, "seo": 92}) == ["performance", "seo"]


def test_under_load_nothing_is_told_of_the_pages() -> None:
    assert not score_pages.is_busy(0.4, 2)
    assert score_pages.is_busy(1.0, 2)


def test_scores_are_read_from_a_report() -> None:
    report = {"categories": {name: {"score": 0.98} for name in score_pages.WANTED}}
    assert set(score_pages.scores_of(report).values()) == {98.0}


def asked(address: str, name: str) -> HTTPResponse:
    connection = HTTPConnection(address.removeprefix("http://"))
    connection.request("GET", name)
    return connection.getresponse()


def test_texts_are_served_as_hosts_do(tmp_path: Path) -> None:
    (tmp_path / "one.html").write_text("x" * 5000)
    (tmp_path / "one.woff2").write_bytes(b"y" * 50)
    with score_pages.served(tmp_path) as address:
        text = asked(address, "/one.html")
        assert text.getheader("Content-Encoding") == "gzip"
        assert len(text.read()) < 100
        assert asked(address, "/one.woff2").getheader("Content-Encoding") is None


def test_the_lock_names_no_address() -> None:
    lock = json.loads((score_pages.LOCKED / "package-lock.json").read_text(encoding="utf-8"))
    assert [name for name, one in lock["packages"].items() if "resolved" in one] == []
