"""The grids of a sheet: blocks below and beside each other are put together or kept apart, and each gets its kind."""

import re
from dataclasses import replace

from optimizer.workbook.recognise.dates.axis import NEAR, Axis, axes_of
from optimizer.workbook.recognise.dates.mark import mark_of
from optimizer.workbook.recognise.grid.grid import Grid, grid_of, left_by, questions_of, table_of
from optimizer.workbook.recognise.grid.numbers import numbers_of
from optimizer.workbook.recognise.grid.roles import has_names_in_cells, roles_of
from optimizer.workbook.recognise.grid.row import Row
from optimizer.workbook.recognise.grid.rows import numbers_in
from optimizer.workbook.recognise.grid.stacked import relation, together
from optimizer.workbook.recognise.grid.weekly import weeks_of
from optimizer.workbook.recognise.lists.kinds import WISHES
from optimizer.workbook.recognise.names import share_of_names
from optimizer.workbook.recognise.proposal import FoundTables, LeftOut, Question, Table
from optimizer.workbook.recognise.sheet import RawSheet
from optimizer.workbook.recognise.words.calendar import folded
from optimizer.workbook.recognise.words.columns import concept_of
from optimizer.workbook.recognise.words.rows import says

MARKS = {"○", "×", "x", "o", "◯", "〇", "△", "1", "0", "y", "n", "✓", "✔", "✗"}


def grids_on(sheet: RawSheet, file: str) -> FoundTables:
    """Return the grids of a sheet as tables, their questions and what they leave out."""
    axes = _worth_reading(sheet, axes_of(sheet))
    heads = {row for axis in axes for row in axis.heads}
    grids = [grid_of(sheet, axis, _bottom(sheet, axis, axes), heads, file, _start(axis, axes)) for axis in axes]
    with_rows = [grid for grid in grids if any(row.sort in ("person", "census", "demand") for row in grid.rows)]
    tables: list[Table] = []
    questions: list[Question] = []
    left: list[LeftOut] = []
    main: tuple[Grid, int] | None = None
    blocks: list[Grid] = []
    for grid in with_rows:
        more, asked, out = _tables(grid, file)
        left += out
        how = next((how for block in reversed(blocks) if (how := relation(block, grid))), None) if more else None
        if main and how and more[0].kind == tables[main[1]].kind:
            tables[main[1]] = together(tables[main[1]], more[0], how)
            tables += more[1:]
            blocks.append(grid)
            continue
        if main and more and _said_again(main[0], grid):
            left.append(LeftOut(sheet.title, more[0].range, "a smaller grid that shows people of the first one again"))
            continue
        if more and more[0].people:
            main, blocks = (grid, len(tables)), [grid]
        tables, questions = tables + more, questions + asked
    return tables, questions, left


def _said_again(main: Grid, grid: Grid) -> bool:
    """Return whether a grid without dates shows people again that a larger one above has."""
    people = grid.people()
    known = set(main.people())
    return (
        bool(people)
        and all(person in known for person in people)
        and grid.days.first is None
        and grid.days.count < main.days.count
    )


def _worth_reading(sheet: RawSheet, axes: list[Axis]) -> list[Axis]:
    """Return the axes that something stands below; numbers must make up most of their row to be days."""
    kept = []
    for axis in axes:
        below = any(
            sheet.text(row, column) for row in range(max(axis.heads) + 1, sheet.height) for column in axis.columns
        )
        filled = sum(1 for column in range(sheet.width) if sheet.text(axis.row, column))
        if below and not _dated_below(sheet, axis) and (axis.sort != "number" or len(axis.columns) >= 0.5 * filled):
            kept.append(axis)
    return kept


def _dated_below(sheet: RawSheet, axis: Axis) -> bool:
    """Return whether most cells below days are days themselves, as in lists with several dates a row."""
    rows = range(max(axis.heads) + 1, min(sheet.height, max(axis.heads) + 30))
    values = [sheet.at(row, column) for row in rows for column in axis.columns if sheet.text(row, column)]
    days = sum(1 for value in values if (mark := mark_of(value)) and mark.dates)
    return axis.sort == "date" and days > 0.6 * len(values)


def _bottom(sheet: RawSheet, axis: Axis, axes: list[Axis]) -> int:
    """Return the row at which the next grid below begins."""
    below = [
        min(other.heads)
        for other in axes
        if min(other.heads) > max(axis.heads) and other.left <= axis.right and axis.left <= other.right
    ]
    return min(below, default=sheet.height)


