"""How a need was computed, step by step, so that anybody can check it with a pocket calculator."""

from dataclasses import dataclass
from fractions import Fraction

RATIO, ACUITY, HPPD, LEAST, FREE = "ratio", "acuity", "HPPD", "unit minimum", "free of patients"


@dataclass(frozen=True, slots=True)
class Working:
    """The steps from the patients of one shift to the people of one role.

    ``patients`` and ``care`` (minutes) are those of the whole shift; ``ratio``, ``acuity``, ``hppd`` and ``least`` are
    the people that each asks for in this role, ``relief`` those added so that the others can take their breaks.
    ``free`` marks a role that holds no patients.
    """

    patients: int
    care: Fraction
    ratio: int
    acuity: int
    hppd: int
    least: int
    relief: int
    free: bool = False

    @property
    def minimum(self) -> int:
        """Return the hard floor: what the ratio asks for, or the unit's own minimum when that is more."""
        return max(self.ratio, self.least)

    @property
    def target(self) -> int:
        """Return the most that any of the steps asks for, and break relief on top."""
        return max(self.ratio, self.acuity, self.hppd, self.least) + self.relief

    @property
    def binds(self) -> str:
        """Return which steps ask for the most, in words: "acuity", "ratio and unit minimum"."""
        if self.free:
            return FREE
        steps = ((RATIO, self.ratio), (ACUITY, self.acuity), (HPPD, self.hppd), (LEAST, self.least))
        most = self.target - self.relief
        return " and ".join(name for name, people in steps if people == most > 0) or "nobody needed"
