"""One duty a day, but for shifts that may stand together."""

from collections.abc import Iterator
from dataclasses import dataclass

from optimizer.planning.law import Letter, Place, State, Sum, Walk
from optimizer.planning.rule import Finding
from optimizer.staffing.facts.shift import SHIFT_WORDS
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import count, either, on
from optimizer.staffing.rules.reading import codes_of, walk
from optimizer.staffing.rules.rule import UnitRule
from optimizer.staffing.rules.who.standing import StandingOfSome, StandTogether, any_two, named, words_of


@dataclass(frozen=True)
class DayMachine:
    """Reads each day's shifts by themselves, and charges the duties too many."""

    standing: StandTogether

    @property
    def start(self) -> None:
        """Return the only state there is."""
        return None

    def step(self, state: State, letter: Letter) -> tuple[None, int]:
        """Read the codes of a day."""
        assert isinstance(letter, tuple)
        return None, self.standing.too_many(letter)


@dataclass(frozen=True)
class OneDutyADay(UnitRule):
    """Gives everyone at most one duty a day, leave and on call included, and more only as in ``together``.

    An entry names shifts that may stand on one day, by their codes or by words, such as "D+OC" or "day+on call"; some
    of its shifts may, too. Shifts that overlap never stand together, and leave for a whole day stands alone.
    """

    key, title, unit = "one-duty-a-day", "One duty a day", "duty too many"
    sentence = "at most one duty a day, leave and on call included"
    bends, must_unless_said = False, True

    together: tuple[str, ...] = ()

    def check(self, unit: Unit) -> None:
        """Refuse an entry that names no shifts of the unit, or only such as never stand together."""
        known = {*SHIFT_WORDS, *unit.shift_by_code}
        for entry in self.together:
            words = words_of(entry)
            if len(words) < 2 or not known.issuperset(words):
                raise ValueError(f"'{entry}' names no two shifts that may stand together; write D+OC or day+on call")
            if not named(unit, entry):
                raise ValueError(f"'{entry}' lets nothing stand together: such shifts overlap, or are leave for a day")

    def details(self) -> Iterator[str]:
        """Yield which shifts may stand together."""
        if self.together:
            yield f"{either(self.together)} may stand together"

    def laws(self, unit: Unit) -> Iterator[Sum | Walk]:
        """Yield one sum for every cell of the schedule or, where shifts may stand together, one walk a human being."""
        if self.together:
            machine = DayMachine(self.standing(unit))
            yield from (walk(unit, human.id, machine, codes_of) for human in self.humans(unit))
            return
        for human in self.humans(unit):
            for day in unit.days:
                terms = tuple((1, pair) for pair in unit.cells[human.id, day])
                yield Sum(Place(human.id, day), terms, high=1)

    def lets_stand(self, problem: Unit, *, must: bool) -> StandingOfSome | None:
        """Return what may stand together; any two that are apart where more than one duty is no must."""
        standing = self.standing(problem)
        if not must:
            standing = StandTogether(standing.codes | any_two(problem.shifts))
        people = frozenset(id_ for human in self.humans(problem) for id_ in human.ids)
        return StandingOfSome(standing, people) if standing.codes else None

    def say(self, unit: Unit, finding: Finding) -> str:
        """Say who has how many duties, or how many too many, on which day."""
        who, day = unit.name_of(finding.place.who), on(finding.day)
        if not self.together:
            return f"{who} has {finding.total} duties on {day}."
        return f"{who} has {count(finding.amount, 'duty', 'duties')} more on {day} than may stand together."

    def standing(self, unit: Unit) -> StandTogether:
        """Return the shifts of a unit that may stand together."""
        return StandTogether(frozenset(codes for entry in self.together for codes in named(unit, entry)))