def _start(axis: Axis, axes: list[Axis]) -> int:
    """Return the first column behind the grid that stands beside an axis, on its left."""
    beside = [other.right + 1 for other in axes if other.right < axis.left and abs(other.row - axis.row) <= NEAR]
    return max(beside, default=0) if max(beside, default=0) < axis.left else 0


def _tables(grid: Grid, file: str) -> FoundTables:
    if not grid.people() and not any(row.sort in ("census", "demand") for row in grid.rows):
        return [], [], []
    if weeks := weeks_of(grid):
        return [weeks], [], left_by(grid)
    if _are_posts(grid):
        where = grid.frame.sheet.span(grid.frame.top, 0, grid.rows[-1].row, grid.frame.axis.right)
        why = "rows of posts without names: most rows begin with the same few words"
        asked = Question(
            "people",
            f"Who are the rows of {grid.frame.sheet.title or 'the grid'}?",
            "posts that nobody is named for",
            why,
        )
        return [], [asked], [LeftOut(grid.frame.sheet.title, where, why)]
    if demand := _demand_only(grid):
        return [demand], questions_of(grid), left_by(grid)
    if has_names_in_cells(grid):
        table, asked_of = roles_of(grid)
        return [table], [*questions_of(grid), *asked_of], left_by(grid)
    kind, why = kind_of(grid, file)
    tables = [table_of(grid, kind, _confidence(grid), why)] if grid.people() else []
    return [*tables, *numbers_of(grid)], questions_of(grid), left_by(grid)


def _are_posts(grid: Grid) -> bool:
    """Return whether most rows of a grid share a few labels, so that these name no people."""
    labels = [row.who for row in grid.rows if row.sort == "person"]
    return len(labels) > 5 and len(set(labels)) < 0.5 * len(labels)


def _demand_only(grid: Grid) -> Table | None:
    """Return a grid whose rows are shifts or roles with numbers of people as a table of needs."""
    frame = grid.frame
    people = [row for row in grid.rows if row.sort == "person"]
    titled = concept_of(frame.titles.get(frame.names[0], "")) if frame.names else None
    if not people or any(numbers_in(frame, row.row) < 1 for row in people if frame.filled(row.row)):
        return None
    named = share_of_names(row.who for row in people) > 0.5 and titled != "shift"
    asked = titled in ("shift", "role", "required", "unit") or says(frame.sheet.title or "", "need")
    if not asked and (titled == "name" or named or len(people) > 8 or _ones(grid)):
        return None
    as_needs = Grid(frame, grid.days, tuple(_as_need(row) for row in grid.rows))
    tables = numbers_of(as_needs)
    return next((table for table in tables if table.kind == "demand"), None)


def _ones(grid: Grid) -> bool:
    texts = {text for row in grid.rows if row.sort == "person" for _, text in grid.frame.filled(row.row)}
    return texts <= {"0", "1"}


def _as_need(row: Row) -> Row:
    return replace(row, sort="demand") if row.sort in ("person", "census") else row


def kind_of(grid: Grid, file: str) -> tuple[str, str]:
    """Return whether a grid is of duties or of requests, and why."""
    frame = grid.frame
    codes = [text for row in grid.rows if row.sort == "person" for _, text in frame.filled(row.row)]
    cells = max(1, len(grid.people()) * len(frame.axis.columns))
    titles = " ".join(
        frame.sheet.text(row, column) for row in range(frame.top) for column in range(min(60, frame.sheet.width))
    )
    corner = " ".join(frame.sheet.text(row, column) for row in frame.axis.heads for column in frame.beside())
    beyond = " ".join(title for column, title in frame.titles.items() if column > frame.axis.right)
    place = folded(f"{titles} {corner} {frame.sheet.title or ''} {re.sub(r'[.].*$', '', file)} {beyond}")
    turned = "transposed" if frame.sheet.turned else "grid"
    if WISHES.search(place) and (set(map(str.casefold, codes)) <= MARKS or len(codes) < 0.5 * cells):
        return "requests", "people by days; titles or names speak of wishes, leave or availability"
    return turned, "people by days" if turned == "grid" else "days down, people across"


def _confidence(grid: Grid) -> float:
    """Return how sure a grid is: long runs of days, many people, dates that are known."""
    days = min(1.0, grid.days.count / 28)
    people = min(1.0, len(grid.people()) / 5)
    return round(0.4 + 0.2 * days + 0.2 * people + (0.2 if grid.days.first and not grid.days.questions else 0.0), 2)
