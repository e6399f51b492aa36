"""What a rule makes of the first and the last of the days it knows."""

OPEN, CLOSED = BORDERS = ("open", "closed")
"""Beyond the days known a run may go on; or nothing does, and a run has only its days within."""


def check_border(border: str) -> None:
    """Raise ValueError when a word says neither."""
    if border not in BORDERS:
        raise ValueError(f"'{border}' is no border; it is {' or '.join(BORDERS)}")
