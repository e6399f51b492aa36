"""What is not as it was written."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tampering:
    """One row that is not as it was written: its table, its key and what is wrong with it.

    Where it is more than a row, ``key`` is empty and ``problem`` is the whole sentence.
    """

    table: str
    key: str
    problem: str

    def __str__(self) -> str:
        """Return the finding as a sentence."""
        if not self.key:
            return self.problem
        key = self.key if self.key.isdecimal() else f"({self.key})"
        return f"The row {key} of the table {self.table} {self.problem}."
