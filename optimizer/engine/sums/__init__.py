"""Solves formulations of sums alone, however large: a linear program for the bound, exact search on parts of a plan."""
