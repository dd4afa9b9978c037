"""The language in which a command speaks: the site's first, or English where that is not known."""

from pathlib import Path

from roi_casebook.reading.files.site_file import read_config
from roi_casebook.wording.catalogue import Catalogue
from roi_casebook.written.languages import SOURCE


def spoken(site: Path) -> Catalogue:
    """Give the words of a site's first language."""
    config = read_config(site).config
    return Catalogue(config.languages[0] if config else SOURCE)
