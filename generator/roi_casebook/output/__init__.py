"""The room that makes a site of finished pages: shells, stamping, checking, publishing.

`masthead.py` says what comes in beside the pages. `engines/` makes the empty pages of the theme
(shells), `site/` fills them, writes the site and holds what must be true of it, `publishing/`
exchanges the staged folder for the published one. `build.py` calls them in order.
`site/markdown_tree.py` writes the same pages for an engine to build whole.
"""
