"""Care plans, referrals and hand-offs are dated tasks, and their minutes count in the hours of work."""

from dataclasses import replace
from datetime import timedelta

import pytest

from optimizer.caseload.assemble import assembled
from optimizer.caseload.care.care_goal import CareGoal
from optimizer.caseload.care.care_task_times import USUAL_TIMES, CareTaskTimes
from optimizer.caseload.care.care_tasks import CareWork, care_tasks
from optimizer.caseload.care.community_referral import CommunityReferral, Loop
from optimizer.caseload.days.elsewhere import Elsewhere
from optimizer.caseload.manager import Manager
from optimizer.caseload.panel import Case, Panel
from optimizer.caseload.patient import Patient
from optimizer.caseload.presets.capacity import setting
from optimizer.planning.pair import Pair
from optimizer.summary.caseload.care import goals_text, loops_text
from tests.caseload.draw import DAY

HOURS = setting("community")
ASKED = CareTaskTimes(handoff=30)


def day(number):
    """Return a day, by how many there are from the planning date (a Monday) to it."""
    return DAY + timedelta(days=number)


def panel(care=USUAL_TIMES, ann=None, **patient):
    staff = (Manager("ann", "Ann", **(ann or {})), Manager("ben", "Ben"))
    people = (Patient("p", **patient),)
    given = frozenset({Pair("ann", Case("p"))})
    return assembled(Panel("Made", DAY, staff, people, {}, {}, given=given, care=care), HOURS)


def due(made, until=28, **asked):
    return [(task.by, task.work, task.minutes) for task in care_tasks(made, day(until), **asked)]


def more_work(**patient):
    """Return how many minutes more a patient takes, and how many fewer Ann and Ben have, for what is known."""
    plain, made = panel(), panel(**patient)
    less = [plain.capacity[who] - made.capacity[who] for who in ("ann", "ben")]
    return made.work["p"].minutes - plain.work["p"].minutes, *less


@pytest.mark.parametrize(("review", "minutes"), [(-40, 25), (0, 25), (27, 25), (28, 0)])
def test_a_review_that_is_overdue_or_due_in_four_weeks_counts_in_the_month(review, minutes):
    assert more_work(goals=(CareGoal("Walks again", day(review), minutes=25),)) == (minutes, 0, 0)


def test_a_named_owner_has_the_minutes_whoever_has_the_patient():
    assert more_work(goals=(CareGoal("Walks again", day(3), owner="ben", minutes=25),)) == (0, 0, 25)


def test_a_goal_that_was_met_asks_for_nothing():
    goal = CareGoal("Walks again", day(3), minutes=25, met=DAY)
    made = panel(goals=(goal, replace(goal, met=day(1))))
    assert due(made) == [(day(3), CareWork.REVIEW, 25)]
    assert goals_text(made, DAY) == "1 standing, 1 met"


def test_a_referral_is_followed_until_the_loop_is_closed():
    sent = CommunityReferral("Food bank", day(-8), minutes=15)
    accepted = replace(sent, accepted=day(-2))
    closed = replace(accepted, closed=day(-1))
    assert [each.loop(DAY) for each in (sent, accepted, closed)] == [*Loop]
    made = panel(referrals=(sent, accepted, closed))
    assert due(made) == [(day(-1), CareWork.REFERRAL, 15), (day(28), CareWork.REFERRAL, 15)]
    assert loops_text(made, DAY) == "3: 1 sent, 1 accepted, 1 closed; 1 overdue"
    assert loops_text(made, day(-9)) == "0: 0 sent, 0 accepted, 0 closed; 0 overdue"


@pytest.mark.parametrize(("days", "late"), [(7, False), (8, True)])
def test_a_referral_is_overdue_from_the_day_after_it_should_be_accepted(days, late):
    made = panel(referrals=(CommunityReferral("Food bank", day(-days)),))
    assert (due(made)[0][0] < DAY) is late


def test_nobody_is_asked_for_a_hand_off_without_its_minutes():
    assert due(panel(discharged=day(-3))) == []


def test_a_hand_off_is_due_on_the_next_business_day_after_a_transition():
    friday = day(-3)
    made = panel(ASKED, discharged=friday)
    assert due(made) == [(DAY, CareWork.HANDOFF, 30)]
    assert due(panel(ASKED, discharged=friday, handed_off=friday)) == []
    assert due(panel(ASKED, discharged=friday, handed_off=friday - timedelta(days=1))) == due(made)
    assert due(panel(ASKED, discharged=day(-31))) == []


def test_going_elsewhere_and_coming_back_are_two_transitions():
    made = panel(ASKED, elsewhere=(Elsewhere(day(1), day(8), "rehabilitation"),))
    assert [task.what for task in care_tasks(made, day(28))] == [
        "to rehabilitation on Tue 3 Mar", "back from rehabilitation on Wed 11 Mar",
    ]  # fmt: skip


def test_a_hand_off_on_the_last_business_day_before_a_planned_stay_counts():
    """The stay begins on a Tuesday, the one after it on a Monday."""
    stay = Elsewhere(day(1), None, "rehabilitation")
    for handed, left in ((-3, 1), (0, 0), (1, 0)):
        assert len(due(panel(ASKED, elsewhere=(stay,), handed_off=day(handed)))) == left
    monday = Elsewhere(day(7), None, "rehabilitation")
    assert len(due(panel(ASKED, elsewhere=(monday,), handed_off=day(3)))) == 1
    assert due(panel(ASKED, elsewhere=(monday,), handed_off=day(4))) == []


def test_who_hands_over_a_caseload_hands_off_its_patients():
    made = panel(ASKED, ann={"successor": "ben", "hands_over": day(7)})
    (task,) = care_tasks(made, day(28))
    assert (task.owner, task.what, task.by) == ("ann", "Ann to Ben on Mon 9 Mar", day(8))
    assert made.capacity["ann"] == panel().capacity["ann"] - 30


def test_what_was_done_later_is_still_to_do_as_seen_before():
    made = panel(referrals=(CommunityReferral("Food bank", day(-5), accepted=day(-1), minutes=5),))
    assert due(made, day=day(-2)) == [(day(2), CareWork.REFERRAL, 5)]
