"""The cell in hand, at the side of the grid: what is in it, why, and what its reader wrote there."""
