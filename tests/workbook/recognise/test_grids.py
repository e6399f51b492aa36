"""People by days, in the layouts that units have."""

from datetime import date

import pytest

from optimizer.workbook.recognise.recognise import proposal_of
from tests.workbook.recognise.layouts import PEOPLE, duties, found_on, meant, month, run, said, sheet

MARCH = date(2026, 3, 1)


@pytest.mark.parametrize(
    "header",
    [
        [*range(1, 32)],
        [float(day) for day in range(1, 32)],
        [str(day) for day in range(1, 32)],
        [
            f"{day}{'st' if day in (1, 21, 31) else 'nd' if day in (2, 22) else 'rd' if day in (3, 23) else 'th'}"
            for day in range(1, 32)
        ],
        run(MARCH, 31),
        [day.isoformat() for day in run(MARCH, 31)],
        [f"{day.day}.{day.month}.{day.year}" for day in run(MARCH, 31)],
        [f"{day.month}/{day.day}/{day.year}" for day in run(MARCH, 31)],
        [f"{day.day}-Mar" for day in run(MARCH, 31)],
        [f"{day:%a} {day.day}" for day in run(MARCH, 31)],
        [(day - date(1899, 12, 30)).days for day in run(MARCH, 31)],
    ],
    ids=["int", "float", "text", "ordinal", "date", "iso", "day first", "month first", "named", "weekday", "serial"],
)
def test_days_are_understood_however_they_are_written(header):
    found = found_on([["Ward 4, March 2026"], ["Name", *header], *month(31)])
    assert said(found) == meant(MARCH, 31)
    assert not found.questions


@pytest.mark.parametrize(
    "title",
    [
        "marzo 2026",
        "März 2026",
        "mars 2026",
        "marzec 2026",
        "2026年3月",
        "2026년 3월",
        "มีนาคม 2569",
        "03/2026",
        "2026-03",
    ],
)
def test_months_are_told_in_every_language(title):
    found = found_on([[title], ["", *range(1, 32)], *month(31)])
    assert (found.tables[0].first, found.tables[0].last) == (MARCH, date(2026, 3, 31))


def test_weekdays_of_another_month_are_asked_about():
    weekdays = "SMTWTFS" * 5
    found = found_on([["March 2025"], ["", *weekdays[:31]], ["Name", *range(1, 32)], *month(31)])
    assert [question.about for question in found.questions] == ["dates"]
    assert "not those of March 2025" in found.questions[0].asked


def test_a_month_that_nobody_tells_is_null_and_asked():
    table = found_on([["Name", *range(1, 32)], *month(31)]).tables[0]
    assert (table.first, table.last, table.days) == (None, None, 31)


def test_the_days_before_are_no_part_of_the_month():
    found = found_on([["April 2026"], ["Name", 29, 30, 31, *range(1, 31)], *month(33)])
    table = found.tables[0]
    assert (table.first, table.last, table.days) == (date(2026, 4, 1), date(2026, 4, 30), 30)
    assert {fact.day for fact in table.facts if fact.part} == set(run(date(2026, 3, 29), 3))


def test_a_period_runs_over_two_months():
    found = found_on([["16 March to 15 April 2026"], ["Name", *range(16, 32), *range(1, 16)], *month(31)])
    assert said(found) == meant(date(2026, 3, 16), 31)


@pytest.mark.parametrize("title", ["12/27/2026 - 1/23/2027", "Dec 27, 2026 - Jan 23, 2027"])
@pytest.mark.parametrize("weekdays", [True, False])
def test_a_period_over_the_new_year_begins_where_its_title_says(title, weekdays):
    days = run(date(2026, 12, 27), 28)
    over = [[None, *[f"{day:%a}"[0] for day in days]]] if weekdays else []
    found = found_on([["4 West", title], *over, ["Name", *[day.day for day in days]], *month(28)], "Schedule")
    assert said(found) == meant(days[0], 28) and not found.questions


def test_the_weekdays_tell_in_which_of_two_long_months_a_period_begins():
    days = run(date(2026, 12, 27), 28)
    rows = [["January 2027"], [None, *[f"{day:%a}" for day in days]], ["Name", *[day.day for day in days]]]
    found = found_on([*rows, *month(28)], "Schedule")
    assert said(found) == meant(days[0], 28) and not found.questions


def test_where_nothing_tells_in_which_of_two_months_a_period_begins_it_is_asked():
    days = run(date(2026, 12, 27), 28)
    found = found_on([["January 2027"], ["Name", *[day.day for day in days]], *month(28)], "Schedule")
    assert said(found) == meant(days[0], 28)
    assert [question.about for question in found.questions] == ["dates"]


