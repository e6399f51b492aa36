"""The next period in the same layout: dates, weekdays and titles move on, duties are written, all else stays."""

import io
from datetime import date, timedelta

import pytest
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from optimizer.staffing.facts.calendar import Span
from optimizer.workbook.into.next_period import next_into
from tests.workbook.into.own_books import (
    DAYS,
    FIRST_COLUMN,
    HEAD,
    cells_of,
    differing,
    grid_of,
    looks,
    month_book,
    month_days,
    packed,
    parts,
    plain_book,
    saved,
    spun,
)
from tests.workbook.recognise.layouts import PEOPLE

APRIL, MAY = month_days(date(2026, 4, 1)), month_days(date(2026, 5, 1))
MARCH, FEBRUARY = month_days(date(2026, 3, 1)), month_days(date(2026, 2, 1))
IN_MAY = Span(MAY[0], MAY[-1])


def moved(book, days, by=1, name="roster.xlsx", first=None):
    """Return a roster moved on to some days, and the codes written."""
    codes = spun(cells_of(book, name, first), days, by)
    return next_into(book, grid_of(book, name), codes, Span(days[0], days[-1]), first, name), codes


def test_the_month_after_is_read_again_with_its_dates_and_codes():
    written, codes = moved(month_book(), MAY)
    after = grid_of(written.content)
    assert (after.first, after.last, after.sheet) == (MAY[0], MAY[-1], "April 2026")
    assert cells_of(written.content).codes() == codes


def test_title_weekdays_and_their_colours_move_on():
    written, _ = moved(month_book(), MAY)
    after = looks(written.content)
    assert after["April 2026", "A1"][0] == "Dienstplan Mai 2026"
    for number, day in enumerate(MAY):
        column = get_column_letter(FIRST_COLUMN + number)
        assert after["April 2026", f"{column}{HEAD - 1}"][0] == DAYS[day.weekday()]
        assert after["April 2026", f"{column}{HEAD}"][0] == day.day
        for row in (HEAD - 1, HEAD, HEAD + 2):
            colour = "FFDDDDDD" if day.weekday() > 4 else "FFFFFFFF"
            assert after["April 2026", f"{column}{row}"][1] == colour, (day, row)


def test_nothing_else_differs():
    book = month_book()
    written, _ = moved(book, MAY)
    inner = {f"{get_column_letter(c)}{r}" for c in range(FIRST_COLUMN, FIRST_COLUMN + 31) for r in range(3, 10)}
    assert {cell for _, cell in differing(book, written.content)} <= inner | {"A1"}
    one, other = parts(book), parts(written.content)
    assert {name for name in one if one[name] != other[name]} == {"xl/worksheets/sheet1.xml", "xl/workbook.xml"}


def test_the_sheet_is_renamed_where_nothing_speaks_of_it():
    plain = plain_book([["Plan März 2026"], ["Name", *(day.day for day in MARCH)], *_people(31)])
    book = load_workbook(io.BytesIO(plain))
    book.active.title = "März 2026"
    written, _ = moved(saved(book), APRIL)
    assert grid_of(written.content).sheet == "April 2026"
    assert "The sheet 'März 2026' is called 'April 2026' now." in written.told
    kept, _ = moved(month_book(), MAY)
    assert any("still called 'April 2026'" in line for line in kept.told)


def _people(days):
    return [[who, *(("D", "N", None)[(place + day) % 3] for day in range(days))] for place, who in enumerate(PEOPLE)]


def test_a_shorter_month_leaves_its_last_columns_empty_and_a_longer_one_takes_them_again():
    march = month_book(MARCH[0], "Dienstplan März 2026", "Plan")
    april, codes = moved(march, APRIL)
    assert "1 day of the layout, after 2026-04-30, stand empty: the period is shorter." in april.told
    assert cells_of(april.content).codes() == codes
    may, codes = moved(april.content, MAY)
    assert cells_of(may.content).codes() == codes
    assert grid_of(may.content).last == MAY[-1]


def test_february_to_march_takes_the_blank_columns_behind():
    written, codes = moved(month_book(FEBRUARY[0], "Dienstplan Februar 2026", "Plan"), MARCH)
    assert cells_of(written.content).codes() == codes
    assert looks(written.content)["Plan", f"{get_column_letter(FIRST_COLUMN + 30)}6"][2] == "thin"


def test_days_without_a_column_are_told():
    rows = [["Plan April 2026"], ["Name", *(day.day for day in APRIL), "Total"], *([*row, 20] for row in _people(30))]
    written, codes = moved(plain_book(rows), MAY)
    assert any(line.startswith("2026-05-31 found no column") for line in written.told)
    kept = {key: each for key, each in codes.items() if key[1] != MAY[-1]}
    assert cells_of(written.content).codes() == kept


