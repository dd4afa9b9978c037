"""A new case: the whole scaffold, or the shortest draft that holds what is known; from another case; from a row of numbers."""
