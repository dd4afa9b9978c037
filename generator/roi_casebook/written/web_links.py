"""Where a link in prose may lead: http, https, or an address relative to the page."""

import re

_SCHEME = re.compile(r"^([a-z][a-z0-9+.-]*:|//|\\)", re.IGNORECASE)
_HTTP = re.compile(r"^https?://", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x20\x7f]")


def is_http(address: str) -> bool:
    """Tell whether an address is a whole one, http or https."""
    return bool(_HTTP.match(_CONTROL.sub("", address)))


def is_safe_link(address: str) -> bool:
    """Tell whether an address is http, https or relative to the page."""
    return is_http(address) or not _SCHEME.match(_CONTROL.sub("", address))
