"""Return-on-investment case studies: from YAML files to a checked, bilingual static site.

The rooms import downward only: cli, build, output and editing, pages, charts, wording, library,
appraisal and reading, case and config, notation, roi, problems.
"""

__version__ = "0.1.0"
