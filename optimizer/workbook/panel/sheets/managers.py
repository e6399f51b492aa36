"""The sheets Managers, Licences and Leave: the case managers, what they hold, and when they are away."""

from collections.abc import Iterator
from dataclasses import replace

from optimizer.caseload.capacity.setting import Experience
from optimizer.caseload.licence.compact import compact
from optimizer.caseload.licence.valid import Valid
from optimizer.caseload.manager import Away, Manager
from optimizer.caseload.panel import Panel
from optimizer.workbook.panel.source import PanelSource
from optimizer.workbook.table.codecs import (
    IN_A_LIFE,
    NEAR,
    TEXT,
    UNTIL,
    WORDS,
    YES_NO,
    as_it_is,
    hours,
    numbers_in,
    one_word,
    plain,
    wholes,
)  # fmt: skip
from optimizer.workbook.table.faults import meant
from optimizer.workbook.table.parse import one_of
from optimizer.workbook.table.sheet import CellValues, Codec, Column, Sheet
from optimizer.workbook.table.table import SheetRow

HeldByManager = dict[str, dict[str, Valid]]

MANAGER = Codec(PanelSource.manager, as_it_is)
ID = Column("Id", "Whatever tells people apart: an employee number.", TEXT, "id", required=True, width=9)
LEAVES = Column("Leaves", "Last day of employment.", UNTIL, "leaves")
STARTS = Column("Starts", "First day of employment, where it is still to come.", UNTIL, "starts")
SUCCESSOR = Column("Successor", "Id of who gets the whole caseload. Nobody when empty.", TEXT, "successor", among=ID)
HANDS_OVER = Column(
    "Hands over", "From this day on it is the successor's. The day after 'Leaves' when empty.", UNTIL, "hands_over"
)
MENTOR = Column("Mentor", "Id of who accompanies the case manager. Nobody when empty.", TEXT, "mentor", among=ID)
MANAGERS = Sheet(
    "Managers",
    "The case managers.",
    (
        ID,
        Column("Name", "As it stands in lists.", TEXT, "name", required=True, width=24),
        Column("FTE", "1 is full time.", numbers_in(100, 0, 1.5), "fte", required=True, width=7),
        Column(
            "Practice",
            "orientation, novice, competent (also when empty) or expert: how much of the time counts, by the sheet "
            "Hours.",
            one_word(Experience, "practice"),
            "practice",
            choices=tuple(Experience),
        ),
        Column("Clinical months", "Of clinical work. 60 when empty.", wholes(0, 800), "clinical", width=10),
        Column("Case months", "Of case management. 36 when empty.", wholes(0, 800), "experience", width=10),
        Column("Areas", "Areas served, with commas between. All when empty.", WORDS, "areas", width=18),
        Column("Home", "The area that travel starts from, as on the sheet Travel.", TEXT, "home"),
        Column("Languages", "Spoken with patients, with commas between.", WORDS, "languages", width=18),
        Column("Specialties", "With commas between: renal, oncology.", WORDS, "specialties", width=18),
        Column(
            "Open",
            "no keeps all patients and takes no more. yes when empty.",
            YES_NO,
            "open",
            width=7,
            choices=("yes", "no"),
        ),
        Column(
            "Fixed hours",
            "A month, for duties beside the cases. 0 when empty.",
            hours(0, 400),
            "fixed",
            width=10,
        ),
        Column(
            "Overtime hours",
            "A month, that may be worked on top. 0 when empty.",
            hours(0, 400),
            "overtime",
            width=10,
        ),
        Column("Most cases", "By contract. No such number when empty.", wholes(0, 10_000), "cases", width=9),
        Column(
            "Pay", "Dollars an hour. Only for the budget; shown nowhere else.", numbers_in(100, 0, 1000), "pay", width=9
        ),
        LEAVES,
        STARTS,
        SUCCESSOR,
        HANDS_OVER,
        Column(
            "Clinical since",
            "Day from which clinical months count, instead of their number.",
            IN_A_LIFE,
            "clinical_since",
        ),
        Column(
            "Case work since", "Day from which case months count, instead of their number.", IN_A_LIFE, "managing_since"
        ),
        MENTOR,
    ),
    needed=True,
    of=Manager,
)
LICENCE, CERTIFICATION, MULTISTATE = "licence", "certification", "multistate"
KINDS = (LICENCE, CERTIFICATION, MULTISTATE)
HOLDER = Column("Manager", "The case manager's id.", MANAGER, required=True, width=10)
KIND = Column(
    "Kind",
    "licence, multistate or certification. A multistate licence holds in every state of the Nurse Licensure Compact "
    f"(as of {compact().checked}).",
    plain(one_of(KINDS, "kind: licence, multistate or certification")),
    required=True,
    width=14,
    choices=KINDS,
)
NAME = Column(
    "Name",
    "Of a licence the state (TX), of a multistate one the home state, of a certification its letters (CCM).",
    TEXT,
    required=True,
)
EXPIRES = Column("Expires", "Last day on which it is valid. Never when empty.", UNTIL)
SINCE = Column("Valid from", "First day on which it is valid. Since long ago when empty.", UNTIL)
LICENCES = Sheet("Licences", "Licences and certifications, one a row.", (HOLDER, KIND, NAME, EXPIRES, SINCE))
AWAY = Column("Manager", "The case manager's id.", MANAGER, required=True, width=10)
FIRST = Column("From", "First day.", NEAR, required=True)
LAST = Column("To", "Last day. The first when empty.", NEAR)
LEAVE = Sheet(
    "Leave",
    "When case managers are away. Who is away on the planning date, or on half of the days ahead, gets nobody new.",
    (AWAY, FIRST, LAST),
)


