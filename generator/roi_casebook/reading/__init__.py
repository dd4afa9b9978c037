"""Reading: YAML text to models or Problems; the one place that knows positions.

bytes -> `yaml_text` -> Document (value and places) -> `validation` (the model) -> `rules` (what
must hold beyond it) -> models and Problems. Nothing here raises on an editor's text.
"""

from roi_casebook.reading.files.case_file import CaseFile, read_case
from roi_casebook.reading.files.library_folder import ReadSite, read_files, read_library

__all__ = ["CaseFile", "ReadSite", "read_case", "read_files", "read_library"]
