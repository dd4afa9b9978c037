"""The page of a case: one module a section."""
