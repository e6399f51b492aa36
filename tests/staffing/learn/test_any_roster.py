"""Whatever a roster holds, something is learned from it and the period after can be formulated."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from optimizer.planning.formulation import formulate
from optimizer.planning.score import Judge
from optimizer.staffing.learn.learn import confirmed, learn
from optimizer.staffing.learn.lesson import values
from optimizer.staffing.learn.period_after import period_after
from optimizer.staffing.learn.worked_days import Rostered, Worked, WorkedDays
from tests.draw import MONDAY

CODES = (
    "D",
    "N",
    "E",
    "L",
    "DN",
    "D/C",
    "N*",
    "×",
    "U",
    "L4",
    "PTO",
    "OC",
    "EDU",
    "q",
    "7-19",
    "07:00-15:00",
    "a>b",
    "夜勤",
    "1",
)
CELLS = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 34), st.sampled_from(CODES)), max_size=120)
PEOPLE = st.lists(
    st.builds(
        Rostered,
        id=st.sampled_from("abcdef"),
        name=st.sampled_from(("Ann", "Nurse 1", "Nurse 2", "")),
        job=st.sampled_from(("", "RN", "CNA")),
        fte=st.sampled_from((None, 0.0, 0.6, 1.0)),
        groups=st.sampled_from(((), ("Senior",))),
    ),
    min_size=1,
    unique_by=lambda person: person.id,
)


@st.composite
def rosters(draw):
    people = draw(PEOPLE)
    gap = draw(st.sets(st.integers(0, 34), max_size=10))
    days = [MONDAY + timedelta(days=number) for number in range(35) if number not in gap]
    worked = tuple(
        Worked(people[who % len(people)].id, MONDAY + timedelta(days=day), code)
        for who, day, code in draw(CELLS)
        if day not in gap
    )
    return WorkedDays("4 West", tuple(people), tuple(days), worked)


@settings(max_examples=60)
@given(roster=rosters())
def test_any_roster_is_learned_and_the_period_after_formulated(roster):
    learned = learn(roster)
    assert len(learned.by_about) == len(learned.lessons)
    assert all(lesson.evidence and 0 <= lesson.sure <= 1 for lesson in learned.lessons)
    if not learned.attendance.shifts:
        with pytest.raises(ValueError, match="No code in the roster of 4 West is a shift"):
            period_after(learned)
        return
    unit, policy = period_after(learned)
    Judge(formulate(unit, policy)).judge(unit.locked)
    for ruling in policy.rulings:
        ruling.rule.check(unit)


@settings(max_examples=10)
@given(roster=rosters(), data=st.data())
def test_anything_learned_can_be_confirmed(roster, data):
    learned = learn(roster)
    about = data.draw(st.sampled_from(learned.lessons)).about
    after = confirmed(learned, about)
    assert after.by_about[about].sure == 1
    assert values(after.shifts) == values(learned.shifts)
    assert {lesson.about for lesson in after.lessons} == {lesson.about for lesson in learned.lessons}
