"""A copy of the package with a language more, and a small site built by it."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import roi_casebook
from roi_casebook.shipped.catalogues import flat_texts, texts_in
from roi_casebook.shipped.translations import stamped
from roi_casebook.yaml_places.nested_texts import nested_texts

PACKAGE = Path(roi_casebook.__file__).parent
ROOT = PACKAGE.parent.parent
Run = subprocess.CompletedProcess[str]
CASES = ("foiled-cupcakes", "ibm-enterprise-tagging", "inspired-by-iceland", "need-a-cake")


def package_with(catalogue: str, language: str, to: Path) -> Path:
    """Copy the package, its templates beside it, and add a catalogue; give the folder to import from."""
    source = to / "generator"
    left_out = shutil.ignore_patterns("__pycache__")
    shutil.copytree(PACKAGE, source / PACKAGE.name, ignore=left_out)
    (to / "templates").symlink_to(ROOT / "templates")
    wording = source / PACKAGE.name / "data" / "wording"
    (wording / f"{language}.yml").write_text(catalogue, encoding="utf-8")
    texts = dict(flat_texts(nested_texts(catalogue)[language]))
    made = stamped(texts_in("en"), texts, {})
    (wording / f"{language}.made_from.json").write_text(json.dumps(made), encoding="utf-8")
    return source


def small_site(languages: str, to: Path) -> Path:
    """Give a site of a few real cases in some languages; no guide: it is the site's own text."""
    (to / "cases").mkdir(parents=True)
    config = (ROOT / "site_config.yml").read_text(encoding="utf-8")
    before, _, after = config.partition("\nlanguages:")
    assert after
    rest = after.partition("\n")[2]
    (to / "site_config.yml").write_text(f"{before}\nlanguages: {languages}\n{rest}", "utf-8")
    for case in CASES:
        shutil.copy(ROOT / "cases" / f"{case}.yml", to / "cases")
    return to


def casebook(source: Path, *arguments: str, first: str = "", code: int = 0) -> Run:
    """Run a command of the copied package; first: statements to run before; code: its end."""
    program = f"{first}\nimport sys\nfrom roi_casebook.cli import main\nmain(sys.argv[1:])"
    environment = {**os.environ, "PYTHONPATH": f"{source}{os.pathsep}{ROOT}"}
    run = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert run.returncode == code, run.stdout + run.stderr
    return run
