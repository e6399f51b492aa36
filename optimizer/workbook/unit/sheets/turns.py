"""The sheet Turns: who had which holiday, call, float or low-census day when."""

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
    """Return the turns that people had, in order, each once."""
    found = {TurnHad(**facts) for row in source.rows(TURNS) if (facts := row.facts()) and row.ok}
    return tuple(sorted(found))
