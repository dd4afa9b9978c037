"""What machines that pass a case on may say of it: schema.org's words, as JSON-LD.

No number stands alone there: what is computed is one text, with its side, its basis and its horizon,
as the lists of this site show it.
"""

import json
from typing import Any

from roi_casebook.pages.parts import anchors
from roi_casebook.pages.parts.case_in_language import CaseInLanguage
from roi_casebook.pages.parts.page import Result
from roi_casebook.wording.fallback_marks import without_marks

LICENCE = "https://creativecommons.org/licenses/by/4.0/"


def linked_data(c: CaseInLanguage, result: Result) -> str:
    """Give the facts about a case as JSON, sound within a script element.

    result: what lists say of it, with its standing.
    """
    texts = c.wording.texts
    title, summary = texts.written(c.case.title), texts.written(c.case.summary)
    site = {
        "@type": "Organization",
        "name": texts.written(c.config.title).text,
        "url": c.config.address,
    }
    facts: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": title.text,
        "description": summary.text,
        "inLanguage": title.language,
        "mainEntityOfPage": c.addresses.public,
        "dateModified": c.last_looked_at.isoformat(),
        "publisher": site,
        "license": LICENCE,
        "mainEntity": _data_set(c, title.text, result, site),
    }
    text = without_marks(json.dumps(facts, ensure_ascii=False, separators=(",", ":")))
    return text.replace("<", "\\u003c")  # nothing in it ends the element


def _data_set(
    c: CaseInLanguage, title: str, result: Result, site: dict[str, str]
) -> dict[str, Any]:
    """Give the facts about the file of the case: what it says in short, and where it is."""
    said = ". ".join(filter(None, (result.figures.rstrip("."), result.basis)))
    return {
        "@type": "Dataset",
        "name": title,
        "description": c.wording.t("cite.data", said=said),
        "creator": site,
        "license": LICENCE,
        "distribution": {
            "@type": "DataDownload",
            "contentUrl": c.config.address + anchors.data_address(c.judged.slug),
            "encodingFormat": "application/yaml",
        },
    }
