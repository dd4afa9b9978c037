"""The pages that a site has once, and all pages in the order in which they are made."""
