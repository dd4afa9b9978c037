"""What formulas are made of: expression trees, the formula language, units, exact arrays, roots."""
