"""Solves scenarios side by side, here or on a cluster, and compares what they come to."""
