"""The masthead in the words of each language: what stands around every page."""

from roi_casebook.case.beside import Beside
from roi_casebook.case.beside.editions import Edition
from roi_casebook.config import SiteConfig
from roi_casebook.output.masthead import WORDS, Masthead, Site, Tab
from roi_casebook.pages.parts.edition_line import edition_line
from roi_casebook.pages.site.main_pages import MAIN_PAGES
from roi_casebook.wording import Wording


def site_of(
    config: SiteConfig, wordings: tuple[Wording, ...], edition: Edition, beside: Beside
) -> Site:
    """Give the site as a whole: its address and a masthead for each language, the default first."""
    mastheads = tuple(masthead(config, wording, edition, beside) for wording in wordings)
    return Site(config.address, mastheads, config.contribute, config.engine)


def masthead(config: SiteConfig, wording: Wording, edition: Edition, beside: Beside) -> Masthead:
    """Give what stands around the pages of one language; beside: the files beside the cases."""
    name = wording.texts.language_name(wording.language)
    return Masthead(
        language=wording.language,
        language_name=name,
        title=wording.texts.written(config.title).text,
        tagline=wording.texts.written(config.tagline).text,
        tabs=tuple(
            Tab(page.address, wording.t(f"masthead.{page.word}"), page.kinds)
            for page in MAIN_PAGES
            if page.is_there(beside)
        ),
        edition=edition_line(wording, edition),
        words={word: wording.t(f"masthead.{word}", language=name) for word in WORDS},
        direction=wording.catalogue.locale.text_direction,
    )
