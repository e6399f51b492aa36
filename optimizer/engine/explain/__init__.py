"""Explains why no plan keeps every must: by a clash, the fewest causes that cannot stand together, or by a shortage."""
