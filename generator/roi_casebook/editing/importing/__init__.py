"""A sheet as consultants keep it, to a draft: cells, the table among them, the text of the case."""
