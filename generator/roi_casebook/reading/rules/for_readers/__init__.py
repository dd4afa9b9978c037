"""What holds of texts for readers: where they stand, what a page would print, words that none may use."""
