"""What this method finds of the cases of a folder, as JSON: run by the `diff` of another revision."""

import sys
from pathlib import Path, PurePath

from roi_casebook.editing.diff.base_method import facts_as_json
from roi_casebook.editing.diff.judging import Judging
from roi_casebook.reading.files.disk import read_at_most
from roi_casebook.reading.files.library_folder import case_names


def told_facts(site: Path) -> str:
    """Judge each case that has no error, and write what is found. Errors: OSError."""
    judging = Judging.of(site, site)
    slugs = {PurePath(name).stem: name for name in case_names(site)}
    found = {slug: judging.facts(slug, read_at_most(site / name)) for slug, name in slugs.items()}
    return facts_as_json({slug: facts for slug, facts in found.items() if facts is not None})


if __name__ == "__main__":
    sys.stdout.write(told_facts(Path(sys.argv[1])))
