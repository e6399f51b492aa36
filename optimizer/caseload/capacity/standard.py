"""How many cases a case manager has elsewhere."""

from dataclasses import dataclass
from enum import StrEnum

from optimizer.caseload.source import CitedSource


class StandardKind(StrEnum):
    """Where case management happens."""

    HOSPITAL = "hospital"
    PAYER = "payer"
    COMMUNITY = "community"
    HOME_HEALTH = "home health"
    POPULATION = "population"
    LONG_TERM = "long-term services"


@dataclass(frozen=True, slots=True)
class CaseloadStandard:
    """Cases for each 1.0 FTE: a usual range, and a cap, None where there is none."""

    key: str
    kind: StandardKind
    title: str
    low: int
    high: int
    cap: int | None
    source: CitedSource
