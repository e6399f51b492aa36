"""What the codes of a roster stand for."""
