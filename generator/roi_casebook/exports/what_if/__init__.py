"""A case as a script that computes what its figures would be at other numbers: printed from the same trees."""
