"""Why nothing is written into a file, in a sentence."""


class CannotWriteError(Exception):
    """Raised with a sentence that says why a file cannot be written into, and what would help."""
