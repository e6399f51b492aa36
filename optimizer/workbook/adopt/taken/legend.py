"""What the files themselves, or somebody, say of codes: the rows of catalogues of shifts, and answers."""

from collections.abc import Iterable, Iterator, Mapping

from optimizer.staffing.facts.shift import DAY_MINUTES, Kind, Window
from optimizer.staffing.learn.codes.settled_times import settled_times
from optimizer.staffing.learn.codes.understood import understood
from optimizer.staffing.learn.codes.written_times import window_in, written_times
from optimizer.staffing.learn.worked_days import Legend
from optimizer.workbook.adopt.said.answers import Answers
from optimizer.workbook.adopt.said.numbers_said import is_no, minute_in
from optimizer.workbook.adopt.tables.accounts import LostFact
from optimizer.workbook.adopt.tables.filed import FiledTable, said_in
from optimizer.workbook.recognise.proposal import Fact

CODE, NAME, FROM, TO, TIMES, WORKS = "code", "shift name", "from", "to", "times", "counts as work"
USED = (CODE, NAME, FROM, TO, TIMES, WORKS)
LegendRead = tuple[Mapping[str, Legend], tuple[LostFact, ...]]


def legend_of(
    catalogues: Iterable[FiledTable], rosters: Iterable[FiledTable], codes: Iterable[str], answers: Answers
) -> LegendRead:
    """Return what is said of codes, those of the roster in their spelling there, and what of it is of no use.

    What somebody said goes before a catalogue, and that before the legend of a roster.
    """
    spelling = {code.casefold(): code for code in codes}
    legend = {spelling.get(code.casefold(), code): each for code, each in _by_rosters(rosters)}
    lost: list[LostFact] = []
    for filed in catalogues:
        rows = _rows(filed)
        windows = _windows(rows)
        for code, row in rows.items():
            legend[spelling.get(code.casefold(), code)] = _legend(row, windows.get(code))
            lost += [LostFact(filed, fact, _why(fact)) for name, fact in row.items() if name not in USED]
    said = {spelling.get(code.casefold(), code): meaning for code, meaning in answers.codes.items()}
    return {code: each for code, each in (legend | said).items() if each != Legend()}, tuple(lost)


def _by_rosters(rosters: Iterable[FiledTable]) -> Iterator[tuple[str, Legend]]:
    """Yield what rosters say of codes themselves: a name, or times."""
    for filed in rosters:
        for each in filed.table.meanings:
            window = window_in(each.times) if each.times else None
            if each.name or window:
                yield " ".join(each.code.split()), Legend(each.name, window)


def _rows(filed: FiledTable) -> dict[str, dict[str, Fact]]:
    rows: dict[str, dict[str, Fact]] = {}
    for fact in filed.table.facts:
        if fact.who and fact.field and said_in(fact):
            rows.setdefault(fact.who, {})[fact.field] = fact
    return rows


def _legend(row: Mapping[str, Fact], window: Window | None) -> Legend:
    name = _name(row)
    if WORKS in row and is_no(row[WORKS].value):
        return Legend(name=name, kind=Kind.LEAVE)
    return Legend(name, window)


def _name(row: Mapping[str, Fact]) -> str:
    return said_in(row[NAME]) if NAME in row else ""


def _windows(rows: Mapping[str, Mapping[str, Fact]]) -> dict[str, Window]:
    """Return the times of the shifts of a catalogue; 7:00 to 3:00 are none of 20 hours where the others tell better."""
    windows = {code: window for code, row in rows.items() if (window := _window(row))}
    texts = {code: _text(window) for code, window in windows.items() if window.end - window.start < DAY_MINUTES}
    texts |= {code: said_in(row[TIMES]) for code, row in rows.items() if TIMES in row and code not in windows}
    written = {code: times for code, text in texts.items() if (times := written_times(text))}
    senses = {code: taken.sense for code in written if (taken := understood(code, _name(rows[code]), None))}
    return {code: window for code, window in windows.items() if code not in written} | settled_times(written, senses)


def _text(window: Window) -> str:
    """Return a window as a text of either clock."""
    ends = (window.start, window.end % DAY_MINUTES)
    return "-".join(f"{minute // 60}:{minute % 60:02d}" for minute in ends)


def _window(row: Mapping[str, Fact]) -> Window | None:
    start, end = (minute_in(row[name].value) if name in row else None for name in (FROM, TO))
    if start is None or end is None:
        return None
    return Window(start, end if end > start else end + DAY_MINUTES)


def _why(fact: Fact) -> str:
    return f"{fact.field} of a shift is not taken over; the times tell how long it is"
