"""YAML with the place of every key and value, and its traps by name; knows no case."""