def test_totals_needs_census_legend_and_vacancies_are_no_people():
    rows = [
        ["March 2026"],
        ["Name", *range(1, 32)],
        ["Patients", *[22] * 31],
        [],
        *month(31),
        ["Vacant", *["D"] * 31],
        ["Total", *[4] * 31],
        ["Required", *[3] * 31],
        [],
        ["D = Day"],
        ["Approved by: Ms Smith"],
    ]
    found = found_on(rows)
    assert found.tables[0].people == PEOPLE
    assert [table.kind for table in found.tables] == ["grid", "census", "demand"]
    assert {left.why for left in found.left_out} >= {"totals", "a place that nobody holds"}


def test_headings_between_people_are_no_people():
    rows = [["March 2026"], ["Name", "Role", *range(1, 32)], ["NURSES"]]
    rows += [[row[0], "RN", *row[1:]] for row in month(31)[:3]]
    rows += [["ASSISTANTS"], *([row[0], "HCA", *row[1:]] for row in month(31)[3:])]
    assert found_on(rows).tables[0].people == PEOPLE


def test_a_second_row_belongs_to_the_person_above():
    rows = [["March 2026"], ["Name", *range(1, 32)]]
    for row in month(31):
        rows += [row, [None, *["x" if day % 4 == 0 else None for day in range(31)]]]
    table = found_on(rows).tables[0]
    assert table.people == PEOPLE
    assert dict(table.codes)["x"] == 8 * len(PEOPLE)


def test_two_columns_a_day_are_one_day():
    days = [part for day in run(MARCH, 14) for part in (day, None)]
    rows = [["Name", *days], ["", *["AM", "PM"] * 14], *month(28)]
    table = found_on(rows).tables[0]
    assert table.days == 14
    assert {fact.shift for fact in table.facts if fact.code} == {"AM", "PM"}


def test_blocks_of_the_same_people_are_days_that_follow():
    first, second = run(MARCH, 14), run(date(2026, 3, 15), 14)
    rows = [["Name", *first], *month(14), [], ["Name", *second], *month(14)]
    found = found_on(rows)
    assert len(found.tables) == 1
    assert (found.tables[0].days, found.tables[0].last) == (28, date(2026, 3, 28))


def test_a_repeated_header_goes_on_with_other_people():
    rows = [["Name", *run(MARCH, 14)], *month(14)[:2], [], ["Name", *run(MARCH, 14)], *month(14)[2:]]
    found = found_on(rows)
    assert found.tables[0].people == PEOPLE
    assert found.tables[0].days == 14


def test_people_across_and_days_down_are_the_same_roster():
    grid = [
        ["Date", *PEOPLE],
        *(
            [day, *column]
            for day, column in zip(
                run(MARCH, 31), zip(*(duties(place, 31) for place in range(5)), strict=True), strict=True
            )
        ),
    ]
    found = found_on(grid)
    assert found.tables[0].kind == "transposed"
    assert said(found) == meant(MARCH, 31)


def test_names_in_the_cells_make_the_titles_duties():
    rows = [["Date", "Consultant", "Registrar", "Night"]]
    rows += [
        [day, PEOPLE[place % 5], PEOPLE[(place + 1) % 5], f"{PEOPLE[(place + 2) % 5]} / {PEOPLE[(place + 3) % 5]}"]
        for place, day in enumerate(run(MARCH, 20))
    ]
    table = found_on(rows).tables[0]
    assert table.kind == "transposed"
    assert {*(table.people or ())} == {*PEOPLE}
    assert dict(table.codes) == {"Consultant": 20, "Registrar": 20, "Night": 20}


def test_a_calendar_names_who_is_on_each_day():
    rows = [["May 2026"], "Mon Tue Wed Thu Fri Sat Sun".split()]
    first = date(2026, 4, 27)
    for week in range(5):
        days = [date.fromordinal(first.toordinal() + 7 * week + day) for day in range(7)]
        rows += [[day.day for day in days], [f"{PEOPLE[day.day % 5]} / {PEOPLE[(day.day + 1) % 5]}" for day in days]]
    table = found_on(rows).tables[0]
    assert (table.kind, table.first, table.last, table.days) == (
        "calendar",
        MARCH.replace(month=5),
        date(2026, 5, 31),
        31,
    )
    assert {fact.who for fact in table.facts if fact.day == date(2026, 5, 6)} == {PEOPLE[1], PEOPLE[2]}


def test_merged_leave_lasts_over_its_blanks():
    rows = [["March 2026"], ["Name", *range(1, 32)], *month(31)]
    rows[2][5:9] = ["ANNUAL LEAVE", None, None, None]
    table = found_on(rows, merges=(((2, 5), (2, 8)),)).tables[0]
    assert [fact.effective for fact in table.facts[5:8]] == ["ANNUAL"] * 3


