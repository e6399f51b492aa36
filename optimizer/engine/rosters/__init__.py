"""Column generation: one column is one person's whole roster, and the master problem chooses among them."""
