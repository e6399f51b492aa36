"""A row of a grid and what it is."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """A row of a grid: what it is and whose.

    ``sort`` tells which, ``why`` the reason, ``line`` what a second row of a person is called.
    """

    row: int
    sort: str
    who: str = ""
    why: str = ""
    line: str = ""
