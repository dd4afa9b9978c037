"""`site_config.yml`: the same reader, with the same quality of problems."""

from dataclasses import dataclass
from pathlib import Path

from roi_casebook.config import SiteConfig
from roi_casebook.problems import Problem, has_errors
from roi_casebook.reading.files.disk import leads_out, link_out, no_file, read_at_most
from roi_casebook.reading.model.validation import apart_from, validated
from roi_casebook.reading.rules.for_readers.prose import prose_problems
from roi_casebook.reading.rules.known_words import unknown_currency
from roi_casebook.reading.rules.metrics import metric_problems
from roi_casebook.reading.rules.site_words import (
    comparison_problems,
    language_problems,
    own_measure_problems,
    threshold_problems,
)
from roi_casebook.reading.rules.unit_names import own_unit_problems
from roi_casebook.yaml_places.document import Document
from roi_casebook.yaml_places.reader import read_yaml

CONFIG_NAME = "site_config.yml"


@dataclass(frozen=True)
class ConfigFile:
    """The site's configuration, None where there is an error; all that is wrong with it.

    document: value and positions, None where there is no file.
    """

    config: SiteConfig | None
    problems: tuple[Problem, ...]
    document: Document | None = None


def read_config(site: Path) -> ConfigFile:
    """Read the site's configuration. A missing file is a problem, too."""
    path = site / CONFIG_NAME
    if not path.is_file():
        return ConfigFile(None, tuple(no_file(site, CONFIG_NAME)) or (_missing(),))
    if leads_out(site, path):
        return ConfigFile(None, (link_out(CONFIG_NAME),))
    document = read_yaml(read_at_most(path), CONFIG_NAME)
    if not isinstance(document.value, dict):
        return ConfigFile(None, document.problems)
    return _validated(document)


def _validated(document: Document) -> ConfigFile:
    config, wrong = validated(SiteConfig, document.value)
    findings = [
        *apart_from(document, wrong),
        *own_measure_problems(document),
        *prose_problems(SiteConfig, document, config.languages if config else None),
        *own_unit_problems(document, config.languages if config else None),
        *threshold_problems(document, config),
        *metric_problems(document),
        *comparison_problems(config),
        *language_problems(config),
        *(unknown_currency(config.currency, ("currency",)) if config else ()),
    ]
    problems = tuple(sorted({*document.problems, *(document.problem(each) for each in findings)}))
    return ConfigFile(None if has_errors(problems) else config, problems, document)


def _missing() -> Problem:
    return Problem(
        CONFIG_NAME,
        1,
        1,
        "",
        "no_config",
        "error",
        f"found no {CONFIG_NAME} in the site's folder",
        "run the command in the folder that holds it and cases/, or name that folder with --site",
    )