def test_the_name_of_the_sheet_is_the_shift_of_a_mark():
    rows = [
        ["Name", *run(MARCH, 14)],
        *([person, *[1 if (place + day) % 3 else None for day in range(14)]] for place, person in enumerate(PEOPLE)),
    ]
    table = found_on(rows, "Nights").tables[0]
    assert {fact.shift for fact in table.facts if fact.code == "1"} == {"night"}


def test_the_heading_over_people_is_the_shift_of_their_marks():
    marks = [
        [person, *["X" if (place + day) % 3 else None for day in range(14)]] for place, person in enumerate(PEOPLE)
    ]
    rows = [["Name", *run(MARCH, 14)], ["DAYS"], *marks[:3], ["NIGHTS"], *marks[3:]]
    (table,) = proposal_of("roster.xlsx", [sheet(rows)]).tables
    shifts = {person: {fact.shift for fact in table.facts if fact.who == person and fact.code} for person in PEOPLE}
    assert [shifts[person] for person in PEOPLE] == [{"day"}] * 3 + [{"night"}] * 2
    assert table.meanings[0].sort.startswith("work")


def test_beside_other_codes_a_cross_under_a_heading_is_no_shift():
    off = [["Zoe Zed", *["X"] * 14]]
    rows = [["Name", *run(MARCH, 14)], ["DAYS"], *month(14)[:3], ["NIGHTS"], *month(14)[3:], *off]
    assert {fact.shift for fact in found_on(rows).tables[0].facts} == {None}


def test_duties_of_a_job_without_a_name_are_nobodys_second_row():
    rows = [["March 2026"], ["Name", "Role", *range(1, 32)]]
    rows += [[row[0], "RN", *row[1:]] for row in month(31)] + [[None, "RN", *duties(7, 31)]]
    found = found_on(rows)
    assert said(found) == meant(MARCH, 31)
    assert "duties without a name: nothing tells whose they are" in {left.why for left in found.left_out}


def test_hours_in_blocks_by_shift_are_shifts_of_that_length():
    blocks = [("DAY SHIFT", PEOPLE[:3], 12), ("NIGHT SHIFT", PEOPLE[3:], 8)]
    rows = []
    for title, people, hours in blocks:
        rows += [[title], ["Name", *run(MARCH, 14)], *([person, *[hours, None] * 7] for person in people), []]
    tables = proposal_of("roster.xlsx", [sheet([["CCU"], *rows])]).tables
    shifts = {(fact.who, fact.shift) for table in tables for fact in table.facts if fact.code}
    assert shifts == {*((who, "day12") for who in PEOPLE[:3]), *((who, "night8") for who in PEOPLE[3:])}


@pytest.mark.parametrize("shifts", [("7a-7p", "7p-7a"), ("7a", "7p"), ("D", "N")])
def test_the_column_of_shifts_says_when_a_mark_is(shifts):
    marks = [[person, shifts[place % 2], *["X", None] * 7] for place, person in enumerate(PEOPLE)]
    (table,) = proposal_of("roster.xlsx", [sheet([["Name", "Shift", *run(MARCH, 14)], *marks])]).tables
    assert {fact.shift for fact in table.facts if fact.who == PEOPLE[1] and fact.code} == {shifts[1]}
    assert table.meanings[0].sort.startswith("work")


def test_several_rows_of_an_agency_are_not_one_person():
    agency = [["AGENCY", *duties(place, 14)] for place in (1, 2, 3)]
    table = found_on([["Name", *run(MARCH, 14)], *month(14), *agency]).tables[0]
    assert table.people == (*PEOPLE, "AGENCY", "AGENCY 2", "AGENCY 3")


@pytest.mark.parametrize("posts", [("SCW", "SCA"), ("RN", "CNA")])
def test_rows_of_posts_without_names_are_left_out_and_asked(posts):
    rows = [["Post", *run(MARCH, 14)], *([posts[place % 2], *duties(place, 14)] for place in range(8))]
    found = found_on(rows)
    assert not found.tables
    assert [question.about for question in found.questions] == ["people"]


@pytest.mark.parametrize("odd", [float("inf"), float("nan"), 1e300, 10**400, "inf", "nan", True, "x" * 4000])
def test_odd_values_between_the_duties_do_no_harm(odd):
    rows = [["March 2026"], ["Name", *range(1, 32)], *month(31)]
    rows[3][7] = odd
    assert found_on([*rows, [], [None, None, odd]]).tables[0].people == PEOPLE
