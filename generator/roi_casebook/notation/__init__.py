"""How words, mathematics and editors write one and the same formula: a table each over one tree.

A notation is a `Spelling` for each operation (how it is written and how tightly each side binds)
and the spelling of numbers, names and sums. Brackets follow from the tables.
"""
