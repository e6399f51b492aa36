"""Whether somebody compared the medicines before and after a transition, and by when that is due."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from optimizer.caseload.source import CitedSource
from optimizer.planning.words import on


class Where(StrEnum):
    """Where a patient went from hospital."""

    HOME = "home"
    SKILLED_NURSING = "skilled nursing facility"


class ReconciliationState(StrEnum):
    """Where a reconciliation stands."""

    DUE = "due"
    DONE = "done in time"
    LATE = "done late"
    OVERDUE = "overdue"


@dataclass(frozen=True, slots=True)
class Transition:
    """A discharge; ``reconciled`` is the day on which its medicines were reconciled, None while they are not.

    ``found`` is when a problem with a medicine was found, None without one, and ``settled`` when it was settled.
    """

    patient: str
    day: date
    where: Where = Where.HOME
    reconciled: date | None = None
    found: date | None = None
    settled: date | None = None


@dataclass(frozen=True, slots=True)
class ReconciliationWindow:
    """How many days after a transition its medicines may still be reconciled in time."""

    days: int
    source: CitedSource


PROBLEM_DAYS = 1
Windows = Mapping[Where, ReconciliationWindow]


@dataclass(frozen=True, slots=True)
class FoundProblem:
    """A problem with a medicine that is not settled: a physician is told, and does what is to be done, until ``last``.

    The last moment is midnight of the day after it was found (CMS, MDS 3.0 N2003 and OASIS M2003).
    """

    found: date

    @property
    def last(self) -> date:
        """Return the last day in time."""
        return self.found + timedelta(days=PROBLEM_DAYS)

    @property
    def sentence(self) -> str:
        """Return when it was found and until when it is to be settled."""
        found, last = (f"{on(day)} {day.year}" for day in (self.found, self.last))
        return f"A problem with a medicine was found on {found}; it is to be settled by midnight of {last}."


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """Where the reconciliation after one transition stands; ``last`` is the last day in time."""

    transition: Transition
    last: date
    state: ReconciliationState
    problem: FoundProblem | None = None

    @property
    def open(self) -> bool:
        """Tell whether it is still to be done."""
        return self.state in (ReconciliationState.DUE, ReconciliationState.OVERDUE)

    @property
    def sentence(self) -> str:
        """Return what happened and by when reconciliation is or was due."""
        left = f"Discharged on {on(self.transition.day)} {self.transition.day.year} to {self.transition.where}"
        due = f"{on(self.last)} {self.last.year}"
        return f"{left}; medicines {_SAID[self.state].format(due=due)}."


_SAID = {
    ReconciliationState.DUE: "are to be reconciled by {due}",
    ReconciliationState.DONE: "were reconciled in time",
    ReconciliationState.LATE: "were reconciled after {due}, when it was due",
    ReconciliationState.OVERDUE: "were to be reconciled by {due} and are not",
}


def reconciliation(transitions: Iterable[Transition], windows: Windows, day: date) -> Reconciliation | None:
    """Return where the last transition up to a day stands; None without one.

    An earlier one no longer counts: the later one has a list of medicines of its own.
    """
    past = [each for each in transitions if each.day <= day]
    if not past:
        return None
    latest = max(past, key=lambda each: each.day)
    last = latest.day + timedelta(days=windows[latest.where].days)
    return Reconciliation(latest, last, _state(latest, last, day), _problem(latest, day))


def _problem(transition: Transition, day: date) -> FoundProblem | None:
    """Return a problem that was found by a day and is not settled by it."""
    found, settled = transition.found, transition.settled
    if found is None or found > day or (settled is not None and found <= settled <= day):
        return None
    return FoundProblem(found)


def _state(transition: Transition, last: date, day: date) -> ReconciliationState:
    done = transition.reconciled
    if done is None or not transition.day <= done <= day:
        return ReconciliationState.DUE if day <= last else ReconciliationState.OVERDUE
    return ReconciliationState.DONE if done <= last else ReconciliationState.LATE
