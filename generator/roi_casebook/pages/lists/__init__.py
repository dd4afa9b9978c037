"""Pages that list cases: the catalogue, listings, the library as a whole."""
