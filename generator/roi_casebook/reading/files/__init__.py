"""The files of a site: where they lie, what they hold, and all that is wrong with them."""
