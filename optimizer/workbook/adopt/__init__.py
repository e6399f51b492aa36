"""Files as they were understood, taken up: with what a manager says of them they become a unit, or a panel."""
