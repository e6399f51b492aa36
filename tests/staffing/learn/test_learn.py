"""Learning again what follows from what somebody confirmed or changed."""

from optimizer.planning.policy import Mode
from optimizer.staffing.facts.demand import Need, When
from optimizer.staffing.learn.learn import changed, confirmed, learn
from optimizer.staffing.learn.lesson import About, Basis, Topic, values
from optimizer.staffing.learn.period_after import period_after
from optimizer.staffing.rules.rest.rest import Rest
from tests.staffing.learn.rosters import roster

WEEK = "ann D D D Z Z . .\nbob N N . . D D Z\ncat . . N N N . ."


def test_every_lesson_has_evidence_and_is_about_one_thing():
    learned = learn(roster(WEEK, legend={}, times=4))
    assert all(lesson.evidence.endswith((".", "guess.")) for lesson in learned.lessons)
    assert all(0 <= lesson.sure <= 1 for lesson in learned.lessons)
    assert len(learned.by_about) == len(learned.lessons)


def test_guesses_are_told_the_least_sure_first():
    guesses = learn(roster(WEEK, legend={}, times=4)).guesses
    assert guesses[0].about == About(Topic.SHIFT, "Z")
    assert {lesson.basis for lesson in guesses} == {Basis.GUESSED}


def test_what_is_confirmed_is_sure():
    about = About(Topic.SHIFT, "N")
    learned = confirmed(learn(roster(WEEK, legend={}, times=4)), about)
    assert (learned.by_about[about].basis, learned.by_about[about].sure) == (Basis.CONFIRMED, 1)
    assert learned.settled == {about: learned.by_about[about].value}


def test_what_is_changed_changes_what_follows_from_it():
    before = learn(roster(WEEK, legend={}, times=4))
    after = changed(before, About(Topic.SHIFT, "Z"), None)
    assert any(lesson.about.what.startswith("Z,") for lesson in before.needs)
    assert not any(lesson.about.what.startswith("Z,") for lesson in after.needs)
    assert values(after.ftes)["ann"] < values(before.ftes)["ann"]


def test_two_codes_may_be_said_to_be_one_shift():
    before = learn(roster(WEEK, legend={}, times=4))
    after = changed(before, About(Topic.SHIFT, "Z"), values(before.shifts)["D"])
    assert [shift.code for shift in after.attendance.shifts] == ["D", "N"]
    assert {lesson.value.target for lesson in after.needs if lesson.about.what.startswith("D, Nurse")} == {1, 2}
    assert [shift.code for shift in period_after(after).unit.shifts] == ["D", "N"]


def test_a_change_stays_when_another_follows():
    learned = changed(learn(roster(WEEK, times=4)), About(Topic.FTE, "ann"), 0.5)
    learned = changed(learned, About(Topic.JOB, "bob"), "LPN")
    assert values(learned.ftes)["ann"] == 0.5
    assert "LPN" in {lesson.value.role for lesson in learned.needs if lesson.value}


def test_a_confirmed_rule_is_a_must():
    about = About(Topic.RULE, "least rest")
    learned = confirmed(learn(roster(WEEK, times=4)), about)
    assert learned.by_about[about].value.mode is Mode.MUST
    assert isinstance(learned.by_about[about].value.rule, Rest)


def test_somebody_may_add_what_was_not_learned():
    about, need = About(Topic.NEED, "E, Nurse, days"), Need(When(), "E", "Nurse", 1, 1)
    learned = changed(learn(roster(WEEK, times=4)), about, need)
    assert learned.by_about[about].value == need
    assert learned.by_about[about].evidence == "You said so."
