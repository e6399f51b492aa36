"""What an instance knows of the days before it, as days or as counters, made into days that give both."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from xml.etree.ElementTree import Element

from optimizer.staffing.rules.border import CLOSED_BEFORE, PLANNED
from tests.benchmarks.families.ros.document import Contract, Document, is_true

SUNDAY = 6
OTHER, PAST = "+", "past"
"""Other work, as the family writes it; a weekend worked before the plan in nobody knows which shift."""
WEEKENDS = {"PreviousSaturdayWorked", "PreviousConsecutiveWorkingWeekends"}
RUNS = (
    ("PreviousConsecutiveShifts/PreviousConsecutiveShift", "ShiftTypeID"),
    ("DaysSinceShifts/DaysSinceShift", "ShiftTypeID"),
)

READ_BY = {
    "PreviousConsecutiveWorkingDays": {"MaxConsecutiveWorkingDays", "MinConsecutiveWorkingDays"},
    "PreviousConsecutiveWorkingDaysAndHoliday": set[str](),
    "PreviousConsecutiveFreeDays": {"MaxConsecutiveFreeDays"},
    RUNS[0][0]: {"MaxConsecutiveShiftTypes", "MinConsecutiveShiftTypes", "ValidNumConsecutiveShiftTypes"},
    RUNS[1][0]: {"MaxDaysBetweenShiftSeries", "MinDaysBetweenShiftSeries"},
}
"""Which rules read a counter, of some; the others are taken to be read."""


@dataclass(frozen=True)
class Known:
    """What is known of one person before the plan."""

    node: Element
    rules: frozenset[str]

    @property
    def days(self) -> tuple[str, ...]:
        """Return the code of each day, "" off, the last before the plan last; none where there are only counters."""
        found = self.node.findall("PreviousAssignments/Day")
        return tuple("".join(shift.text or "" for shift in day.findall("Shift")[:1]) for day in found)

    @cached_property
    def counters(self) -> dict[str, int]:
        """Return the plain counters that a rule reads, by name, those that are 0 left out; a flag counts 1."""
        texts = {each.tag: (each.text or "").strip() for each in self.node if not len(each)}
        counted = {tag: int(is_true(text)) if text.isalpha() else int(float(text or 0)) for tag, text in texts.items()}
        return {tag: count for tag, count in counted.items() if count and self._read(tag)}

    def _read(self, counter: str) -> bool:
        return not READ_BY.keys() >= {counter} or bool(READ_BY[counter] & self.rules)

    def run(self, shifts: tuple[str, ...]) -> int:
        """Return how many days in a row a shift has been had up to the plan."""
        return self._by_shift(RUNS[0]).get(shifts[0], 0) if len(shifts) == 1 else 0

    def since(self, shift: str) -> int | None:
        """Return how many days ago a shift was had, 0 for the day before the plan; None when nobody knows."""
        return self._by_shift(RUNS[1]).get(shift)

    @property
    def by_shifts(self) -> bool:
        """Tell whether a rule reads runs of shifts or the days since them, and something is known of them."""
        return any(self._by_shift(where) for where in RUNS)

    def _by_shift(self, where: tuple[str, str]) -> dict[str, int]:
        path, tag = where
        found = self.node.findall(path) if self._read(path) else []
        return {each.findtext(tag) or "": int(each.findtext("Count") or 0) for each in found}

    def check(self) -> None:
        """Refuse days that do not give the counters."""
        back, who = self.days[::-1], self.node.get("EmployeeID")
        given = {
            "PreviousConsecutiveWorkingDays": _leading(back, bool),
            "PreviousConsecutiveFreeDays": _leading(back, lambda code: not code),
        }
        wrong = [name for name, run in given.items() if self.counters.get(name, run) != run]
        runs, since = (self._by_shift(where) for where in RUNS)
        wrong += [f"run of {code}" for code, run in runs.items() if run != _leading(back, code.__eq__)]
        wrong += [f"days since {code}" for code, ago in since.items() if code not in back or back.index(code) != ago]
        if wrong:
            raise ValueError(f"{who}'s {', '.join(wrong)} is not what the days before give")


def _leading(codes: tuple[str, ...], counts: Callable[[str], bool]) -> int:
    """Return how many of some codes count before the first that does not."""
    return next((number for number, code in enumerate(codes) if not counts(code)), len(codes))


@dataclass(frozen=True)
class Histories:
    """What is known of everybody; only where counters are read is it a history of the unit."""

    document: Document

    @cached_property
    def by_person(self) -> dict[str, Known]:
        """Return what is known of those of whom anything is."""
        found = self.document.all("SchedulingHistory/EmployeeHistory")
        contracts = [Contract(self.document, each) for each in self.document.all("Contracts/Contract")]
        rules = frozenset(rule.tag for each in contracts for rule in each.node if each.rule(rule.tag) is not None)
        return {each.get("EmployeeID", ""): Known(each, rules) for each in found}

    @property
    def counted(self) -> bool:
        """Tell whether days before the plan are to be counted with it."""
        return any(known.counters or known.by_shifts for known in self.by_person.values())

    @cached_property
    def first(self) -> date | None:
        """Return the first day before the plan that the unit knows, None when it knows none."""
        length = max((len(known.days) for known in self.by_person.values()), default=0) if self.counted else 0
        start = self.document.period.first
        if not length and start.weekday() == SUNDAY:
            length = 1
        return start - timedelta(days=length) if length else None

    def duties(self) -> Iterator[tuple[str, date, str]]:
        """Yield who had which shift on which day before the plan."""
        start = self.document.period.first
        for who, known in self.by_person.items() if self.counted else ():
            if known.days:
                known.check()
                numbered = enumerate(known.days, start=-len(known.days))
                yield from ((who, start + timedelta(days=number), code) for number, code in numbered if code)
            elif known.counters.keys() == WEEKENDS and start.weekday() == SUNDAY:
                if known.counters["PreviousConsecutiveWorkingWeekends"] > 1:
                    raise ValueError("several weekends worked before the plan are not read")
                yield who, start - timedelta(days=1), PAST
            elif known.counters:
                raise ValueError(f"history as counters ({', '.join(known.counters)}) is not read")

    def sides(self, contract: Contract, counts: Callable[[Known], object]) -> Iterator[tuple[tuple[str, ...], str]]:
        """Yield for whom of a contract days before the plan count, and for whom not, each with the border of runs."""
        if not self.counted:
            yield contract.to, CLOSED_BEFORE
            return
        past = tuple(who for who in contract.people if who in self.by_person and counts(self.by_person[who]))
        rest = tuple(who for who in contract.people if who not in past)
        yield from (side for side in ((past, CLOSED_BEFORE), (rest, PLANNED)) if side[0])

    def counter(self, contract: Contract, name: str) -> Iterator[tuple[tuple[str, ...], str]]:
        """Yield the same by a counter."""
        return self.sides(contract, lambda known: known.counters.get(name))
