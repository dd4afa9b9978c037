"""A case as a workbook whose figures are live formulas over named cells.

`chains.py` says of what a case consists here, `hindrances.py` why there is no figure, `grid.py` where
quantities stand; the other modules write a sheet, or a part of one, each.
"""
