"""A hospital: units, a float pool that serves them all, and what they have in common."""
