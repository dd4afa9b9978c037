"""A file held against the model: its errors in our words, its schema, its valid parts."""
