"""Judges a schedule against the law in force: breaches, what falls due, orientees beside their preceptors."""
