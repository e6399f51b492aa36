"""How many cases somebody may have."""
