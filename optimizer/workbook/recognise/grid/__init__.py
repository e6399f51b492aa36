"""People by days: the grids that most rosters are, turned or not, and the rows of numbers around them."""
