"""Tells people what changed for them and why: as text, as mail, and who has seen it."""
