"""A known roster moved, titled, summed up and noted on: the same people, days and codes come out, or a question."""

from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.workbook.recognise.layouts import PEOPLE, found_on, meant, month, run, said

FIRST = date(2026, 3, 1)
DAYS = 31
TITLES = st.lists(
    st.sampled_from(("St Mary's Hospital", "Ward 4 East", "Duty roster", "Dienstplan Station 3", "看護部")), max_size=3
)
NOTES = st.lists(
    st.sampled_from(("Please tell Ms Smith about swaps.", "D = Day, N = Night", "Prepared by: B. Jones", "Version 2")),
    max_size=3,
)
HEADERS = st.sampled_from(("numbers", "dates", "iso", "weekdays below", "weekdays above"))


def header(kind: str, before: list[str]) -> list[list[object]]:
    days = run(FIRST, DAYS)
    numbers: list[object] = [*before, *(day.day for day in days)]
    weekdays = [*[""] * len(before), *(f"{day:%a}" for day in days)]
    return {
        "numbers": [numbers],
        "dates": [[*before, *days]],
        "iso": [[*before, *(day.isoformat() for day in days)]],
        "weekdays below": [numbers, weekdays],
        "weekdays above": [weekdays, numbers],
    }[kind]


@st.composite
def rosters(draw):
    """Draw the rows of a sheet around the one roster that ``month`` writes."""
    before = ["Name", *draw(st.sampled_from(([], ["Role"], ["Role", "Hours"], ["Team", "ID"])))]
    values = {"Role": "RN", "Hours": 36, "Team": "A", "ID": 1001}
    people = [[row[0], *(values[title] for title in before[1:]), *row[1:]] for row in month(DAYS)]
    for place in draw(st.sets(st.integers(1, len(PEOPLE) - 1), max_size=2)):
        people.insert(place, [])
    totals = [
        [label, *[""] * (len(before) - 1), *[3] * DAYS]
        for label in draw(st.sampled_from(([], ["Total"], ["Total", "Required"])))
    ]
    behind = draw(st.booleans())
    if behind:
        people = [[*row, 144, 12] if row else row for row in people]
    rows = [[title] for title in draw(TITLES)] + [["March 2026"]] + [[] for _ in range(draw(st.integers(0, 2)))]
    rows += header(draw(HEADERS), before) + [[] for _ in range(draw(st.integers(0, 1)))] + people + totals + [[]]
    rows += [[note] for note in draw(NOTES)]
    shift = draw(st.integers(0, 3))
    return [[] for _ in range(draw(st.integers(0, 4)))] + [[None] * shift + row for row in rows]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(rosters())
def test_the_same_roster_comes_out_or_a_question(rows):
    found = found_on(rows)
    assert found.tables, rows
    assert found.questions or said(found) == meant(FIRST, DAYS)
    assert not found.questions or found.questions[0].about in ("dates", "people", "columns")


@st.composite
def rearranged(draw):
    """Draw a sheet in which people stand in another order, some are gone, and columns lie between or are moved.

    Return its rows and who is on it.
    """
    kept = draw(st.permutations(month(DAYS)))[: draw(st.integers(3, len(PEOPLE)))]
    columns = draw(st.permutations(("Name", *draw(st.sampled_from(((), ("Role",), ("Role", "Notes"), ("No.",)))))))
    values = {"Role": "RN", "Notes": None, "No.": 17}
    gap = draw(st.integers(0, 2))
    head = [
        [*columns, *row[1:]] if place == 0 else [*[None] * len(columns), *row[1:]]
        for place, row in enumerate(header(draw(HEADERS), ["Name"]))
    ]
    body = [[*(row[0] if column == "Name" else values[column] for column in columns), *row[1:]] for row in kept]
    if draw(st.booleans()):
        body[2:2] = head  # the header again, as on a second page
    legend = draw(
        st.sampled_from(([], [["D", "Day", "07:00-15:00"], ["N", "Night", "23:00-07:00"]], [["D = Day, N = Night"]]))
    )
    rows = [[*row[: len(columns)], *[None] * gap, *row[len(columns) :]] for row in (*head, *body)]
    beside = draw(st.booleans())
    if beside:
        width = len(columns) + gap + DAYS
        rows = [
            [*row, *[None] * (width - len(row)), None, *line]
            for row, line in zip(rows, [[], [], *legend, *[[]] * 20], strict=False)
        ]
    below = [] if beside else [[], *legend]
    return [["March 2026"], *rows, *below], {row[0] for row in kept}


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(rearranged())
def test_rearranged_it_is_the_same_roster_of_those_who_are_left(drawn):
    rows, kept = drawn
    found = found_on(rows)
    assert found.tables, rows
    assert found.questions or said(found) == {duty for duty in meant(FIRST, DAYS) if duty[0] in kept}
    assert set(found.tables[0].people) == kept


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(rosters())
def test_everything_that_is_told_in_full_needs_no_question(rows):
    found = found_on(rows)
    assert found.tables[0].people == PEOPLE
    assert not found.questions
