"""Her file as it is: cells are changed in its bytes, and everything else stays what it was."""
