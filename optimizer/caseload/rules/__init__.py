"""The rules of a panel, one idea a file."""
