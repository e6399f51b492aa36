"""How many cases a case manager has elsewhere."""

from dataclasses import dataclass
from enum import StrEnum

from optimizer.caseload.source import Source


class Kind(StrEnum):
    """Where case management happens."""

    HOSPITAL = "hospital"
    PAYER = "payer"
    COMMUNITY = "community"
    HOME_HEALTH = "home health"
    POPULATION = "population"
    LONG_TERM = "long-term services"


@dataclass(frozen=True, slots=True)
class Standard:
    """Cases for each 1.0 FTE: a usual range, and a cap, None where there is none."""

    key: str
    kind: Kind
    title: str
    low: int
    high: int
    cap: int | None
    source: Source
