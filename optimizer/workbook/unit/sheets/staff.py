"""The sheets Staff and Credentials: the people, and what they hold."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from optimizer.staffing.facts.staff import Employment, Staff
from optimizer.staffing.facts.unit import Unit
from optimizer.workbook.grid.source import UnitSource
from optimizer.workbook.table.codecs import (
    IN_A_LIFE,
    TEXT,
    UNTIL,
    WITHIN_TEN_YEARS,
    WORDS,
    all_known,
    as_it_is,
    hours,
    known,
    numbers,
    one_word,
    plain,
)  # fmt: skip
from optimizer.workbook.table.parse import number, one_of, text
from optimizer.workbook.table.sheet import CellValues, Codec, Column, Holds, Sheet
from optimizer.workbook.table.table import SheetRow
from optimizer.workbook.unit.sheets.pay import PAY_CLASS
from optimizer.workbook.unit.sheets.rotations import ROTATION

YEARS = plain(lambda value: round(12 * number(0, 70)(value)), lambda months: round(months / 12, 2), Holds.NUMBER)
ONE_OF_PAY = Codec(
    lambda source, value: one_of(source.pay, "pay class")(value) if source.pay else text(value), as_it_is
)

ID = Column("Id", "Whatever tells people apart: an employee number.", TEXT, "id", required=True, width=9)
NAME = Column("Name", "As it stands in the schedule.", TEXT, "name", required=True, width=24)
STARTED = Column("Started", "First day of employment.", IN_A_LIFE, "started")
LEAVES = Column("Leaves", "Last day of employment.", UNTIL, "leaves")
PRECEPTORS = Column(
    "Preceptors",
    "Of an orientee: the ids of those they work beside.",
    all_known(lambda source: source.staff, "staff id"),
    "preceptors",
    width=14,
)
SAME_AS = Column(
    "Same person as",
    "Of a further contract: the id of the person's first row. Rest and hours hold over both; contract hours do not.",
    Codec(UnitSource.person, as_it_is),
    "same_as",
    width=15,
)
FOLLOWS = Column(
    "Rotation",
    "The rotation they follow, as on the sheet Rotations.",
    known(lambda source: source.rotations, "rotation"),
    "rotation",
    width=12,
    among=ROTATION,
)
DAY_ONE = Column(
    "Rotation day 1",
    "Any day on which they begin the rotation's pattern. The rotation's first day when empty.",
    WITHIN_TEN_YEARS,
    "rotation_day_one",
)
STAFF = Sheet(
    "Staff",
    "The people.",
    (
        ID,
        NAME,
        Column(
            "Job",
            "Such as RN; groups the schedule. By law's ratios RN, LPN, LVN, RPN and EN count as nurses.",
            TEXT,
            "job",
            required=True,
            width=8,
        ),
        Column(
            "Roles",
            "Roles they may fill, main role first, with commas between.",
            all_known(lambda source: source.roles, "role"),
            "roles",
            required=True,
            width=16,
        ),
        Column("FTE", "1 is full time.", numbers(0, 1.5), "fte", required=True, width=7),
        Column(
            "Type",
            "FT, PT, PRN or Agency. FT when empty.",
            one_word(Employment, "type of employment"),
            "employment",
            width=8,
            choices=tuple(Employment),
        ),
        Column(
            "Shifts",
            "Codes of the only shifts by contract. All when empty.",
            all_known(lambda source: source.shifts, "shift"),
            "shifts",
            width=10,
        ),
        Column("Experience", "In years.", YEARS, "experience", width=11),
        STARTED,
        LEAVES,
        Column("Pay class", "As on the sheet Pay.", ONE_OF_PAY, "pay_class", width=14, among=PAY_CLASS),
        Column(
            "Groups",
            "Any words that rules can speak of, with commas between: Weekend, Float.",
            WORDS,
            "groups",
            width=14,
        ),
        PRECEPTORS,
        Column("Least hours", "Owed in a pay period, where it is not the FTE's.", hours(0, 400), "least"),
        Column("Most hours", "Allowed in a pay period, where it is not the FTE's.", hours(0, 400), "most"),
        FOLLOWS,
        DAY_ONE,
        Column("Review due", "Day by which the next performance review is to be held.", WITHIN_TEN_YEARS, "review_due"),
        SAME_AS,
    ),
    needed=True,
    of=Staff,
)
HOLDER = Column("Staff", "The person's id.", Codec(UnitSource.person, as_it_is), required=True, width=9, among=ID)
CREDENTIAL = Column("Credential", "Such as RN licence, BLS, ACLS, Charge.", TEXT, required=True, width=22)
EXPIRES = Column("Expires", "Last day on which it is valid. Never when empty.", UNTIL)
CREDENTIALS = Sheet("Credentials", "Licences, certificates and competencies, one a row.", (HOLDER, CREDENTIAL, EXPIRES))


def read_staff(source: UnitSource) -> tuple[Staff, ...]:
    """Return the people with their credentials, and make them known."""
    rows = list(source.named_rows(STAFF, ID, source.staff))
    for row, who in rows:
        source.staff[who] = _person(row)
    first = {who: row[SAME_AS] for row, who in rows}
    for row, who in rows:
        _check_first_row(row, who, first)
        person, others = source.staff[who], row.facts(of=(PRECEPTORS, SAME_AS))
        if person is not None and others:
            source.staff[who] = replace(person, **others)
    for who, held in _credentials(source).items():
        person = source.staff[who]
        source.staff[who] = person and replace(person, credentials=held)
    return tuple(source.people.values())


def credential_lines(unit: Unit) -> Iterator[CellValues]:
    """Yield the credentials of a unit's people."""
    for person in unit.staff:
        for name, expires in person.credentials.items():
            yield CREDENTIALS.line(values={HOLDER: person.id, CREDENTIAL: name, EXPIRES: expires})


def _person(row: SheetRow) -> Staff | None:
    facts, started, leaves = row.facts(but=(PRECEPTORS, SAME_AS)), row[STARTED], row[LEAVES]
    if started and leaves and leaves < started:
        row.fault(LEAVES, f"{leaves} is before the first day of employment {started}", "swap or mend the dates")
    if row[DAY_ONE] and not row[FOLLOWS] and row.ok:
        row.fault(DAY_ONE, "there is no rotation whose pattern begins then", "name it in the column Rotation")
    return Staff(**facts) if row.ok else None


def _check_first_row(row: SheetRow, who: str, first: Mapping[str, str | None]) -> None:
    """Hold what a row says of the person's first row against what that one says itself."""
    same = row[SAME_AS]
    if same == who:
        row.fault(SAME_AS, f"'{who}' is the row's own id", "write the id of the person's first row, here nothing")
    elif same is not None and (further := first.get(same)) is not None and further != same:
        row.fault(
            SAME_AS, f"'{same}' is itself the same person as '{further}'", f"all further rows name one: {further}"
        )


def _credentials(source: UnitSource) -> dict[str, dict[str, date | None]]:
    held: dict[str, dict[str, date | None]] = {}
    for row in source.rows(CREDENTIALS):
        who, name, expires = row[HOLDER], row[CREDENTIAL], row[EXPIRES]
        if name is not None and name in held.get(who or "", {}):
            row.fault(CREDENTIAL, f"'{who}' has a row for {name} already", "leave one of them")
        if row.ok and who is not None and name is not None:
            held.setdefault(who, {})[name] = expires
    return held
