"""What staff ask for: time off, preferences, swaps, open shifts; and the rules of a unit for asking."""
