"""All judged cases as one table: statistics, likeness, and money made comparable."""
