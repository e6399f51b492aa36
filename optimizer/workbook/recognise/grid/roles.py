"""Grids whose cells hold names: each row or column is a duty, and the cell says who does it."""

from optimizer.workbook.recognise.grid.grid import Grid
from optimizer.workbook.recognise.names import (
    looks_like_name,
    names_a_duty,
    one_spelling,
    people_in,
    share_of_names,
    slips_among,
)
from optimizer.workbook.recognise.proposal import Fact, Question, Table

ON_CALL = "on call"


def has_names_in_cells(grid: Grid) -> bool:
    """Return whether cells hold people and rows are duties: names that few rows share, beside words for duties."""
    frame = grid.frame
    rows = [row for row in grid.rows if row.sort in ("person", "second")]
    by_row = [{person for _, text in frame.filled(row.row) for person in people_in(text)} for row in rows]
    texts = [person for people in by_row for person in people]
    if not texts or share_of_names(texts) < 0.6 or sum(map(names_a_duty, texts)) > 0.3 * len(texts):
        return False
    labels = [row.who for row in rows]
    duties = sum(1 for label in labels if names_a_duty(label) or not looks_like_name(label))
    return duties >= 0.4 * len(labels) or (len(rows) > 3 and _shared(by_row) < 0.35)


def _shared(by_row: list[set[str]]) -> float:
    """Return in which share of the rows a text stands, on average: codes stand in most, names in few."""
    texts = set().union(*by_row)
    return sum(sum(1 for row in by_row if text in row) for text in texts) / (len(texts) * len(by_row))


def roles_of(grid: Grid) -> tuple[Table, list[Question]]:
    """Return a table of duties with a fact for each person in a cell, and questions about near names."""
    frame = grid.frame
    rows = [row for row in grid.rows if row.sort in ("person", "second")]
    facts: list[Fact] = []
    counts: dict[str, int] = {}
    for column in frame.axis.columns:
        day = grid.days.columns[column]
        for row in rows:
            text = frame.sheet.text(row.row, column)
            code = row.who or ON_CALL
            counts[code] = counts.get(code, 0) + bool(text and not day.part)
            facts += [
                Fact(frame.sheet.place(row.row, column), who, day.day, day.day_no, code, value=text, part=day.part)
                for who in people_in(text)
            ]
    spelling = one_spelling(fact.who or "" for fact in facts)
    slips = slips_among(spelling[fact.who or ""] for fact in facts)
    spelling = {name: slips.get(spelt, spelt) for name, spelt in spelling.items()}
    named = tuple(
        Fact(f.cell, spelling[f.who or ""], f.day, f.day_no, f.code, value=f.value, part=f.part) for f in facts
    )
    used = {frame.sheet.place(row, column) for row in frame.axis.heads for column in range(frame.axis.right + 1)}
    used |= {frame.sheet.place(row.row, column) for row in rows for column in (*frame.axis.columns, *frame.names)}
    table = Table(
        frame.sheet.title,
        "transposed" if frame.sheet.turned else "grid",
        frame.sheet.span(frame.top, min((*frame.names, frame.axis.left)), rows[-1].row, frame.axis.right),
        named,
        tuple(dict.fromkeys(fact.who for fact in named if fact.who)),
        grid.days.first,
        grid.days.last,
        grid.days.count,
        tuple(counts.items()),
        used=frozenset(used),
        confidence=0.7,
        why=f"cells hold names, titles are duties ({', '.join(row.who for row in rows[:6])}); {grid.days.why}",
    )
    asked = [
        Question(
            "people",
            f"Is {name} the same person as {other}?",
            f"yes, {other}",
            "it stands once, and only a letter differs",
        )
        for name, other in slips.items()
    ]
    return table, asked
