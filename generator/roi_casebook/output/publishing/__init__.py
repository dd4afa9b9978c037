"""From a finished folder to the published one: its edition, its lock, the exchange."""
