"""Why a file is not read, in a sentence."""


class RefusedError(Exception):
    """Raised with a sentence that says what is wrong with a file and what would help."""
