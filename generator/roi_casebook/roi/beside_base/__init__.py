"""Beside the base: what is told of all draws, of the first years, of one reading instead of another."""
