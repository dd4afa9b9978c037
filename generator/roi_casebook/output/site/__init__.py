"""The site's own files: stamped pages, search copies, redirects, and the check over all of them."""
