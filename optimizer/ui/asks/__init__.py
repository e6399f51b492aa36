"""What pages of staff and of managers share about asks: the draft looked at, and notices mailed."""
