"""What every page may use: addresses, links, notes, templates, a case in one language."""
