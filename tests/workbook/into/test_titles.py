"""Titles and headers of one period said of another, as they are written there."""

from datetime import date, timedelta

import pytest

from optimizer.staffing.facts.calendar import Span
from optimizer.workbook.into.dates.language import language_of, month_renamed
from optimizer.workbook.into.dates.titles import TitleMoved
from optimizer.workbook.into.dates.tokens import sayings_of

APRIL, MAY = Span(date(2026, 4, 1), date(2026, 4, 30)), Span(date(2026, 5, 1), date(2026, 5, 31))
DECEMBER, JANUARY = Span(date(2026, 12, 1), date(2026, 12, 31)), Span(date(2027, 1, 1), date(2027, 1, 31))
WEEKS = Span(date(2026, 3, 2), date(2026, 3, 29)), Span(date(2026, 3, 30), date(2026, 4, 26))


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("ROSTER APRIL 2026", "ROSTER MAY 2026"),
        ("Dienstplan April 2026 Montag", "Dienstplan Mai 2026 Montag"),
        ("GRAFIK | MIESIĄC KWIECIEŃ | ROK 2026 | GODZ 168", "GRAFIK | MIESIĄC MAJ | ROK 2026 | GODZ 168"),
        ("Turnos abril de 2026", "Turnos mayo de 2026"),
        ("2026年4月 勤務表", "2026年5月 勤務表"),
        ("4月", "5月"),
        ("令和8年4月", "令和8年5月"),
        ("Rota 01/04/2026 - 30/04/2026", "Rota 01/05/2026 - 31/05/2026"),
        ("Plan 1.4.2026 bis 30.4.2026", "Plan 1.5.2026 bis 31.5.2026"),
        ("2026-04", "2026-05"),
        ("04/2026", "05/2026"),
        ("April 1 to April 30, 2026", "May 1 to May 31, 2026"),
        ("Easter is on 5 April", "Easter is on 5 April"),
        ("Ward 4, 20 beds", "Ward 4, 20 beds"),
        ("เมษายน 2569", "พฤษภาคม 2569"),
    ],
)
def test_a_title_moves_on(text, new):
    assert TitleMoved(APRIL, MAY, language_of([text])).of(text) == new


def test_the_year_moves_on_after_december():
    moved = TitleMoved(DECEMBER, JANUARY, language_of(["Décembre"]))
    assert moved.of("Planning DÉCEMBRE 2026") == "Planning JANVIER 2027"
    assert moved.of("12/2026") == "1/2027"


def test_a_period_of_weeks_has_two_ends():
    moved = TitleMoved(*WEEKS, language_of(["March"]))
    assert moved.of("2 March 2026 to 29 March 2026") == "30 March 2026 to 26 April 2026"


def test_a_month_that_is_not_the_rosters_is_told():
    assert TitleMoved(APRIL, MAY, language_of(["luty"])).other_month("Luty 2026") == "Luty"


def test_accents_and_dots_are_as_she_writes_them():
    polish = language_of(["wrzesień"])
    assert month_renamed("WRZESIEN", 9, 10, polish) == "PAZDZIERNIK"
    assert month_renamed("Wrzesień", 9, 10, polish) == "Październik"
    assert month_renamed("Sep.", 9, 10, language_of(["Sep"])) == "Oct."


def ordinal(number):
    return "th" if number in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


DAYS = [date(2026, 4, 1) + timedelta(n) for n in range(30)]


@pytest.mark.parametrize(
    ("say", "first"),
    [
        (lambda day: str(day.day), "1"),
        (lambda day: f"{day.day:02d}", "01"),
        (lambda day: f"{day.day}.{day.month}.{day.year}", "1.5.2026"),
        (lambda day: day.isoformat(), "2026-05-01"),
        (lambda day: f"{day.month}/{day.day}", "5/1"),
        (lambda day: f"{day:%a} {day.day}", "Fri 1"),
        (lambda day: f"{day.day} {day:%b}", "1 May"),
        (lambda day: f"{day.day}{ordinal(day.day)}", "1st"),
        (lambda day: "MTWTFSS"[day.weekday()] + f" {day.day}", "F 1"),
    ],
)
def test_a_header_says_other_days_in_its_way(say, first):
    sayings = sayings_of([(say(day), day) for day in DAYS], language_of([say(day) for day in DAYS]))
    assert sayings
    assert sayings.of(date(2026, 5, 1)) == first
    assert [sayings.of(day) for day in DAYS] == [say(day) for day in DAYS]


def test_places_that_only_count_say_nothing_of_days():
    sayings = sayings_of([(str(n + 40), day) for n, day in enumerate(DAYS)], language_of([]))
    assert sayings is None
