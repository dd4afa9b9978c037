"""The files to take away from all cases, in each language; made once for the same content.

What was made is kept beside the site by a digest of all that goes into it: the case, the site, the
edition, this program. What a build does not use is no longer kept.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from hashlib import sha256
from pathlib import Path

from roi_casebook.appraisal import JudgedCase
from roi_casebook.config import SiteConfig
from roi_casebook.exports.live_workbook.whole_book import workbook_of
from roi_casebook.exports.what_if.whole_script import what_if_of
from roi_casebook.pages.parts.addresses import in_site
from roi_casebook.pages.parts.anchors import data_address, what_if_address, workbook_address
from roi_casebook.pages.parts.case_in_language import CaseInLanguage
from roi_casebook.wording import Wording

PACKAGE = Path(__file__).parents[1]
KINDS: Mapping[str, tuple[Callable[[CaseInLanguage, str], bytes], Callable[[str], str]]] = {
    "workbook": (workbook_of, workbook_address),
    "what-if": (what_if_of, what_if_address),
}
"""What can be taken away, as the site names it: how it is made, and where it stands."""


@dataclass(frozen=True)
class Maker:
    """What files are made with. site: its folder; wordings: one a language, each with the line of its edition."""

    site: Path
    config: SiteConfig
    wordings: Sequence[tuple[Wording, str]]
    kept: Path

    def made(self, cases: Sequence[JudgedCase]) -> list[tuple[str, bytes, str]]:
        """Give the files of some cases: the address in the site, the bytes, the name under which they are kept."""
        return [one for judged in cases for one in self._of_case(judged)]

    def _of_case(self, judged: JudgedCase) -> Iterator[tuple[str, bytes, str]]:
        for kind in self.config.exports:
            for wording, edition in self.wordings:
                c = CaseInLanguage(judged, wording, self.config)
                key = self._key(kind, judged.slug, wording.language, edition)
                make, address = KINDS[kind]
                content = self._kept_or_made(key, partial(make, c, edition))
                place = in_site(wording.language, address(judged.slug), self.config.languages[0])
                yield place, content, key

    def _key(self, kind: str, slug: str, language: str, edition: str) -> str:
        digest = sha256(program_digest())
        digest.update((self.site / data_address(slug)).read_bytes())
        digest.update(repr((self.config, kind, slug, language, edition)).encode())
        return f"{digest.hexdigest()[:32]}.kept"

    def _kept_or_made(self, key: str, make: Callable[[], bytes]) -> bytes:
        place = self.kept / key
        try:
            return place.read_bytes()
        except OSError:
            content = make()
        try:
            self.kept.mkdir(parents=True, exist_ok=True)
            new = place.with_suffix(".new")
            new.write_bytes(content)
            new.replace(place)
        except OSError:  # what cannot be kept is made again the next time
            pass
        return content

    def forget_others(self, used: set[str]) -> None:
        """Let go of what no case has any longer."""
        for place in self.kept.glob("*.kept"):
            if place.name not in used:
                place.unlink(missing_ok=True)


@cache
def program_digest() -> bytes:
    """Give a digest of this program and its data."""
    digest = sha256()
    for path in sorted(PACKAGE.rglob("*")):
        if path.suffix in {".py", ".yml", ".csv"}:
            digest.update(path.relative_to(PACKAGE).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.digest()
