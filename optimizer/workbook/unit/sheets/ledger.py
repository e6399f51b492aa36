"""The sheets Ledger and Turns: what everyone bore and got in earlier periods, and who had which turn when."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from optimizer.staffing.facts.ledger import Ledger, LedgerRow
from optimizer.staffing.facts.turn import TurnHad
from optimizer.workbook.grid.source import UnitSource
from optimizer.workbook.table.codecs import TEXT, WITHIN_TEN_YEARS, numbers, wholes
from optimizer.workbook.table.sheet import Column, Sheet
from optimizer.workbook.table.table import SheetRow

COUNTED = wholes(0, 10_000)

FIRST = Column("From", "First day of the period.", WITHIN_TEN_YEARS, "first", required=True)
LAST = Column("To", "Last day of the period.", WITHIN_TEN_YEARS, "last", required=True)
PRESENT = Column(
    "Days present",
    "Days of the period, employed and not on approved leave.",
    wholes(0, 366),
    "present",
    required=True,
    width=9,
)
GRANTED = Column("Granted", "Those of them that were granted. 0 when empty.", COUNTED, "granted", width=9)
LEDGER = Sheet(
    "Ledger",
    "What everyone bore and got in earlier periods, one person and period a row. 'optimizer next' adds to it; the rule "
    "fair-share looks back at it where its details say back=1 or more.",
    (
        Column("Staff", "The person's id; of people who left too.", TEXT, "who", required=True, width=9),
        FIRST,
        LAST,
        Column("FTE", "As it was in the period.", numbers(0, 2), "fte", required=True, width=7),
        PRESENT,
        Column("Nights", "Night duties worked. 0 when empty.", COUNTED, "nights", width=8),
        Column("Weekends", "Duties worked on weekends, not weekends. 0 when empty.", COUNTED, "weekends", width=10),
        Column("Holidays", "Duties worked on holidays. 0 when empty.", COUNTED, "holidays", width=9),
        Column("Asked", "Days asked for, on or off. 0 when empty.", COUNTED, "asked", width=8),
        GRANTED,
        Column("Moved", "Duties changed after publication. 0 when empty.", COUNTED, "moved", width=8),
        Column(
            "Denied in a row",
            "Days asked for that were denied one after the other, up to the period's end. 0 when empty.",
            COUNTED,
            "denied_in_a_row",
            width=9,
        ),
    ),
    of=LedgerRow,
)
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


def read_ledger(source: UnitSource) -> Ledger:
    """Return the rows of the ledger, those of people who left too; none when the workbook has no such sheet."""
    found: dict[tuple[str, date], LedgerRow] = {}
    for row in source.rows(LEDGER):
        facts = row.facts()
        if not row.ok:
            continue
        entry = LedgerRow(**facts)
        _check(row, entry)
        if (entry.who, entry.first) in found:
            row.fault(FIRST, f"'{entry.who}' has a row from {entry.first} already", "leave one of them")
        found[entry.who, entry.first] = entry
    return tuple(found.values())


def _check(row: SheetRow, entry: LedgerRow) -> None:
    """Take note of a row that contradicts itself."""
    if entry.last < entry.first:
        row.fault(LAST, f"{entry.last} is before the first day {entry.first}", "swap or mend the dates")
    elif entry.present > len(entry.period.days):
        row.fault(PRESENT, "there are more than the period has", f"write at most {len(entry.period.days)}")
    if entry.granted > entry.asked:
        row.fault(GRANTED, "more is granted than was asked for", f"write at most {entry.asked}")


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
