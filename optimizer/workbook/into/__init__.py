"""A schedule back into the roster it came from: the same file, with other duties and, for a new period, other dates."""
