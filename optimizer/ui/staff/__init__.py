"""What staff see and do themselves, mostly on a phone: their days, what changed, and what they ask for."""
