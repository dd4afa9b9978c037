"""How far a case can be trusted: five axes side by side, never multiplied into one.

`axes.py` is the door: locks with their ledger, verification, direction, maturity, reporting; each
over the same grounds (`grounds.py`).
"""
