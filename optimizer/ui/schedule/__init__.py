"""The schedule of a unit: its grid, what is wrong beside it, how it is solved, and what it covers and costs."""
