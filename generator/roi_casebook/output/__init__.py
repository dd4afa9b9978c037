"""The room that makes a site of finished pages: shells, stamping, checking, publishing.

Read `page.py` (what comes in), `engines.py` and `shells.py` (the empty pages of the theme),
`stamp.py` (a shell filled), `check_links.py` (what must hold of the result), `publish.py` (the
staged folder exchanged for the published one) and `site_folder.py`, which calls them in order.
`portable_tree.py` writes the same pages for an engine to build whole.
"""
