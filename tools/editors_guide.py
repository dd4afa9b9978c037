"""Write the guide for editors into docs/, a file a language: what each site shows as a page.

python tools/editors_guide.py
"""  # noqa: INP001 -- a folder of commands, no package

from collections.abc import Iterator
from pathlib import Path

from roi_casebook.shipped.editors_guide import GuideSection, editors_guide
from roi_casebook.shipped.problem_codes import examples

DOCS = Path(__file__).parents[1] / "docs"
HEAD = (
    "<!-- Written by tools/editors_guide.py from data/editors_guide.yml: change nothing here. -->"
)


def written() -> dict[str, str]:
    """Give the text of each file by its name."""
    return {f"editors.{language}.md": _guide(language) for language in editors_guide().title}


def _guide(language: str) -> str:
    guide = editors_guide()
    parts = [HEAD, f"# {guide.title[language]}", guide.lead[language]]
    for section in guide.sections:
        parts += _section(section, language)
    return "\n\n".join(part.strip() for part in parts) + "\n"


def _section(section: GuideSection, language: str) -> Iterator[str]:
    yield f"## {section.title[language]}"
    yield section.text[language]
    if section.example:
        yield f"```yaml\n# cases/{section.case}.yml\n{section.example.rstrip()}\n```"
    for code in section.codes:
        told = examples()[code]
        line = f"`{told['line']}`  \n" if "line" in told else ""
        hint = f"  \n→ {told['hint']}" if "hint" in told else ""
        yield f"**{code}**  \n{line}{told['message']}{hint}"


if __name__ == "__main__":
    for name, text in written().items():
        (DOCS / name).write_text(text, "utf-8")
