"""The grid on paper: a head of weekdays and days on every page, people under their jobs, codes in bold."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from reportlab.lib import colors
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, Table, TableStyle

from optimizer.staffing.schedule.posting import Colleague, Posting
from optimizer.workbook.report.pdf.letters import BOLD, PLAIN, cut, marked, runs
from optimizer.workbook.report.pdf.measures import HEAD_ROWS, PADDING, Measures
from optimizer.workbook.report.posting import CellTexts

WEEKEND, HOLIDAY, GROUP = colors.Color(0.91, 0.91, 0.91), colors.Color(0.78, 0.78, 0.78), colors.Color(0.84, 0.84, 0.84)
LINE, STRONG = colors.Color(0.6, 0.6, 0.6), colors.black
TableCommand = tuple[Any, ...]


@dataclass(frozen=True)
class PaperGrid:
    """The grid of some days."""

    posting: Posting
    texts: CellTexts
    days: tuple[date, ...]
    measures: Measures
    lined: frozenset[tuple[str, date]] = frozenset()
    """The cells with a line below: duties by a rotation."""

    def table(self) -> Table:
        """Return the grid as a table that goes on over pages with its head."""
        rows = [*self._head(), *(row for job in self.jobs for row in self._job(job))]
        heights = [self.measures.row] * len(rows)
        widths = [self.measures.name, *[self.measures.day] * len(self.days)]
        table = Table(rows, widths, heights, repeatRows=HEAD_ROWS, hAlign="LEFT")
        table.setStyle(TableStyle([*self._lines(len(rows)), *self._shades(), *self._groups(), *self._rotations()]))
        return table

    @cached_property
    def jobs(self) -> list[str]:
        """Return the jobs in the order of people."""
        return list(dict.fromkeys(each.job for each in self.posting.people))

    def _people(self, job: str) -> list[Colleague]:
        return [each for each in self.posting.people if each.job == job]

    def _head(self) -> list[list[object]]:
        months = [f"{day:%B %Y}" if not place or day.day == 1 else "" for place, day in enumerate(self.days)]
        weekdays = [f"{day:%a}"[: 3 if self.measures.day > 16 else 2] for day in self.days]
        return [["", *months], ["", *weekdays], ["Name", *(self._date(day) for day in self.days)]]

    def _date(self, day: date) -> str:
        return f"{day.day}*" if day in self.posting.holidays else str(day.day)

    def _job(self, job: str) -> list[list[object]]:
        people = self._people(job)
        title = [self._cell(f"{job} ({len(people)})", bold=True), *[""] * len(self.days)]
        return [title, *(self._person(each) for each in people)]

    def _person(self, person: Colleague) -> list[object]:
        codes = (self.texts.get((person.id, day), "") for day in self.days)
        return [self._cell(self.posting.names[person.id]), *(self._code(code) for code in codes)]

    def _cell(self, text: str, *, bold: bool = False) -> object:
        size = self.measures.name_size
        shown = cut(text, size, self.measures.name - 2 * PADDING + 0.5, bold=bold)
        return Paragraph(
            marked(shown, bold=bold), ParagraphStyle("name", fontName=PLAIN, fontSize=size, leading=size + 1)
        )

    def _code(self, code: str) -> object:
        """Return a code: a plain text where ours is the font for all of it."""
        if all(font == BOLD for font, _ in runs(code, bold=True)):
            return code
        size = self.measures.code
        style = ParagraphStyle("code", fontName=PLAIN, fontSize=size, leading=size + 1, alignment=1)
        return Paragraph(marked(code, bold=True), style)

    def _lines(self, rows: int) -> list[TableCommand]:
        last = (-1, -1)
        mondays = [place for place, day in enumerate(self.days, start=1) if day.weekday() == 0 and place > 1]
        weeks = (("LINEBEFORE", (place, 1), (place, rows - 1), 0.9, STRONG) for place in mondays)
        return [
            ("FONT", (0, 0), last, BOLD, self.measures.code),
            ("FONT", (0, 0), (-1, HEAD_ROWS - 1), BOLD, self.measures.head_size),
            ("ALIGN", (1, 1), last, "CENTER"),
            ("VALIGN", (0, 0), last, "MIDDLE"),
            ("LEFTPADDING", (0, 0), last, 0.5),
            ("RIGHTPADDING", (0, 0), last, 0.5),
            ("LEFTPADDING", (0, 0), (0, -1), PADDING),
            ("TOPPADDING", (0, 0), last, 0),
            ("BOTTOMPADDING", (0, 0), last, 0),
            ("GRID", (0, 1), last, 0.3, LINE),
            ("BOX", (0, 1), last, 0.9, STRONG),
            ("LINEBELOW", (0, HEAD_ROWS - 1), (-1, HEAD_ROWS - 1), 0.9, STRONG),
            *weeks,
        ]

    def _shades(self) -> list[TableCommand]:
        """Return the shades of weekends and holidays, from the head down."""
        shaded: list[TableCommand] = []
        for place, day in enumerate(self.days, start=1):
            if day in self.posting.holidays or day.weekday() > 4:
                shade = HOLIDAY if day in self.posting.holidays else WEEKEND
                shaded.append(("BACKGROUND", (place, 1), (place, -1), shade))
        return shaded

    def _groups(self) -> list[TableCommand]:
        """Return the bands of jobs, each kept on the page of its first people."""
        commands: list[TableCommand] = []
        row = HEAD_ROWS
        for job in self.jobs:
            people = len(self._people(job))
            commands += [
                ("BACKGROUND", (0, row), (-1, row), GROUP),
                ("SPAN", (0, row), (-1, row)),
                ("LINEABOVE", (0, row), (-1, row), 0.9, STRONG),
                ("NOSPLIT", (0, row), (0, min(row + 2, row + people))),
            ]
            row += 1 + people
        return commands

    def _rotations(self) -> list[TableCommand]:
        """Return a line below every duty that is as a rotation has it."""
        rows = [who for job in self.jobs for who in ("", *(person.id for person in self._people(job)))]
        return [
            ("LINEBELOW", (column, row), (column, row), 1.6, STRONG)
            for row, who in enumerate(rows, start=HEAD_ROWS)
            for column, day in enumerate(self.days, start=1)
            if (who, day) in self.lined
        ]
