"""How editors write: numbers, shares, dates, texts in languages, closed parts with ids."""
