"""What ships with the package under `data/`: thresholds, vocabulary, rates and indices, refused words."""
