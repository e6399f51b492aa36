"""Times in tests: a machine that is busy with other work for a moment makes none of them fail."""

TRIES = 3


def soon(measure, seconds):
    """Tell whether what is measured, in seconds, takes less than so many in one of a few tries."""
    return any(measure() < seconds for _ in range(TRIES))
