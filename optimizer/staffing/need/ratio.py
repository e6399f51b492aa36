"""How many nurses a set of patients takes, where each nurse may hold only so many."""

from collections.abc import Callable, Iterable
from datetime import date
from fractions import Fraction
from math import ceil

from optimizer.staffing.facts.shift import Part

RatioOf = Callable[[str, date, Part], Fraction | int | None]
"""Looks up the most patients per nurse for a kind of unit ("" is the unit's own), a day and a part of the day."""


def no_law(_kind: str, _day: date, _part: Part) -> None:
    """Look up nothing: no law sets a ratio here."""


def stricter(*ratios: Fraction | int | None) -> Fraction | None:
    """Return the smallest of some ratios, None when there is none."""
    known = [Fraction(ratio) for ratio in ratios if ratio is not None]
    return min(known, default=None)


def load(ratios: Iterable[Fraction | int]) -> Fraction:
    """Return how full a nurse's hands are with some patients, one ratio a patient: 1 is full, more is not allowed."""
    return sum((1 / Fraction(ratio) for ratio in ratios), Fraction())


def may_hold(ratios: Iterable[Fraction | int]) -> bool:
    """Tell whether one nurse may hold some patients: full at most, and no more than the strictest ratio among them.

    That a mixture adds up to a load is our convention, not a law.
    """
    ratios = [*ratios]
    return not ratios or (load(ratios) <= 1 and len(ratios) <= min(ratios))


def nurses_needed(ratios: Iterable[Fraction | int]) -> int:
    """Return how many nurses some patients take, one ratio a patient.

    Patients alike take their number over their ratio, rounded up. Of others each nurse takes the strictest who is left,
    and as many of the next strictest as that one lets her: then an assignment exists, and none has fewer nurses.
    Patients who take a nurse or more each are counted apart.
    """
    patients = sorted(Fraction(ratio) for ratio in ratios)
    if len(set(patients)) <= 1:
        return ceil(load(patients))
    alone, shared = [r for r in patients if r <= 1], [r for r in patients if r > 1]
    nurses = ceil(load(alone))
    while shared:
        shared = shared[int(shared[0]) :]
        nurses += 1
    return nurses
