"""A small site in two languages for the tests of this room: every kind of page, every component."""

from datetime import date
from pathlib import Path

from roi_casebook.output.masthead import WORDS, File, Masthead, Site, Tab
from roi_casebook.output.publishing.edition import Edition
from roi_casebook.output.site.site_folder import Content
from roi_casebook.pages.parts.page import Crumb, Page, Redirect, Section
from roi_casebook.pages.site.main_pages import KINDS

HERE = Path(__file__).parent
DAY = date(2026, 11, 22)
NAMES = {"en": "English", "fr": "Français"}
TAB_LABELS = {
    "en": ("Home", "Cases", "Method", "Sources"),
    "fr": ("Accueil", "Cas", "Méthode", "Sources"),
}
ADDRESSES = {
    "home": "index.html",
    "catalogue": "cases/index.html",
    "case": "cases/sample.html",
    "tombstone": "cases/gone.html",
    "method": "method.html",
    "sources": "sources.html",
    "guide": "guide.html",
    "listing": "sectors/technology.html",
}
TAB_KINDS = (("home",), ("catalogue", "case", "tombstone"), ("method",), ("sources",))
SECTIONS = (Section("figures", "The figures"), Section("sources", "Sources & notes"))
BODY = (HERE / "components.html").read_text(encoding="utf-8")


def masthead(language: str) -> Masthead:
    tabs = tuple(
        Tab(ADDRESSES[kinds[0]], label, kinds)
        for kinds, label in zip(TAB_KINDS, TAB_LABELS[language], strict=True)
    )
    return Masthead(
        language=language,
        language_name=NAMES[language],
        title="ROI Casebook",
        tagline="Cases that a sceptic can check",
        tabs=tabs,
        edition="Edition of 22 November 2026, commit 1a2b3c4",
        words={name: f"{name} ({language})" for name in WORDS},
    )


def site(address: str = "https://example.org/", languages: tuple[str, ...] = ("en", "fr")) -> Site:
    return Site(address, tuple(masthead(one) for one in languages), "https://example.org/propose")


def page(kind: str, language: str = "en", **changes: object) -> Page:
    address = ADDRESSES[kind]
    given = {
        "kind": kind,
        "language": language,
        "address": address,
        "title": f"A {kind} in {language}",
        "description": f"What the {kind} says, in {NAMES[language]}",
        "heading": f"Heading of the {kind}",
        "sections": SECTIONS if kind == "case" else (),
        "body": BODY if kind == "case" else f"<p>The {kind}, {language}.</p>",
        "alternates": dict.fromkeys(NAMES, address),
        "crumbs": (Crumb("Cases", ADDRESSES["catalogue"]),) if kind == "case" else (),
        "listed": kind != "tombstone",
    }
    return Page(**{**given, **changes})  # type: ignore[arg-type]


def not_found() -> Page:
    body = '<p>Not here. <a href="/index.html">Home</a></p><p lang="fr">Rien ici.</p>'
    return Page("not-found", "en", "404.html", "404", "Not found", "404", (), body, {}, (), False)  # noqa: FBT003


def content(**changes: object) -> Content:
    kinds = [kind for kind in KINDS if kind in ADDRESSES]
    given = {
        "site": site(),
        "edition": Edition(DAY, "1a2b3c4"),
        "pages": [*(page(kind, language) for language in NAMES for kind in kinds), not_found()],
        "redirects": [
            Redirect(one, "cases/old.html", ADDRESSES["case"], "Sample case") for one in NAMES
        ],
        "files": [File("cases/sample.json", b"{}\n")],
    }
    return Content(**{**given, **changes})  # type: ignore[arg-type]