def dates_in(day, column):
    return day


def dates_by_formula(day, column):
    return day if day.day == 1 else f"={get_column_letter(column - 1)}{HEAD}+1"


def test_true_dates_stay_true_dates():
    written, codes = moved(month_book(head=dates_in), MAY)
    cell = looks(written.content)["April 2026", "C4"]
    assert (cell[0].date(), cell[3]) == (MAY[0], "d")
    assert cells_of(written.content).codes() == codes


def test_of_dates_that_are_formulas_only_the_first_is_set():
    book = month_book(head=dates_by_formula)
    part = parts(book)["xl/worksheets/sheet1.xml"]
    first = (APRIL[0] - date(1899, 12, 30)).days
    for number in range(1, 30):  # openpyxl saves no values; Excel does
        formula = f"<f>{get_column_letter(FIRST_COLUMN + number - 1)}{HEAD}+1</f>".encode()
        assert formula in part
        part = part.replace(formula + b"<v />", formula + f"<v>{first + number}</v>".encode())
        part = part.replace(formula + b"<v></v>", formula + f"<v>{first + number}</v>".encode())
    book = packed({**parts(book), "xl/worksheets/sheet1.xml": part})
    assert grid_of(book).first == APRIL[0]
    written, _ = moved(book, MAY[:30])
    after = looks(written.content)
    assert after["April 2026", "C4"][0].date() == MAY[0]
    assert after["April 2026", "D4"][0] == "=C4+1"
    assert grid_of(written.content).first == MAY[0]


def test_merged_leave_of_the_old_period_is_taken_apart():
    def leave(page):
        page["C6"] = "Urlaub"
        for column in "DEFG":
            page[f"{column}6"] = None
        page.merge_cells("C6:G6")

    written, codes = moved(month_book(dress=leave), MAY, by=7)
    assert cells_of(written.content).codes() == codes


def test_the_last_days_before_come_from_the_roster_itself():
    days = [*(date(2026, 3, 27) + timedelta(n) for n in range(5)), *APRIL]
    rows = [["Grafik kwiecień 2026"], ["Pracownik", *(day.day for day in days)], *_people(35)]
    book = plain_book(rows)
    table = grid_of(book)
    assert {fact.part for fact in table.facts} >= {"lead-in"}
    written, codes = moved(book, MAY)
    old = cells_of(book).codes()
    lead = {(cell.who, cell.day): cell.text for cell in cells_of(written.content).cells if cell.lead_in}
    assert lead == {(who, day): "".join(old[who, day]) for who in PEOPLE for day in APRIL[-5:]}
    assert cells_of(written.content).codes() == codes


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_separated_text_keeps_separator_encoding_quotes_and_line_ends(separator, encoding, end):
    lines = [["Dienstplan März 2026", *[""] * 31], ['"Name"', *(f"{day.day}.3." for day in MARCH)], *_people(31)]
    text = end.join(separator.join(str(each or "") for each in line) for line in lines) + end
    content = text.encode(encoding)
    written, codes = moved(content, APRIL, name="roster.csv")
    after = written.content.decode(encoding)
    assert (after.count(separator), after.count(end)) == (text.count(separator), text.count(end))
    assert after.splitlines()[1].startswith(f'"Name"{separator}1.4.{separator}2.4.')
    assert cells_of(written.content, "roster.csv").codes() == codes
    assert written.content[:3] == content[:3]


def test_days_down_and_people_across():
    rows = [["Rota April 2026"], ["Date", *PEOPLE]]
    rows += [[day.isoformat(), *("DEN"[(day.day + place) % 3] for place in range(5))] for day in APRIL]
    book = plain_book(rows)
    assert grid_of(book).kind == "transposed"
    written, codes = moved(book, MAY)
    assert cells_of(written.content).codes() == codes
    assert looks(written.content)["Sheet", "A3"][0] == "2026-05-01"


def test_blocks_below_each_other_go_on_with_later_days():
    weeks = [month_days(date(2026, 4, 1))[:14], month_days(date(2026, 4, 1))[14:28]]
    rows = [["Rota from 1 April 2026 to 28 April 2026"]]
    for number, week in enumerate(weeks):
        rows += [[], ["Name", *(day.strftime("%d/%m/%Y") for day in week)], *(row[:15] for row in _people(14 + number))]
    book = plain_book(rows)
    table = grid_of(book)
    assert len(table.blocks) == 2
    days = [date(2026, 4, 29) + timedelta(n) for n in range(28)]
    written, codes = moved(book, days)
    assert cells_of(written.content).codes() == codes
    assert looks(written.content)["Sheet", "A1"][0] == "Rota from 29 April 2026 to 26 May 2026"
