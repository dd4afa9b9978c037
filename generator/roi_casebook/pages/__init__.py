"""The views: all that a template may see, flat, formatted and frozen."""
