"""The Content-Security-Policy of a page: nothing from another host, no script but the theme's own.

It is computed from the inline scripts of a shell, so that a script which got into a page's body
some other way does not run. `'wasm-unsafe-eval'` and the worker are for the search.
"""

import re
from base64 import b64encode
from functools import lru_cache
from hashlib import sha256

_SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<text>.*?)</script>", re.DOTALL)
_RULES = (
    "default-src 'none'; script-src {scripts}; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; worker-src 'self'; base-uri 'none'; "
    "form-action 'none'"
)


def policy_of(html: str) -> str:
    """Give the policy that lets the inline scripts of `html` run; data blocks need no hash."""
    hashes = (f"'{script_hash(text)}'" for text in inline_scripts(html))
    return _RULES.format(scripts=" ".join(["'self'", "'wasm-unsafe-eval'", *hashes]))


def inline_scripts(html: str) -> list[str]:
    """Give the texts of the scripts that stand in the page itself and would run."""
    return [
        found["text"]
        for found in _SCRIPT.finditer(html)
        if " src=" not in found["attributes"] and "json" not in found["attributes"]
    ]


@lru_cache(maxsize=256)
def script_hash(text: str) -> str:
    """Give the source expression of an inline script: ``sha256-...`` in base 64."""
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()
