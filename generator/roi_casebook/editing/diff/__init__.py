"""`casebook diff`: what an editor changed, by name, and what moved because of it."""