def read_managers(source: PanelSource) -> tuple[Manager, ...]:
    """Return the case managers, and make them known."""
    rows = dict[str, SheetRow]()
    for row, who in source.named_rows(MANAGERS, ID, source.managers):
        source.managers[who], rows[who] = _manager(row), row
    for who, row in rows.items():
        _check_successor(source, row, who)
        _check_other(source, row, who, MENTOR)
    held, away = _held(source), _away(source)
    for who, manager in source.managers.items():
        source.managers[who] = manager and replace(
            manager,
            licences=held[LICENCE].get(who, {}),
            certifications=held[CERTIFICATION].get(who, {}),
            multistate=held[MULTISTATE].get(who, {}),
            away=tuple(away.get(who, ())),
        )
    return tuple(manager for manager in source.managers.values() if manager is not None)


def licence_lines(panel: Panel) -> Iterator[CellValues]:
    """Yield what case managers hold."""
    for each in panel.managers:
        kept = (LICENCE, each.licences), (MULTISTATE, each.multistate), (CERTIFICATION, each.certifications)
        for kind, held in kept:
            for name, valid in held.items():
                told = {HOLDER: each.id, KIND: kind, NAME: name, EXPIRES: valid.until, SINCE: valid.since}
                yield LICENCES.line(values=told)


def leave_lines(panel: Panel) -> Iterator[CellValues]:
    """Yield when case managers are away."""
    for each in panel.managers:
        for away in each.away:
            yield LEAVE.line(values={AWAY: each.id, FIRST: away.first, LAST: away.last})


def _manager(row: SheetRow) -> Manager | None:
    facts, starts, leaves = row.facts(), row[STARTS], row[LEAVES]
    if starts and leaves and leaves < starts:
        row.fault(LEAVES, f"{leaves} is before the first day {starts}", "swap or mend the dates")
    return Manager(**facts) if row.ok else None


def _check_successor(source: PanelSource, row: SheetRow, who: str) -> None:
    """Take note of a successor whom nobody knows, and of a handover without a successor or a day."""
    successor, day = row[SUCCESSOR], row[HANDS_OVER]
    if not _check_other(source, row, who, SUCCESSOR):
        return
    if successor and not (day or row[LEAVES]):
        row.fault(HANDS_OVER, "nobody knows from which day on", "write a day, or the last one under 'Leaves'")
    elif day and not successor:
        row.fault(SUCCESSOR, "nobody is named to hand over to", "write an id, or leave 'Hands over' empty")


def _check_other(source: PanelSource, row: SheetRow, who: str, column: Column[str]) -> bool:
    """Tell whether a cell that is filled has the id of another case manager, and take note where it has not."""
    named, others = row[column], [other for other in source.managers if other != who]
    if named and named not in others:
        row.fault(column, f"'{named}' is not the id of another case manager", meant(named, others))
        return False
    return True


def _held(source: PanelSource) -> dict[str, HeldByManager]:
    """Return licences and certifications, each by case manager."""
    found: dict[str, HeldByManager] = {kind: {} for kind in KINDS}
    for row in source.rows(LICENCES):
        who, kind, name, until, since = row[HOLDER], row[KIND], row[NAME], row[EXPIRES], row[SINCE]
        if since and until and until < since:
            row.fault(EXPIRES, f"{until} is before the first day {since}", "swap or mend the dates")
        if kind == MULTISTATE and name not in compact().homes:
            problem = f"'{name}' gives no multistate licences (the compact as of {compact().checked})"
            row.fault(NAME, problem, "write the two letters of the home state, or licence as the kind")
        if row.ok and who is not None and kind is not None and name is not None:
            own = found[kind].setdefault(who, {})
            if name in own:
                row.fault(NAME, f"'{who}' has a row for the {kind} {name} already", "leave one of them")
            own[name] = Valid(until, since)
    return found


def _away(source: PanelSource) -> dict[str, list[Away]]:
    away: dict[str, list[Away]] = {}
    for row in source.rows(LEAVE):
        who, first, last = row[AWAY], row[FIRST], row[LAST]
        if first and last and last < first:
            row.fault(LAST, f"{last} is before the first day {first}", "swap or mend the dates")
        if row.ok and who is not None and first is not None:
            away.setdefault(who, []).append(Away(first, last or first))
    return away
