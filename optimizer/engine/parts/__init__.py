"""Solves what falls into parts that share people and sums: prices for what they share, and a bound for the whole."""
