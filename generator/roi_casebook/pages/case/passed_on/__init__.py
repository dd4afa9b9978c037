"""A case passed on: how it is cited, and what machines that pass it on may say of it."""
