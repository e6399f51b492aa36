"""A breach of a law, a contract or guidance."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from optimizer.staffing.law.citation import Citation


class Severity(StrEnum):
    """Whether a schedule may be published with a breach."""

    BLOCK = "block"
    WARN = "warn"


@dataclass(frozen=True, slots=True)
class Breach:
    """One breach: where, by whom ("" where it is a whole shift), of which law, in a sentence.

    ``on_days`` are the calendar days, midnight to midnight, on which too few nurses are there; none for working time.
    ``exposure`` is what it can cost in cents beside the breaches before it.
    """

    day: date
    shift: str
    who: str
    law: Citation
    sentence: str
    on_days: tuple[date, ...] = ()
    exposure: int = 0

    @property
    def severity(self) -> Severity:
        """Return whether it blocks: what is a must by law or contract does, the rest warns."""
        return Severity.BLOCK if self.law.must else Severity.WARN
