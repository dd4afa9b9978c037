"""Where a link may lead: http, https, in prose also an address relative to the page.

A whole address is parsed where it is read, so that nothing later meets one that cannot be.
"""

import re
from urllib.parse import urlsplit

from roi_casebook.written.refusals import refused

_SCHEME = re.compile(r"^([a-z][a-z0-9+.-]*:|//|\\)", re.IGNORECASE)
_HTTP = re.compile(r"^https?://", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x20\x7f]")


def is_http(address: str) -> bool:
    """Tell whether an address is a whole one, http or https."""
    return bool(_HTTP.match(_CONTROL.sub("", address)))


def is_safe_link(address: str) -> bool:
    """Tell whether an address is http, https or relative to the page."""
    return is_http(address) or not _SCHEME.match(_CONTROL.sub("", address))


_WHY = (
    ("port", "its port is no number up to 65535"),
    ("nfkc", "its host holds a sign that browsers read as others"),
    ("ip", "square brackets stand around the host only where it is an IPv6 address"),
)
"""By a word in what the parser says."""


def unreadable(address: str) -> str:
    """Say why no browser can open a whole address; "" where one can."""
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        said = str(error).lower()
        return next((why for word, why in _WHY if word in said), "it cannot be taken apart")
    return "" if host else "it names no host"


def readable_address(address: str) -> str:
    """Give the address, where a browser can open it; a word such as unknown too. Errors: wrong_form."""
    why = unreadable(address) if is_http(address) else ""
    if why:
        message = f"found {address!r}, expected an address that a browser can open: {why}"
        raise refused("wrong_form", message, COPY_ADDRESS)
    return address


COPY_ADDRESS = "open the page and copy its address from the browser"
