"""Where a site's files are kept: addresses with places to fill, as any host of repositories has them."""

from string import Formatter
from typing import Annotated
from urllib.parse import quote

from pydantic import AfterValidator, Field

from roi_casebook.written.parts import Address, Part
from roi_casebook.written.refusals import refused

PLACES = ("slug", "title", "address", "commit")
"""What stands for a case in such an address, in braces."""


def _with_known_places(address: str) -> str:
    """Refuse a place that nothing fills. Errors: place_unknown."""
    try:
        found = [name for _, name, _, _ in Formatter().parse(address) if name is not None]
    except ValueError:  # a brace alone
        found = [""]
    unknown = [name for name in found if name not in PLACES]
    if unknown:
        raise refused(
            "place_unknown",
            f"found the place {{{unknown[0]}}}, expected one of {', '.join(f'{{{name}}}' for name in PLACES)}",
            "a case’s file is named by {slug}, its title by {title}, its page by {address}, its edition by {commit}",
        )
    return address


Template = Annotated[Address, AfterValidator(_with_known_places)]
"""An address with places in braces."""


class Repository(Part):
    """The repository of a site. Each address may hold {slug}, {title}, {address} and {commit}."""

    edit: Template | None = Field(
        None,
        description="where a reader can propose a change to the file of a case",
        examples=["https://github.com/owner/name/edit/main/cases/{slug}.yml"],
    )
    challenge: Template | None = Field(
        None,
        description="where a reader can challenge a number of a case",
        examples=["https://github.com/owner/name/issues/new?title={title}&body={address}"],
    )
    edition: Template | None = Field(
        None,
        description="where the file of a case can be read as it was in the edition",
        examples=["https://github.com/owner/name/blob/{commit}/cases/{slug}.yml"],
    )


def filled_address(template: str, **places: str) -> str:
    """Fill the places of an address; one that is not given stays empty."""
    return template.format(**{name: quote(places.get(name, ""), safe="") for name in PLACES})
