from optimizer.staffing.facts.demand import SkillNeed, When
from optimizer.staffing.rules.coverage.skill_on_shift import SkillMaximum, SkillOnShift, SkillTarget
from tests.draw import amounts, day, says

ACLS = {"credentials": {"ACLS": None}}
EVERY_DAY = When()


def acls(shift, at_least=1, when=EVERY_DAY):
    return (SkillNeed(when, shift, "ACLS", at_least),)


def test_exactly_enough_with_the_skill_are_fine_and_everyone_missing_is_charged():
    people = {"ann": ACLS, "ben": ACLS}
    assert amounts(SkillOnShift(), "ann  D \n ben  D \n cal  D", people, skill_needs=acls("D", 2)) == []
    assert amounts(SkillOnShift(), "ann  D . \n ben  D D", {"ann": ACLS}, skill_needs=acls("D", 2)) == [1, 2]
    assert amounts(SkillOnShift(), "ann  D/Charge", {"ann": ACLS}, skill_needs=acls("D")) == []


def test_a_credential_still_counts_on_the_day_it_expires_and_not_the_day_after():
    people = {"ann": {"credentials": {"ACLS": day(0)}}}
    assert amounts(SkillOnShift(), "ann  D D", people, skill_needs=acls("D")) == [1]
    assert amounts(SkillOnShift(), "ann  D .", people, skill_needs=acls("D", when=When(day=day(0)))) == []


def test_a_window_counts_every_shift_that_lasts_through_it_and_nights_of_the_day_before():
    assert amounts(SkillOnShift(), "ann  L D", {"ann": ACLS}, skill_needs=acls("07:00-15:00")) == []
    assert amounts(SkillOnShift(), "ann  N | .", {"ann": ACLS}, skill_needs=acls("00:00-07:00")) == []


def test_leave_education_and_on_call_are_not_on_the_shift():
    assert amounts(SkillOnShift(), "ann  P S C", {"ann": ACLS}, skill_needs=acls("D")) == [1, 1, 1]


def test_the_skill_can_be_needed_on_call():
    assert amounts(SkillOnShift(), "ann  C", {"ann": ACLS}, skill_needs=acls("C")) == []


def test_it_is_needed_only_on_its_days():
    weekend = When(weekdays=frozenset({5, 6}))
    assert amounts(SkillOnShift(), "ann  . . . . . . .", skill_needs=acls("D", when=weekend)) == [1, 1]
    holiday = {"holidays": {day(2): "Corpus Christi"}}
    assert amounts(SkillOnShift(), "ann  . . .", skill_needs=acls("D", when=When(holidays=True)), calendar=holiday) == [
        1
    ]


def test_only_those_for_whom_the_rule_stands_are_counted():
    people = {"ann": ACLS, "ben": {**ACLS, "employment": "Agency"}}
    rule = SkillOnShift(to=("not Agency",))
    assert amounts(rule, "ann  D . \n ben  . D", people, skill_needs=acls("D")) == [1]


def test_the_sentence_names_shift_day_skill_and_numbers():
    assert says(SkillOnShift(), "ann  D", {"ann": ACLS}, skill_needs=acls("D", 2)) == [
        "D on Mon 1 Jun has 1 person with ACLS; it needs 2."
    ]
    assert says(SkillOnShift(), "ann  .", skill_needs=(SkillNeed(When(), "D", "charge course"),)) == [
        "D on Mon 1 Jun has 0 people with charge course; it needs 1."
    ]


def test_a_window_may_be_written_with_spaces():
    assert says(SkillOnShift(), "ann  .", skill_needs=acls("07:00 - 15:00")) == [
        "07:00 - 15:00 on Mon 1 Jun has 0 people with ACLS; it needs 1."
    ]


def test_a_more_particular_day_overrides_every_day():
    needs = (*acls("D", 2), *acls("D", 1, When(day=day(1))))
    assert amounts(SkillOnShift(), "ann  D D", {"ann": ACLS}, skill_needs=needs) == [1]


def test_a_target_and_a_maximum_of_a_skill_are_told_apart():
    people = {"ann": ACLS, "ben": ACLS, "cal": ACLS}
    needs = (SkillNeed(EVERY_DAY, "D", "ACLS", 0, target=2, maximum=2),)
    assert amounts(SkillOnShift(), "ann  . . .", people, skill_needs=needs) == []
    assert amounts(SkillTarget(), "ann  D . . \n ben  D D .", people, skill_needs=needs) == [1, 2]
    assert amounts(SkillMaximum(), "ann  D D \n ben  D D \n cal  . D", people, skill_needs=needs) == [1]
    assert amounts(SkillTarget(), "ann  .", people, skill_needs=acls("D")) == []
    assert amounts(SkillMaximum(), "ann  D", people, skill_needs=acls("D")) == []


def test_the_sentences_of_a_target_and_a_maximum():
    needs = (SkillNeed(EVERY_DAY, "D", "ACLS", 0, target=2, maximum=0),)
    assert says(SkillTarget(), "ann  D", {"ann": ACLS}, skill_needs=needs) == [
        "D on Mon 1 Jun has 1 person with ACLS; the target is 2."
    ]
    assert says(SkillMaximum(), "ann  D", {"ann": ACLS}, skill_needs=needs) == [
        "D on Mon 1 Jun has 1 person with ACLS; the maximum is 0."
    ]
