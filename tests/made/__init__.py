"""Units, hospitals and people that are made at random, or to a size."""
