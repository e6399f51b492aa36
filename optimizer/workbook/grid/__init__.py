"""A schedule as a grid: people down, days across."""
