"""One way to cover an open duty, and by what ways are ranked."""

from dataclasses import dataclass
from enum import StrEnum

from optimizer.planning.pair import Plan
from optimizer.staffing.facts.shift import Duty, Shift
from optimizer.summary.schedule.candidates import CouldNot
from optimizer.summary.schedule.effect import Effect


class CoverWay(StrEnum):
    """How an open duty is covered."""

    ON_CALL = "on call"
    COMES = "comes in"
    MOVED = "is moved"
    CHAIN = "chain"
    SPLIT = "split"


class Will(StrEnum):
    """What somebody asked for on the day, before anybody asked them."""

    WISHED = "asked to work"
    NOTHING = ""
    RELUCTANT = "asked to be off"


WILLING = (Will.WISHED, Will.NOTHING, Will.RELUCTANT)


@dataclass(frozen=True, slots=True)
class TurnStanding:
    """How far somebody is from their turn: ``place`` 1 is next, of ``among`` people in the list of ``what``."""

    what: str
    place: int
    among: int


@dataclass(frozen=True, slots=True)
class CoverAnswer:
    """A way to cover an open duty: an edit that newly breaks no must, and what it changes.

    ``people`` are all who have to be asked, who covers the duty itself first. ``overtime`` is in minutes more than
    before; ``moved`` counts the known duties of people that change beside it; ``notice`` is in minutes from now to the
    first thing that changes, None when nobody told the time; ``pool`` says that somebody's home is elsewhere.
    ``new_shifts`` are shifts that the unit has to have first, as when a duty is split.
    """

    way: CoverWay
    people: tuple[str, ...]
    minus: Plan
    plus: Plan
    effect: Effect
    overtime: int
    will: Will
    turns: tuple[TurnStanding, ...]
    moved: int
    notice: int | None
    pool: bool = False
    new_shifts: tuple[Shift, ...] = ()

    @property
    def cents(self) -> int:
        """Return what it costs, pay and prices of rules together."""
        return self.effect.pay + self.effect.penalty

    @property
    def rank(self) -> tuple[bool, int, int, int, int, int]:
        """Return what answers are ordered by.

        Who is on call comes first, then who asked for it; then what changes the least of what people know, and asks the
        fewest; then whose turn it is, the cents, and how few hours' notice it gives.
        """
        turn = min((each.place for each in self.turns), default=0)
        touched, short = self.moved + len(self.people), -(self.notice or 0)
        return self.way is not CoverWay.ON_CALL, WILLING.index(self.will), touched, turn, self.cents, short


@dataclass(frozen=True, slots=True)
class CoverAnswers:
    """All ways to cover an open duty, the best first; and who cannot come, and why.

    ``duty`` is what was asked for, which may name a window in place of a shift. ``missing`` is how many people are
    below the minimum and below the target while it is open.
    """

    duty: Duty
    missing: tuple[int, int]
    ways: tuple[CoverAnswer, ...]
    could_not: tuple[CouldNot, ...]
