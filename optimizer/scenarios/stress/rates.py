"""How often people are away and the census is another: typed, or from the unit's own history."""

from dataclasses import dataclass
from itertools import groupby
from statistics import mean

import numpy as np

from optimizer.engine.arrays import Flags, Floats
from optimizer.scenarios.replan.events import sick_codes
from optimizer.staffing.facts.care import Census
from optimizer.staffing.facts.unit import Unit

USUAL = 0.04
"""Which part of duties is missed where neither the history nor anybody says so: hospitals plan by about that."""
SPELL = 1.5
"""For how many days people are away at a time, on average."""
BEFORE = 14
"""From how many days before the plan on absences are drawn, since some last into it."""


@dataclass(frozen=True, slots=True)
class StressRates:
    """The part of duties that is missed, how many times the usual census a day has, each as likely, and from where."""

    absent: float
    census: tuple[float, ...] = ()
    source: str = "as typed"


def rates_of(unit: Unit, absent: float | None = None) -> StressRates:
    """Return the rates of a unit: what is typed, else what its history shows, else the usual one."""
    if absent is not None:
        return StressRates(absent, _census(unit))
    seen = _seen(unit)
    if seen is not None:
        return StressRates(seen, _census(unit), "as in the history")
    return StressRates(USUAL, _census(unit), "as is usual")


def drawn_absences(rates: StressRates, people: int, days: int, chance: np.random.Generator) -> Flags:
    """Return who is away on which day, people × days: spells that begin by chance and last as chance has it."""
    begins = chance.random((people, days + BEFORE)) < rates.absent / SPELL
    lengths = chance.geometric(1 / SPELL, (people, days + BEFORE))
    away = np.zeros((people, days + BEFORE), np.bool_)
    for person, day in np.argwhere(begins):
        away[person, day : day + lengths[person, day]] = True
    return away[:, BEFORE:]


def drawn_census(rates: StressRates, days: int, chance: np.random.Generator) -> Floats:
    """Return how many times the usual census each day has."""
    return chance.choice(np.array(rates.census), days) if rates.census else np.ones(days)


def _seen(unit: Unit) -> float | None:
    """Return the part of duties missed in the history, None where no code says that somebody was ill."""
    sick = sick_codes(unit)
    missed = sum(pair.what.shift in sick for pair in unit.history)
    worked = sum(unit.shift_of(pair.what).works for pair in unit.history)
    return missed / (missed + worked) if missed else None


def _census(unit: Unit) -> tuple[float, ...]:
    """Return how many times the mean of its shift and kind of day each day of the census history had."""
    history = sorted(unit.care.history if unit.care else (), key=_alike)
    found: list[float] = []
    for _, group in groupby(history, key=_alike):
        totals = [census.total for census in group]
        found += [total / mean(totals) for total in totals if mean(totals)]
    return tuple(found)


def _alike(census: Census) -> tuple[str, bool]:
    return census.shift, bool(census.when.day and census.when.day.weekday() >= 5)
