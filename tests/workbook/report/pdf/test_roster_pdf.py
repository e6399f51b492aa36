"""The schedule on paper: every duty is there and legible, days and legend are whole, letters are in the file."""

import re
import shutil
import subprocess
from dataclasses import replace
from datetime import date, timedelta

import pytest

from optimizer.planning.pair import Pair
from optimizer.staffing.facts.calendar import Span
from optimizer.staffing.facts.shift import Duty
from optimizer.staffing.schedule.posting import Colleague, Posting
from optimizer.workbook.report.pdf.chunks import chunks
from optimizer.workbook.report.pdf.letters import cut, runs, width_of
from optimizer.workbook.report.pdf.paper import Paper
from optimizer.workbook.report.pdf.roster import roster_pdf
from tests.draw import SHIFTS

FIRST = date(2026, 6, 1)
needs_poppler = pytest.mark.skipif(
    not (shutil.which("pdftotext") and shutil.which("pdffonts")), reason="pdftotext or pdffonts is not installed"
)


def posted(people, days):
    """Return a schedule of so many people and days, in which everybody has D, E or N on two of three days."""
    staff = tuple(
        Colleague(f"p{n}", f"Person{n:03d} Of-the-Ward", "RN" if n < people * 3 // 4 else "CNA", "RN")
        for n in range(people)
    )
    span = Span(FIRST, FIRST + timedelta(days - 1))
    plan = frozenset(
        Pair(each.id, Duty(day, "DEN"[(n + place) % 4], "RN"))
        for n, each in enumerate(staff)
        for place, day in enumerate(span.days)
        if (n + place) % 4 < 3
    )
    return Posting("Ward 3", span, staff, SHIFTS, {FIRST + timedelta(4): "Corpus Christi"}), plan


def pages(content, tmp_path):
    """Return the words of each page as text, laid out."""
    path = tmp_path / "roster.pdf"
    path.write_bytes(content)
    text = subprocess.run(["pdftotext", "-layout", path, "-"], check=True, capture_output=True, text=True).stdout
    return text.split("\f")[:-1]


@needs_poppler
@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize(("people", "days"), [(12, 14), (46, 28), (65, 42), (90, 31)])
def test_everybody_and_every_duty_is_there_once(tmp_path, paper, people, days):
    posting, plan = posted(people, days)
    found = pages(roster_pdf(posting, plan, "Issue 1", paper), tmp_path)
    rows = re.findall(r"(Person\d{3}) Of-the-Ward(.*)", "\n".join(found))
    assert len({name for name, _ in rows}) == len(posting.people)
    written = sum(len(re.findall(r"\b[DEN]\b", codes)) for _, codes in rows)
    assert written == len(plan)


@needs_poppler
@pytest.mark.parametrize("paper", Paper)
def test_head_title_and_number_stand_on_every_page_and_the_legend_once(tmp_path, paper):
    posting, plan = posted(65, 42)
    found = pages(roster_pdf(posting, plan, "Issue 1 of 2 June", paper), tmp_path)
    for number, page in enumerate(found, start=1):
        assert page.lstrip().startswith("Ward 3: Mon 1 Jun 2026 to Sun 12 Jul 2026")
        assert f"Page {number} of {len(found)}" in page
        assert "Issue 1 of 2 June" in page
        assert re.search(r"Name\s+1\s+2\s+3\s+4\s+5\*\s+6", page)
    assert [("D Day, 07:00 to 15:00" in page, "empty: off or away" in page) for page in found][:-1] == [
        (False, False)
    ] * (len(found) - 1)
    assert "D Day, 07:00 to 15:00" in found[-1]
    assert "Corpus Christi" in found[-1]


@needs_poppler
def test_no_page_is_left_almost_empty(tmp_path):
    posting, plan = posted(41, 28)
    counts = [len(re.findall(r"Person\d{3}", page)) for page in pages(roster_pdf(posting, plan, ""), tmp_path)]
    assert len(counts) == 1 or min(counts) > 0.6 * max(counts)


@needs_poppler
def test_leave_and_its_code_are_told_to_nobody(tmp_path):
    posting, plan = posted(5, 14)
    leave = Pair("p0", Duty(FIRST + timedelta(3), "P"))
    found = pages(roster_pdf(posting, plan | {leave}, ""), tmp_path)
    assert "Paid leave" not in found[0]
    assert not re.search(r"\bP\b", found[0])


NAMES = ("Łukasz Żółć", "Ольга Ђорђевић", "Ελένη Νικολάου", "עדנה לוי", "عائشة محمد", "Nguyễn Thị Ánh", "Գոռ Մ")


@needs_poppler
def test_names_in_many_scripts_are_in_the_file_with_their_letters(tmp_path):
    posting, plan = posted(len(NAMES), 14)
    people = tuple(replace(each, name=name) for each, name in zip(posting.people, NAMES, strict=True))
    found = pages(roster_pdf(replace(posting, people=people), plan, ""), tmp_path)
    assert all(name in found[0] for name in (*NAMES[:3], NAMES[5]))
    fonts = subprocess.run(["pdffonts", tmp_path / "roster.pdf"], check=True, capture_output=True, text=True).stdout
    assert all(line.split()[-5] == "yes" for line in fonts.splitlines()[2:]), fonts


def test_right_to_left_names_are_put_in_the_order_of_paper():
    assert "".join(piece for _, piece in runs("דנה לוי")) == "יול הנד"
    assert "".join(piece for _, piece in runs("Ada Chen")) == "Ada Chen"


def test_eastern_names_have_a_font_even_where_the_machine_has_none():
    assert {font.startswith("DejaVu") for font, _ in runs("山田 太郎")} == {True, False}


def test_days_that_do_not_fit_go_on_in_whole_weeks():
    days = tuple(FIRST + timedelta(n) for n in range(42))
    assert [len(part) for part in chunks(days, 30)] == [28, 14]
    assert [len(part) for part in chunks(days, 42)] == [42]
    assert [len(part) for part in chunks(days[:10], 4)] == [4, 3, 3]
    assert sum(chunks(days, 5), ()) == days


def test_a_name_that_is_too_long_is_cut_with_dots():
    short = cut("A very long name of somebody", 8, 60)
    assert short.endswith("…")
    assert width_of(short, 8) <= 60
    assert cut("Ada", 8, 60) == "Ada"
