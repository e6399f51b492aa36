"""What the unit needs, as it was staffed."""
