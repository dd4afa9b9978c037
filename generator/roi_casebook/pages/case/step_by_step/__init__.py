"""The working of a case, on a page of its own: notes, formulas, inputs, all that other readings come from."""
