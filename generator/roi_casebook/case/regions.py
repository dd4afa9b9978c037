"""The regions in which a case may play where it is of no one country, by the words of the format."""

from collections.abc import Mapping
from types import MappingProxyType

WORLD = "world"
REGIONS: Mapping[str, str] = MappingProxyType(
    {
        WORLD: "001",
        "EU": "EU",
        "africa": "002",
        "asia": "142",
        "europe": "150",
        "latin-america": "419",
        "north-america": "003",
        "oceania": "009",
    }
)
"""Each with its code in Unicode's locale data (UN M.49), which names it in every language."""
COUNTRY_PATTERN = rf"^([A-Z]{{2}}|{'|'.join(name for name in REGIONS if name.islower())})$"
