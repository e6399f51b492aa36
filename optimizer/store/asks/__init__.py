"""What staff ask for, with every step that was taken on it, and the rules of a unit for asking."""
