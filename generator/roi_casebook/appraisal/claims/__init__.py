"""What sources claim, held against the appraisal: a verdict for each claim, and why.

`verdicts.py` is the door. A claim's number is read with its digits (`printed`, `claimed`), held
against inputs and figures on this and on other bases (`holding`, `restating`, `other_bases`), and
looked at for what is not plausible (`plausibility`, `own_parts`, `look`, `repetition`).
"""
