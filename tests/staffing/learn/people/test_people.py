"""Who people are: jobs, leaders, hours, shifts of their own."""

import pytest

from optimizer.staffing.facts.demand import SkillNeed, When
from optimizer.staffing.learn.learn import learn
from optimizer.staffing.learn.lesson import Basis, values
from optimizer.staffing.learn.people.lead_marks import LEAD, with_leads
from tests.staffing.learn.rosters import roster


def test_jobs_are_as_stated_or_by_the_names():
    learned = learn(roster("nurse_1 D D\nnurse_2 D .\ncarer_1 D .\nbob D D", people={"bob": {"job": "LPN"}}))
    assert values(learned.jobs) == {"nurse_1": "Nurse", "nurse_2": "Nurse", "carer_1": "Nurse", "bob": "LPN"}
    assert learned.jobs[0].evidence == "2 of 4 names are Nurse and a number."
    assert [lesson.basis for lesson in learned.jobs] == [Basis.GUESSED] * 3 + [Basis.STATED]


def test_a_mark_behind_a_code_tells_who_leads():
    marked = with_leads(roster("ann D/C D* D D-IC\nbob D D D(C) D"))
    assert [(cell.who, cell.code) for cell in marked.worked if cell.role == LEAD] == [
        ("ann", "D"),
        ("ann", "D"),
        ("ann", "D"),
        ("bob", "D"),
    ]


@pytest.mark.parametrize("code", ["DN", "D/E", "X*"])
def test_what_is_no_mark(code):
    assert {cell.role for cell in with_leads(roster(f"ann D D {code} E N", legend={})).worked} == {""}


def test_who_led_leads():
    learned = learn(roster("ann D/C D . .\nbob . . D/C D\ncat D D D D"))
    assert values(learned.leaders) == {"ann": True, "bob": True}
    assert learned.leaders[0].evidence == "Ann led on 1 of 2 duties."


def test_a_group_of_which_one_was_always_there():
    picture = "ann D . D .\nbob . D . D\ncat D D . .\ndan . . D D\neve . D D .\nfay D . . D"
    senior = {"ann": {"groups": ("Senior",)}, "bob": {"groups": ("Senior",)}}
    (lesson,) = learn(roster(picture, people=senior, times=7)).skills
    assert lesson.value == SkillNeed(When(), "D", "Senior")
    assert lesson.evidence == "One of Senior was on D on 28 of 28 days; by chance that happens in 0.2 % of cases."


def test_a_group_that_was_there_by_chance():
    people = {who: {"groups": ("Union",)} for who in ("ann", "bob")}
    assert not learn(roster("ann D . D .\nbob . D . D\ncat D D . .", people=people)).skills


def test_hours_by_contract():
    learned = learn(roster("ann D D D D D . .\nbob D D D D D . .\ncat D D . . . . .", times=4))
    assert learned.full_time.value == 40 * 60
    assert learned.full_time.evidence == "2 of 3 people worked about 40 h a week, more than the others."
    assert values(learned.ftes) == {"ann": 1, "bob": 1, "cat": 0.4}
    assert learned.ftes[2].evidence == (
        "Cat worked 16 h a week over 28 days; in 4 of 4 weeks it was within one duty of 0.4 FTE, 16 h."
    )


def test_days_of_leave_are_not_held_against_anybody():
    learned = learn(
        roster("ann D D D D D . . P P P P P . . D D D D D . .\nbob D D D D D . . D D D D D . . D D D D D . .")
    )
    assert values(learned.ftes)["ann"] == 1
    assert "5 days of leave apart" in learned.ftes[0].evidence


def test_a_weekend_between_days_of_leave_is_leave_too():
    learned = learn(roster("ann D D D D D . . P P P P P . . P D D D D . . D D D D D . .", times=1))
    assert len(learned.attendance.away("ann")) == 8


def test_stated_fte_tells_what_full_time_is():
    half = {"ann": {"fte": 0.5}, "bob": {"fte": 0.5}}
    learned = learn(roster("ann D D D . . . .\nbob . . . D D . D\ncat D D D D D . .", people=half, times=4))
    assert learned.full_time.value == 48 * 60
    assert values(learned.ftes) == {"ann": 0.5, "bob": 0.5, "cat": 0.85}


def test_who_was_hardly_there_has_what_others_have():
    learned = learn(roster("ann D D D D D . .\nbob P P P P P P P"))
    assert values(learned.ftes) == {"ann": 1, "bob": 1}
    assert learned.ftes[1].basis is Basis.GUESSED


def test_more_than_full_time_is_not_full_time():
    learned = learn(roster("ann L L L L L L .", times=4))
    assert (learned.full_time.value, learned.full_time.basis) == (40 * 60, Basis.GUESSED)


def test_more_weeks_make_us_surer():
    week = "ann D D D D D . .\nbob D D D D D . ."
    assert learn(roster(week, times=8)).ftes[0].sure > learn(roster(week, times=4)).ftes[0].sure > 0.5


def test_who_works_only_some_shifts():
    learned = learn(roster("ann N N N . . . .\nbob D N . D N . .\ncat D D . N N . .", times=4))
    assert values(learned.own_shifts) == {"ann": ("N",)}
    assert learned.own_shifts[0].evidence == (
        "All 12 duties of Ann were N; by chance that happens in less than 0.1 % of cases."
    )


def test_few_duties_tell_nothing_of_shifts():
    assert not learn(roster("ann N N . . . . .\nbob D N . D N . .\ncat D D . N N . .")).own_shifts


def test_one_who_works_far_more_than_all_others_is_full_time():
    others = "\n".join(
        f"{who} D . . . . . ." for who in ("bob", "cat", "dan", "eve", "fay", "gus", "hal", "ida", "jon")
    )
    learned = learn(roster(f"ann D D D D D . .\n{others}", times=2))
    assert (learned.full_time.value, learned.full_time.basis) == (40 * 60, Basis.GUESSED)
