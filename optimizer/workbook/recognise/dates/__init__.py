"""Which days the columns of a roster are: what each cell says, how they run on, and what is told elsewhere."""
