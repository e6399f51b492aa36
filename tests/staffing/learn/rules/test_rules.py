"""Rules that the past obeys: as the rules themselves judge it."""

import pytest

from optimizer.planning.policy import Mode
from optimizer.staffing.facts.calendar import Span
from optimizer.staffing.learn.learn import learn
from optimizer.staffing.learn.rules.past import past_of
from optimizer.staffing.learn.rules.ruling_lesson import as_must
from optimizer.staffing.learn.worked_days import together
from optimizer.staffing.rules.rest.recovery_after_nights import RecoveryAfterNights
from optimizer.staffing.rules.rest.rest import Rest
from optimizer.staffing.rules.sequence.days_off import FewestDaysOff, MostDaysOff
from optimizer.staffing.rules.sequence.in_a_row import FewestInARow, MostInARow
from optimizer.staffing.rules.weekends.identical_weekends import IdenticalWeekends
from optimizer.staffing.rules.weekends.weekends import CompleteWeekends, MostWeekendsInARow
from tests.draw import day
from tests.staffing.learn.rosters import roster

ROTATING = """
ann D D D . . N N . . .
bob . . D D D . . N N .
cat N . . . D D D . . N
dan . . N N . . D D D .
"""


def learned(picture, **facts):
    return {lesson.about.what: lesson for lesson in learn(roster(picture, **facts)).rules}


def test_the_limits_of_a_rotation():
    rules = learned(ROTATING, times=5)
    assert {lesson.value.rule for lesson in rules.values()} >= {
        MostInARow(limit=3),
        MostInARow(limit=2, shifts=("night",)),
        FewestInARow(limit=2, shifts=("night",)),
        MostDaysOff(limit=3),
        Rest(limit=16 * 60),
    }
    assert rules["most nights in a row"].evidence == (
        "No more than 2 nights in a row: kept in 21 of 21 runs, 19 of them came up to it."
    )


def test_few_cases_leave_a_rule_off_and_many_put_a_price_on_it():
    few, many = learned(ROTATING)["most duties in a row"], learned(ROTATING, times=9)["most duties in a row"]
    assert (few.value.mode, many.value.mode) == (Mode.OFF, Mode.PRICED)
    assert few.sure < 0.8 < many.sure


def test_confirmed_it_is_a_must():
    assert as_must(learned(ROTATING)["least rest"].value).mode is Mode.MUST


def test_what_is_learned_is_kept_by_the_past_as_the_rules_judge_it():
    for picture, times in ((ROTATING, 3), ("ann D E N . D\nbob D D D D D", 4), ("ann N . D D . E", 7)):
        lessons = learn(roster(picture, times=times))
        rulings = tuple(as_must(lesson.value) for lesson in lessons.rules if "usual" not in lesson.about.what)
        always = [lesson for lesson in lessons.rules if " worked at all" not in lesson.evidence]
        kept = {as_must(lesson.value).rule for lesson in always if "usual" not in lesson.about.what}
        broken = past_of(lessons.attendance, lessons.roster.blocks[0]).breaches(rulings)
        assert not kept & set(broken), picture


def test_one_run_in_a_hundred_is_no_rule():
    odd = roster("ann D D D D D D D . . .\nbob D D . . . . . . . .")
    usual = roster(ROTATING, first=day(10), times=20)
    rules = {lesson.about.what: lesson for lesson in learn(together([odd, usual])).rules}
    assert rules["most duties in a row"].value.rule == MostInARow(limit=3)
    assert "kept in 162 of 163 runs" in rules["most duties in a row"].evidence


def test_nothing_goes_on_over_days_that_no_roster_covers():
    both = together([roster("ann D D D"), roster("ann D D D", first=day(10))])
    rules = {lesson.about.what: lesson for lesson in learn(both).rules}
    assert rules["most duties in a row"].value.rule == MostInARow(limit=3)


def test_successions_never_seen_though_chance_would_have_them():
    found = learned("ann D D E E N N .\nbob D E N N . D .\ncat E N . D D N .", times=12)["successions never seen"]
    assert found.value.rule.pairs == ("E>D", "N>D", "N>E")
    assert found.evidence == (
        "Never seen from one day to the next: E>D, N>D and N>E."
        " By chance there would be 9, 4 and 7 among 132 pairs of days at work."
    )


def test_few_days_forbid_no_succession():
    assert "successions never seen" not in learned("ann D E . N N . .")


def test_recovery_after_nights():
    rules = learned("ann N N . . D D .\nbob D . N N . . D", times=5)
    assert rules["recovery after nights"].value.rule == RecoveryAfterNights(limit=48 * 60, nights=2)
    assert "kept in 10 of 10 cases" in rules["recovery after nights"].evidence


def test_days_off_in_pairs():
    rules = learned("ann D D D . . D D . . D\nbob D . . D D D . . D D", times=4)
    assert rules["fewest days off"].value.rule == FewestDaysOff(limit=2)


def test_the_rhythm_of_weekends():
    rules = learned("ann D D D . . D D D D D D D . .\nbob D D D D D . . D D . . . N N", times=4)
    assert rules["whole weekends"].value.rule == CompleteWeekends()
    assert rules["same shift all weekend"].value.rule == IdenticalWeekends()
    assert rules["most weekends in a row"].value.rule == MostWeekendsInARow(limit=1)
    assert rules["whole weekends"].evidence == "8 of 8 weekends worked at all were worked on both days."


def test_weekends_without_a_rhythm():
    rules = learned("ann D . . . . D .\nbob . D . . . . D", times=4)
    assert not {"whole weekends", "same shift all weekend", "most weekends in a row"} & {*rules}


def test_a_usual_must_that_the_past_did_not_keep_is_wished_only():
    rules = learned("ann D D D D D D D", times=2)
    eased, unwished = (lesson for what, lesson in rules.items() if "Most duties" in what)
    assert eased.value.mode is Mode.PRICED
    assert eased.value.rule == MostInARow(limit=5)
    assert eased.evidence == "'Most duties in a row' is usually a must, but was broken 9 times in 14 duties."
    assert (unwished.value.mode, unwished.value.rule) == (Mode.OFF, MostInARow(limit=3))
    assert unwished.evidence == "'Most duties in a row' is usually wished, but was broken 11 times in 14 duties."


def test_guessed_times_are_told_with_the_rest():
    (rest,) = (lesson for what, lesson in learned("ann D D N N .", legend={}).items() if what == "least rest")
    assert rest.evidence.endswith("The times of D and N are guesses.")


@pytest.mark.parametrize("first", [0, 3])
def test_the_past_is_a_plan_of_the_unit(first):
    lessons = learn(roster(ROTATING))
    past = past_of(lessons.attendance, Span(day(first), day(9)))
    assert past.plan <= {*past.unit.pairs}
    assert min(pair.what.day for pair in past.plan) == day(first)
