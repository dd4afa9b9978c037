"""The numbers: expressions, units, quantities, flows, solvers. Pure: no file, page or clock.

A formula is written once, as a small function whose argument names are the wiring
(`quantities.py`). Called with arrays it computes; called with names it gives a tree (`tracing.py`)
that other rooms print. What is no closed formula is a solver: an algorithm and the equation it
solves (`solvers.py`).
"""
