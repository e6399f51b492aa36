"""What a unit makes of its rules: a must, a price, or nothing."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from optimizer.planning.rule import Rule


class Mode(StrEnum):
    """How much a rule counts."""

    MUST = "must"
    PRICED = "priced"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class Ruling:
    """One rule with its limits, and how much it counts; ``price`` is in cents per unit of breach."""

    rule: Rule[Any]
    mode: Mode = Mode.MUST
    price: int = 0

    def __post_init__(self) -> None:
        """Refuse a ruling that says nothing or contradicts itself."""
        if self.rule.always_must and self.mode is not Mode.MUST:
            raise ValueError(f"'{self.rule.title}' is always a must: {self.rule.told}")
        if self.mode is Mode.PRICED and self.price <= 0:
            raise ValueError(f"'{self.rule.title}' is priced, so it needs a price above 0.")


@dataclass(frozen=True, slots=True)
class Policy:
    """The rulings in force, in the reader's own order. The same rule may stand twice, for different people."""

    rulings: tuple[Ruling, ...]
