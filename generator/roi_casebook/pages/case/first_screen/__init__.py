"""What a reader of a case sees first: the strip, the gist, and what leads where no return does."""
