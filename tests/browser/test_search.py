"""The search as readers use it, on a small made-up site and on the project's own."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Locator, expect

from roi_casebook.output.masthead import WORDS, Masthead
from roi_casebook.pages.parts.page import Page, Result
from roi_casebook.pages.parts.templates import template_folders
from roi_casebook.wording.catalogue import Catalogue
from tests.browser.visits import Visit, Visited, follow, serve, visit
from tests.output import sample_site
from tests.output.publish_content import publish_site

CASES = {
    "en": (
        ("stable", "The stable", "A stable saved money.", "Horses were fed by machine, as companies do."),
        ("cafe", "Café Élodie’s <b>vouchers</b> & more", "It lost money.", "A company sold 9,700 vouchers."),
        *((f"shop-{n}", f"Shop {n}", f"Shop {n} opened.", "A counter, a door.") for n in range(12)),
    ),
    "fr": (
        ("stable", "L’écurie", "L’automatisation n’a rien coûté.", "Deux chevaux, et d’importantes économies."),
        ("cafe", "Le café de la Société Générale", "Au cœur de l’été.", "Un animal, puis un cheval."),
    ),
}  # fmt: skip
RESULT = Result(
    "ROI 91%\u00a0· NPV £5,450\u00a0· Cost £6,000\u00a0· over 1 year", "observed", "Depaul"
)
WIDER_THAN_WINDOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def case(language: str, slug: str, title: str, finding: str, text: str) -> Page:
    return sample_site.page(
        "case",
        language,
        address=f"cases/{slug}.html",
        title=title,
        heading=title,
        description=finding,
        body=f'<p class="cb-finding">{finding}</p><p>{text}</p>',
        sections=(),
        alternates={},
        result=RESULT,
    )


NAMES = {"en": "English", "fr": "français"}


def masthead(language: str) -> Masthead:
    words = {
        word: Catalogue(language).t(f"masthead.{word}", language=NAMES[language]) for word in WORDS
    }
    return replace(sample_site.masthead(language), words=words)


def build_small(out: Path) -> None:
    pages = [case(language, *one) for language, cases in CASES.items() for one in cases]
    given = sample_site.content()
    site = replace(given.site, mastheads=tuple(masthead(language) for language in CASES))
    content = replace(given, site=site, pages=[*given.pages, *pages])
    assert publish_site(content, template_folders(out.parent), out.parent / "shells", out) == ()


@pytest.fixture(scope="module")
def small_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("small") / "site"
    build_small(out)
    return out


@pytest.fixture(scope="module")
def small(small_folder: Path) -> Iterator[Visited]:
    with serve(small_folder) as address:
        yield Visited(small_folder, address)


class Searcher:
    """A reader at the search box of a page."""

    def __init__(self, one: Visit, address: str = "index.html") -> None:
        one.open(address)
        self.visit, self.page = one, one.page
        self.box = one.page.locator(".cb-search__input")
        self.options = one.page.get_by_role("option")
        self.said = one.page.locator(".cb-search__said")
        self.panel = one.page.locator(".cb-search__panel")

    def ask(self, words: str) -> list[str]:
        """Search, wait for the answer, and give the titles."""
        self.box.fill(words)
        self.wait()
        return self.page.locator(".cb-search__title").all_inner_texts()

    def wait(self) -> None:
        """Wait for the answer, which is said to eyes and ears."""
        expect(self.page.locator(".cb-search__results")).to_have_attribute("aria-busy", "false")
        expect(self.page.locator(".cb-search__status")).to_have_text(self.said.inner_text())

    def chosen(self) -> str:
        """Give the title of the result that a screen reader is at, or ""."""
        name = self.box.get_attribute("aria-activedescendant")
        if not name:
            return ""
        one = self.page.locator(f"#{name}")
        assert one.get_attribute("aria-selected") == "true"
        return one.locator(".cb-search__title").inner_text()

    def has_focus(self, place: Locator) -> bool:
        return bool(place.evaluate("e => e === document.activeElement"))


@contextmanager
def searching(
    browser: Browser, visited: Visited, address: str = "index.html", **options: object
) -> Iterator[Searcher]:
    with visit(browser, visited, **options) as one:
        yield Searcher(one, address)


# What is found -----------------------------------------------------------------------------------

FOUND = [
    ("fr/index.html", "economies", "L’écurie", "économies"),
    ("fr/index.html", "ÉCONOMIE", "L’écurie", "économies"),
    ("fr/index.html", "automatisation", "L’écurie", "L’automatisation"),
    ("fr/index.html", "l’automatisation", "L’écurie", "L’automatisation"),
    ("fr/index.html", "l'automatisation", "L’écurie", "L’automatisation"),
    ("fr/index.html", "coeur", "Le café de la Société Générale", "cœur"),
    ("fr/index.html", "societe generale", "Le café de la Société Générale", "Société"),
    ("fr/index.html", "cafe", "Le café de la Société Générale", "café"),
    ("fr/index.html", "animaux", "Le café de la Société Générale", "animal"),
    ("index.html", "horse", "The stable", "Horses"),
    ("index.html", "machines", "The stable", "machine"),
    ("index.html", "elodie", "Café Élodie’s <b>vouchers</b> & more", "Élodie’s"),
    ("index.html", "9700 voucher", "Café Élodie’s <b>vouchers</b> & more", "9,700"),
]


@pytest.mark.parametrize("sought", FOUND, ids=[words for _, words, _, _ in FOUND])
def test_words_are_found_however_they_are_typed(
    browser: Browser, small: Visited, sought: tuple[str, str, str, str]
) -> None:
    address, words, title, marked = sought
    with searching(browser, small, address) as reader:
        assert reader.ask(words) == [title]
        marks = reader.page.locator(".cb-search mark").all_inner_texts()
        assert marked in marks
        assert reader.visit.faults == []


@pytest.mark.parametrize("words", ["cheval", "chevaux"])
def test_a_french_plural_and_its_singular_find_each_other(
    browser: Browser, small: Visited, words: str
) -> None:
    with searching(browser, small, "fr/cases/cafe.html") as reader:
        assert set(reader.ask(words)) == {"L’écurie", "Le café de la Société Générale"}


@pytest.mark.parametrize("words", ["company", "companies"])
def test_an_english_plural_and_its_singular_find_each_other(
    browser: Browser, small: Visited, words: str
) -> None:
    with searching(browser, small) as reader:
        assert set(reader.ask(words)) == {"Café Élodie’s <b>vouchers</b> & more", "The stable"}


@pytest.mark.parametrize(
    ("address", "words", "slug"),
    [
        ("index.html", "cupcake", "need-a-cake"),
        ("index.html", "Groupon", "need-a-cake"),
        ("index.html", "United Kingdom bakeries", "need-a-cake"),
        ("cases/ibm-internal-blogs.html", "tagging", "ibm-enterprise-tagging"),
        ("fr/method.html", "etiquetage interne", "ibm-enterprise-tagging"),
        ("fr/cases/need-a-cake.html", "Etats Unis etiquetage", "ibm-enterprise-tagging"),
        ("fr/index.html", "patisserie", "need-a-cake"),
        ("404.html", "tagging", "ibm-enterprise-tagging"),
    ],
)
def test_cases_of_the_library_are_found(
    browser: Browser, own: Visited, address: str, words: str, slug: str
) -> None:
    with searching(browser, own, address) as reader:
        reader.ask(words)
        links = [one.evaluate("e => e.pathname") for one in reader.options.all()]
        root = "/fr" if address.startswith("fr/") else ""
        assert f"{root}/cases/{slug}.html" in [link[link.find(f"{root}/cases") :] for link in links]
        assert reader.visit.faults == []


def test_what_all_cases_say_in_the_same_words_finds_none(browser: Browser, own: Visited) -> None:
    with searching(browser, own) as reader:
        assert reader.ask("undiscounted Forrester") in ([], ["Method"])


# What is shown -----------------------------------------------------------------------------------


def test_a_result_shows_title_finding_and_figures_with_their_basis(
    browser: Browser, small: Visited
) -> None:
    with searching(browser, small) as reader:
        reader.ask("voucher")
        option = reader.options.first
        for part in (
            "A company sold 9,700 vouchers",
            "It lost money.",
            RESULT.figures,
            RESULT.basis,
        ):
            expect(option).to_contain_text(part)
        expect(option).to_have_accessible_name(
            f"Café Élodie’s <b>vouchers</b> & more It lost money. {RESULT.figures} observed"
        )
        assert option.locator("b").count() == 0


def test_the_number_of_results_is_said(browser: Browser, small: Visited) -> None:
    with searching(browser, small) as reader:
        status = reader.page.locator(".cb-search__status")
        for words, sentence, shown in (
            ("horse", "1 result", 1),
            ("company", "2 results", 2),
            ("counter", "12 results; these fit best", 10),
        ):
            assert len(reader.ask(words)) == shown
            expect(status).to_have_text(sentence)


def test_nothing_found_is_said_kindly_with_ways_on(browser: Browser, small: Visited) -> None:
    with searching(browser, small, "cases/sample.html") as reader:
        assert reader.ask("zèbre $& <i>") == []
        expect(reader.said).to_have_text(
            "Nothing found for “zèbre $& <i>”. Fewer or other words may help."
        )
        expect(reader.box).to_have_attribute("aria-expanded", "false")
        leads_on = reader.panel.get_by_role("link", name="All cases in the catalogue")
        assert follow(leads_on) == f"{small.address}/cases/index.html"


def test_the_other_language_is_searched_for_the_same_words(
    browser: Browser, small: Visited
) -> None:
    with searching(browser, small, "cases/sample.html") as reader:
        reader.ask("cheval & 100%")
        reader.ask("cheval")
        reader.panel.get_by_role("link", name="Chercher «\u202fcheval\u202f» en français").click()
        expect(reader.page).to_have_url(f"{small.address}/fr/cases/sample.html")
        expect(reader.said).to_have_text("2 résultats")
        expect(reader.box).to_have_value("cheval")
        assert reader.visit.faults == []


# Keys --------------------------------------------------------------------------------------------


def test_a_reader_needs_no_mouse(browser: Browser, small: Visited) -> None:
    with searching(browser, small) as reader:
        keys = reader.page.keyboard
        keys.press("Control+k")
        assert reader.has_focus(reader.box)
        titles = reader.ask("company")
        expect(reader.box).to_have_attribute("aria-expanded", "true")
        assert reader.chosen() == ""
        seen = []
        for key in ("ArrowDown", "ArrowDown", "ArrowDown", "ArrowUp", "ArrowUp"):
            keys.press(key)
            seen.append(reader.chosen())
        first, second = titles
        assert seen == [first, second, first, second, first]
        assert reader.has_focus(reader.box)
        address = reader.options.first.evaluate("e => e.href")
        keys.press("Enter")
        reader.page.wait_for_url(address)


def test_enter_opens_the_best_result(browser: Browser, small: Visited) -> None:
    with searching(browser, small, "fr/cases/sample.html") as reader:
        reader.ask("automatisation")
        reader.page.keyboard.press("Enter")
        reader.page.wait_for_url(f"{small.address}/fr/cases/stable.html")


@pytest.mark.parametrize("key", ["Control+k", "Meta+k"])
def test_escape_leads_back_to_where_the_reader_was(
    browser: Browser, small: Visited, key: str
) -> None:
    with searching(browser, small, "cases/sample.html") as reader:
        link = reader.page.locator("main a").last
        link.focus()
        height = reader.page.evaluate("scrollY")
        assert height > 0
        reader.page.keyboard.press(key)
        assert reader.page.evaluate("scrollY") <= height
        reader.ask("horse")
        reader.page.keyboard.press("Escape")
        expect(reader.panel).to_be_hidden()
        expect(reader.box).to_have_attribute("aria-expanded", "false")
        assert reader.has_focus(link)
        assert reader.page.evaluate("scrollY") == height


def test_escape_stays_in_the_box_of_a_reader_who_came_by_tab(
    browser: Browser, small: Visited
) -> None:
    with searching(browser, small) as reader:
        reader.box.focus()
        reader.ask("horse")
        reader.page.keyboard.press("Tab")
        assert reader.has_focus(reader.panel.get_by_role("link").first)
        reader.page.keyboard.press("Escape")
        expect(reader.panel).to_be_hidden()
        assert reader.has_focus(reader.box)
        reader.page.keyboard.press("ArrowDown")
        expect(reader.panel).to_be_visible()
        assert reader.chosen() == "The stable"


def test_the_results_close_as_the_focus_leaves(browser: Browser, small: Visited) -> None:
    with searching(browser, small) as reader:
        reader.ask("horse")
        for _ in range(4):
            reader.page.keyboard.press("Tab")
        expect(reader.panel).to_be_hidden()
        reader.box.focus()
        expect(reader.panel).to_be_visible()


def test_no_sign_alone_is_a_shortcut(browser: Browser, small: Visited) -> None:
    """Who speaks or misses a key must not be led away (WCAG 2.1.4)."""
    with searching(browser, small) as reader:
        for key in ("/", "k", "Shift+k"):
            reader.page.keyboard.press(key)
            assert not reader.has_focus(reader.box), key


# Where it cannot run -----------------------------------------------------------------------------


def test_a_page_from_a_folder_says_so_and_leads_to_the_catalogue(
    browser: Browser, small_folder: Path
) -> None:
    folder = Visited(small_folder, small_folder.as_uri())
    with searching(browser, folder, "fr/cases/sample.html") as reader:
        reader.box.fill("cheval")
        expect(reader.said).to_contain_text("depuis un dossier")
        expect(reader.page.locator(".cb-search__status")).to_contain_text("le catalogue")
        assert reader.panel.get_by_role("link").count() == 1
        address = f"{folder.address}/fr/cases/index.html"
        assert follow(reader.panel.get_by_role("link")) == address
        assert reader.visit.faults == []


def test_an_index_that_does_not_load_is_said(browser: Browser, small: Visited) -> None:
    with searching(browser, small) as reader:
        reader.page.route("**/pagefind/**", lambda route: route.abort())
        reader.box.fill("horse")
        expect(reader.said).to_have_text(
            "The search could not be loaded. The catalogue works without it."
        )


def test_without_scripts_the_catalogue_stands_in_its_place(
    browser: Browser, small: Visited
) -> None:
    with searching(browser, small, "fr/cases/sample.html", java_script_enabled=False) as reader:
        expect(reader.box).to_be_hidden()
        catalogue = reader.page.get_by_role("link", name="Trouver un cas dans le catalogue")
        assert follow(catalogue) == f"{small.address}/fr/cases/index.html"


# How it looks ------------------------------------------------------------------------------------


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 1280), ("dark", 360)])
@pytest.mark.parametrize("words", ["company", "zebra"])
def test_axe_finds_nothing_in_the_open_search(
    browser: Browser, small: Visited, scheme: str, width: int, words: str
) -> None:
    window = {"width": width, "height": 900}
    with searching(browser, small, color_scheme=scheme, viewport=window) as reader:
        reader.ask(words)
        reader.page.keyboard.press("ArrowDown")
        found = Axe().run(reader.page, context=".cb-header").response
        assert [(one["id"], one["nodes"]) for one in found["violations"]] == []


@pytest.mark.parametrize(
    ("width", "size"), [(360, "125%"), (320, "125%"), (360, "250%"), (1280, "250%")]
)
def test_results_fit_a_phone_and_large_text(
    browser: Browser, small: Visited, width: int, size: str
) -> None:
    with searching(browser, small, viewport={"width": width, "height": 740}) as reader:
        reader.page.evaluate(f"document.documentElement.style.fontSize = '{size}'")
        reader.ask("counter")
        assert reader.page.evaluate(WIDER_THAN_WINDOW) <= 0
        place = reader.panel.bounding_box()
        assert place is not None
        assert place["x"] >= 0
        assert place["x"] + place["width"] <= width
        reader.page.keyboard.press("ArrowUp")
        expect(reader.options.last).to_be_in_viewport()


def test_nothing_is_fetched_before_the_search_is_used(browser: Browser, small: Visited) -> None:
    with visit(browser, small) as one:
        asked: list[str] = []
        one.page.on("request", lambda request: asked.append(request.url))
        reader = Searcher(one)
        reader.page.wait_for_load_state("networkidle")
        assert not [address for address in asked if "pagefind" in address]
        reader.ask("horse")
        assert [address for address in asked if "pagefind" in address]
        assert one.faults == []
