"""Who could take a duty: numbers worked by hand, and on random plans the same as judging the whole again."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from optimizer.planning.formulation import formulate
from optimizer.planning.policy import Policy
from optimizer.planning.score import Judge
from optimizer.staffing.demand import Need, When
from optimizer.staffing.figures import Figures
from optimizer.staffing.policy import must, priced
from optimizer.staffing.rates import PayClass
from optimizer.staffing.request import Request, Wish
from optimizer.staffing.rules.coverage import CoverMinimum
from optimizer.staffing.rules.one_duty_a_day import OneDutyADay
from optimizer.staffing.rules.requests import Requests
from optimizer.staffing.rules.rest import Rest
from optimizer.staffing.shift import Duty
from optimizer.summary.candidates import candidates, options, replacements
from tests.draw import day, draw
from tests.random_units import plans, policies, units

POLICY = Policy((must(OneDutyADay()), must(CoverMinimum()), must(Rest(limit=10 * 60)), priced(Requests(), 40)))
PICTURE = "ann  N . .\nben  . . .\ncal  . E .\ndot  . . .\nann2  . D ."
FACTS = {
    "people": {
        "ann": {"pay_class": "RN"},
        "ben": {"pay_class": "RN"},
        "cal": {"pay_class": "senior"},
        "dot": {"roles": ("CNA",)},
        "ann2": {"pay_class": "RN"},
    },
    "needs": (Need(When(day=day(1)), "D", "RN", 2, 2),),
    "requests": (Request("ben", Wish.OFF, day(1), day(1)),),
    "pay": {"RN": PayClass(40_00), "senior": PayClass(50_00)},
}


def judged(picture=PICTURE, **facts):
    unit, plan = draw(picture, **FACTS | facts)
    judge = Judge(formulate(unit, POLICY))
    return unit, judge, judge.judge(plan)


def by_name(found):
    return {each.who: each for each in found}


def test_everyone_who_may_fill_the_role_and_is_not_there_is_ranked_by_musts_then_penalty():
    found = candidates(*judged(), day(1), "D", "RN")
    assert [each.who for each in found] == ["cal", "ben", "ann"]
    assert [(each.effect.broken, each.effect.penalty) for each in found] == [(-1, 0), (-1, 40_00), (9, 0)]


def test_pay_is_what_it_costs_more_and_the_duty_takes_the_place_of_what_there_was():
    found = by_name(candidates(*judged(), day(1), "D", "RN"))
    assert {who: each.effect.pay for who, each in found.items()} == {"cal": 0, "ben": 320_00, "ann": 320_00}
    assert found["cal"].instead == (Duty(day(1), "E", "RN"),)
    assert found["ben"].instead == ()


def test_consequences_are_told_in_sentences():
    found = by_name(candidates(*judged(), day(1), "D", "RN"))
    filled = "D on Tue 2 Jun has 1 as RN; minimum staffing is 2."
    assert found["ben"].effect.gone == (filled,)
    assert found["ben"].effect.new == ("Ben asked not to work on Tue 2 Jun but does.",)
    assert found["ann"].effect.new == ("Ann has 0 h of rest before the duty on Tue 2 Jun; it should be 10 h.",)


def test_what_is_still_wrong_but_less_so_is_told_apart():
    unit, judge, verdict = judged(needs=(Need(When(day=day(1)), "D", "RN", 3, 3),))
    effect = by_name(candidates(unit, judge, verdict, day(1), "D", "RN"))["cal"].effect
    assert (effect.new, effect.gone) == ((), ())
    assert effect.eased == ("D on Tue 2 Jun has 2 as RN; minimum staffing is 3.",)


def test_a_window_takes_every_shift_that_lasts_through_it_and_each_person_once():
    found = candidates(*judged(needs=(Need(When(day=day(1)), "07:00-15:00", "RN", 2, 2),)), day(1), "07:00-15:00", "RN")
    assert sorted(each.who for each in found) == ["ann", "ben", "cal"]
    assert {each.duty.shift for each in found} <= {"D", "L"}


def test_who_is_not_employed_and_whose_day_is_locked_is_no_candidate():
    people = FACTS["people"] | {"ben": {"leaves": day(0)}}
    found = candidates(*judged(people=people), day(1), "D", "RN", locked={("cal", day(1))})
    assert [each.who for each in found] == ["ann"]


def test_no_more_than_asked_are_returned():
    assert [each.who for each in candidates(*judged(), day(1), "D", "RN", limit=1)] == ["cal"]


def test_a_replacement_takes_the_duty_and_the_other_has_it_off():
    found = by_name(replacements(*judged(), "ann2", day(1)))
    assert sorted(found) == ["ann", "ben", "cal"]
    assert found["ben"].effect.broken == 0
    assert found["ben"].effect.pay == 0
    assert {pair.who for pair in found["ben"].minus} == {"ann2"}
    assert replacements(*judged(), "ben", day(1)) == ()


def test_options_are_off_and_every_shift_and_role_with_what_each_changes():
    unit, judge, verdict = judged()
    found = options(unit, judge, verdict, "cal", day(1))
    assert len(found) == 1 + 6 * 2 + 2  # off; six shifts in two roles; a study day and leave
    (now,) = (each for each in found if each.has)
    assert (now.duty, now.effect.broken, now.effect.pay) == (Duty(day(1), "E", "RN"), 0, 0)
    assert found[0].duty is None
    assert found[0].effect.pay == -400_00
    dearer = next(each for each in found if each.duty == Duty(day(1), "L", "RN"))
    assert dearer.effect.pay == 200_00


@settings(max_examples=100, suppress_health_check=[*HealthCheck])
@given(st.data())
def test_what_is_told_is_what_judging_and_paying_the_whole_plan_again_gives(data):
    unit, policy = data.draw(units()), data.draw(policies())
    judge = Judge(formulate(unit, policy))
    verdict = judge.judge(data.draw(plans(unit)))
    pair = data.draw(st.sampled_from([pair for pair in unit.pairs if pair.what.role]))
    who, what = pair.who, pair.what
    made = [
        *candidates(unit, judge, verdict, what.day, what.shift, what.role),
        *options(unit, judge, verdict, who, what.day),
        *replacements(unit, judge, verdict, who, what.day),
    ]
    spent = sum(Figures(unit, verdict.plan).spent.values())
    was = {f.rule.say(unit, f) for f in judge.findings(verdict)}
    for each in made:
        after = judge.judge((verdict.plan - each.minus) | each.plus)
        assert verdict.score.broken + each.effect.broken == after.score.broken
        assert verdict.score.cost + each.effect.penalty == after.score.cost
        assert spent + each.effect.pay == sum(Figures(unit, after.plan).spent.values())
        now = {f.rule.say(unit, f) for f in judge.findings(after)}
        assert now - was <= {*each.effect.new, *each.effect.eased} <= now
        assert {*each.effect.gone} <= was
