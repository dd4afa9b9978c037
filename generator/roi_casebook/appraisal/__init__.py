"""A case judged: its inputs valued, its lines turned into flows, its figures by `roi/`, its basis.

`judge` is the door (`appraise` where only figures are wanted); what it returns holds every number
that a page may show, with the formula of each as it applies to this case.
"""

from roi_casebook.appraisal.appraise import Appraisal, AppraisedCase, appraise, appraise_reading
from roi_casebook.appraisal.basis import Basis
from roi_casebook.appraisal.judge import JudgedCase, judge, judged_cases
from roi_casebook.appraisal.working import Step, steps

__all__ = [
    "Appraisal",
    "AppraisedCase",
    "Basis",
    "JudgedCase",
    "Step",
    "appraise",
    "appraise_reading",
    "judge",
    "judged_cases",
    "steps",
]
