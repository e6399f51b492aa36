"""Who is missing where: the one count of it, which comes to what the rules of coverage find for everybody."""

from collections.abc import Mapping

from optimizer.staffing.need.cover import CoverLevel
from optimizer.staffing.schedule.figures import Figures


def missing(figures: Figures, level: CoverLevel) -> int:
    """Return how many people are missing below a level, over all needs."""
    return sum(cover.missing(level) for _, cover in figures.covers)


def short_shifts(figures: Figures, level: CoverLevel) -> int:
    """Return how many shifts and windows of a day have fewer people than a level, in whatever role."""
    return len({(demand.day, demand.need.shift) for demand, cover in figures.covers if cover.missing(level)})


def uncovered(figures: Figures, level: CoverLevel) -> int:
    """Return the minutes for which somebody is missing below a level, over all needs."""
    return sum(uncovered_by_role(figures, level).values())


def uncovered_by_role(figures: Figures, level: CoverLevel) -> Mapping[str, int]:
    """Return the minutes for which somebody is missing below a level, by every role that is still to be covered."""
    minutes = {demand.need.role: 0 for demand, cover in figures.covers if not cover.past}
    for demand, cover in figures.covers:
        if short := cover.missing(level):
            minutes[demand.need.role] += short * figures.unit.length_of(demand.need.shift)
    return minutes
