"""How intensely a case is managed."""

from enum import IntEnum


class Tier(IntEnum):
    """The tiers, from those who are watched to those who are in a crisis."""

    LOW = 1
    MODERATE = 2
    HIGH = 3
    COMPLEX = 4
    CRITICAL = 5

    @property
    def label(self) -> str:
        """Return the tier as "tier 4 (complex)"."""
        return f"tier {self.value} ({self.name.lower()})"
