"""The rules of a unit, one idea a file."""
