"""The cases taken away: what other programs read, as text or bytes. `build` writes them."""
