"""What sources claim, held against the appraisal: a verdict for each claim, and why.

`judged_claims.py` is the door. A claim's number is read with its digits (`printed`, `claimed`), held
against inputs and figures (`holding`) within the rounding of the inputs (`moved_inputs`) and on other
bases (`bases`), and looked at for what is not plausible (`plausibility`, `repetition`).
"""
