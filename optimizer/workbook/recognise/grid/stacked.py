"""Blocks of one roster under each other: the header again with other people, or the same people on later days."""

from dataclasses import replace
from datetime import date

from optimizer.workbook.recognise.grid.grid import Grid
from optimizer.workbook.recognise.proposal import Table
from optimizer.workbook.recognise.sheet import around

SAME, LATER = "same", "later"


def relation(before: Grid, after: Grid) -> str | None:
    """Return how a block goes on with the one above: more people on the same days, the same people later, or not."""
    first, second = before.frame.axis, after.frame.axis
    if len(set(first.columns) & set(second.columns)) < 0.8 * min(len(first.columns), len(second.columns)):
        return None
    people = set(before.people())
    again = sum(1 for person in after.people() if person in people)
    mostly = again >= 0.5 * len(after.people())
    if not after.people() or len(first.columns) > 1.6 * len(second.columns):
        return None
    if _later(before, after):
        return LATER if mostly or len(first.columns) == len(second.columns) else None
    if first.said == second.said and not mostly:
        return SAME
    return LATER if first.sort == second.sort == "weekday" and mostly and before.days.first is None else None


def _later(before: Grid, after: Grid) -> bool:
    if before.days.last and after.days.first:
        return before.days.last < after.days.first and (after.days.first - before.days.last).days < 15
    first, second = before.frame.axis, after.frame.axis
    return (
        first.sort == second.sort == "number"
        and isinstance(first.said[-1], int)
        and second.said[0] == first.said[-1] + 1
    )


def together(above: Table, below: Table, how: str) -> Table:
    """Return two blocks as one table."""
    offset = above.days or 0 if how == LATER else 0
    moved = tuple(
        replace(fact, day_no=fact.day_no + offset) if fact.day_no and not fact.part else fact for fact in below.facts
    )
    codes = dict(above.codes)
    for code, count in below.codes:
        codes[code] = codes.get(code, 0) + count
    counted = tuple(sorted(codes.items(), key=lambda each: -each[1]))
    return replace(
        above,
        range=around(above.range, below.range),
        facts=(*above.facts, *moved),
        people=tuple(dict.fromkeys((*(above.people or ()), *(below.people or ())))),
        first=_least(above.first, below.first),
        last=below.last if how == LATER and below.last else above.last,
        days=(above.days or 0) + (below.days or 0) if how == LATER else above.days,
        codes=counted,
        used=above.used | below.used,
        why=f"{above.why}; goes on at {below.range} with {'the days that follow' if how == LATER else 'more people'}",
        blocks=(*above.blocks, *below.blocks),
    )


def _least(first: date | None, second: date | None) -> date | None:
    return min(day for day in (first, second) if day) if first or second else None
