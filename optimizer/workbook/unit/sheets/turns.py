"""The sheet Turns: who had which holiday, call, float or low-census day when."""

from collections.abc import Iterator
from dataclasses import replace

from optimizer.staffing.facts.turn import TurnHad
from optimizer.workbook.grid.source import UnitSource
from optimizer.workbook.table.codecs import TEXT, WITHIN_TEN_YEARS
from optimizer.workbook.table.sheet import Column, Sheet

TURNS = Sheet(
    "Turns",
    "Who had which turn when: holidays by name, and what the column Turn of the sheets Shifts and Roles says. "
    "'optimizer next' adds to it, 'optimizer turns' tells whose turn is next, and the rules holiday-turns and "
    "fair-share look back at it.",
    (
        Column("Staff", "The person's id; of people who left too.", TEXT, "who", required=True, width=9),
        Column(
            "Turn",
            "A holiday's name, as on the sheet Holidays, or the word for a turn: Christmas Eve, call, float.",
            TEXT,
            "what",
            required=True,
            width=20,
        ),
        Column("Date", "The day they worked it, or had it.", WITHIN_TEN_YEARS, "day", required=True),
    ),
    of=TurnHad,
)


def read_turns(source: UnitSource) -> tuple[TurnHad, ...]:
    """Return the turns that people had, in order, each once; a turn that is known is spelt as it is elsewhere."""
    spelt = {word.casefold(): word for word in _known(source)}
    found = (TurnHad(**facts) for row in source.rows(TURNS) if (facts := row.facts()) and row.ok)
    return tuple(sorted({replace(turn, what=spelt.get(turn.what.casefold(), turn.what)) for turn in found}))


def _known(source: UnitSource) -> Iterator[str]:
    """Yield the words for turns that other sheets have."""
    yield from source.calendar.holidays.values() if source.calendar else ()
    yield from (shift.turn for shift in source.shifts.values() if shift)
    yield from (role.turn for role in source.roles.values())
