"""Column generation: one column is one person's whole roster, and the restricted master mixes those that are known."""
