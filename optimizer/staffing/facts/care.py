"""What patients take: how ill they are, how many come and go, and who cares for them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from fractions import Fraction

from optimizer.staffing.facts.demand import When
from optimizer.staffing.facts.scope import Scope
from optimizer.staffing.facts.shift import Part

TWELVE_HOURS = 12 * 60


@dataclass(frozen=True, slots=True)
class Level:
    """One level of an acuity scale: how many minutes of care such a patient takes in 24 hours.

    ``most`` is how many such patients one nurse may hold, by the unit's own rule, and ``most_at_night`` where nights
    differ; None where the unit has no such rule. ``kind`` is the kind of unit whose ratio the law sets for such a
    patient, such as "critical_care"; the unit's own when empty.
    """

    number: int
    label: str
    minutes: int
    kind: str = ""
    most: int | None = None
    most_at_night: int | None = None

    def own_ratio(self, part: Part) -> int | None:
        """Return how many such patients one nurse may hold in a part of the day, by the unit's own rule."""
        return self.most_at_night if part is Part.NIGHT and self.most_at_night else self.most


NEUTRAL_SCALE = (
    Level(1, "minimal", 4 * 60),
    Level(2, "moderate", 6 * 60),
    Level(3, "standard acute", 8 * 60),
    Level(4, "high", 12 * 60),
    Level(5, "intensive", 18 * 60),
)
"""A scale to begin with, bracketed by published ones and copied from none of them."""


@dataclass(frozen=True)
class Census:
    """The patients of a shift on some days, by number of their level; and those who come and go during it.

    ``shift`` is a shift's code or a window, as in ``Need``.
    """

    when: When
    shift: str
    patients: Mapping[int, int]
    admissions: int = 0
    discharges: int = 0
    transfers_in: int = 0
    transfers_out: int = 0

    @property
    def thing(self) -> tuple[str, str]:
        """Return what is counted: two rows for the same do not add up."""
        return self.shift, ""

    @property
    def standing(self) -> tuple[bool, int]:
        """Return how much this counts beside other rows for the same days."""
        return True, self.when.rank

    @property
    def total(self) -> int:
        """Return how many patients there are."""
        return sum(self.patients.values())


@dataclass(frozen=True, slots=True)
class Filler:
    """What one role does of the care, on the shifts meant.

    ``share`` is its percent of the care hours. ``counts`` says that its people hold patients and count to the ratio.
    ``least`` is the unit's own minimum; ``spare`` how many more than the target there is room for, None without bound.
    ``relief`` is the minutes of each shift in which somebody else takes over, so that breaks are free; ``relieves``
    names the role whose breaks this role's people take over themselves.
    """

    role: str
    share: int = 0
    counts: bool = False
    least: int = 0
    spare: int | None = None
    relief: int = 0
    relieves: str = ""
    shifts: Scope = ()

    @property
    def free(self) -> bool:
        """Tell whether this role holds no patients and does no share of the care, such as a free charge nurse."""
        return not self.share and not self.counts


class CensusFrom(StrEnum):
    """Where the census comes from: typed in, or from the days before."""

    SHEET = "sheet"
    MEAN = "weekday mean"
    EIGHTY = "80th percentile"
    NINETY = "90th percentile"


class Rounding(StrEnum):
    """How the people that care takes become whole ones, role by role of a shift."""

    EACH_UP = "each up"
    NEAREST = "nearest"
    KEEP_TOTAL = "keep total"


@dataclass(frozen=True)
class CareTimes:
    """The times that care takes, in minutes.

    ``productive`` is what 12 paid hours leave for patients; shifts of other lengths in proportion. Meals are not paid,
    so the usual 11.25 hours leave three paid rests of 15 minutes; where break relief covers those, it is 12.
    ``per_patient_day`` is the target of direct HPPD, None without such a target. ``shares`` is the percent of a
    patient's 24 hours that falls into each part of the day; the usual ones when empty.
    """

    productive: int = 11 * 60 + 15
    admission: int = 60
    discharge: int = 45
    transfer_in: int = 42
    transfer_out: int = 20
    per_patient_day: int | None = None
    shares: Mapping[Part, int] = field(default_factory=dict)
    rounding: Rounding = Rounding.EACH_UP

    def productive_of(self, paid: int) -> Fraction:
        """Return the minutes that a shift of so many paid minutes leaves for patients."""
        return Fraction(paid * self.productive, TWELVE_HOURS)


@dataclass(frozen=True)
class Care:
    """Everything that a computed need depends on. ``history`` has one date a row, before the plan."""

    census: tuple[Census, ...]
    mix: tuple[Filler, ...]
    levels: tuple[Level, ...] = NEUTRAL_SCALE
    times: CareTimes = field(default_factory=CareTimes)
    history: tuple[Census, ...] = ()
    census_from: CensusFrom = CensusFrom.SHEET

    def level(self, number: int) -> Level:
        """Return a level by its number."""
        return next(level for level in self.levels if level.number == number)


def history_day(census: Census) -> date:
    """Return the date of a row of the census history."""
    if census.when.day is None:
        raise ValueError(f"A census history takes dates, and the one for {census.shift} has none.")
    return census.when.day
