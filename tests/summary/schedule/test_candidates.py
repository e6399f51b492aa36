"""Who could take a duty: numbers worked by hand, and on random plans the same as judging the whole again."""

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from optimizer.planning.formulation import formulate
from optimizer.planning.policy import Policy
from optimizer.planning.score import Judge
from optimizer.staffing.facts.demand import Need, When
from optimizer.staffing.facts.rates import PayClass
from optimizer.staffing.facts.request import Request, Wish
from optimizer.staffing.facts.shift import Duty
from optimizer.staffing.policy import must, priced
from optimizer.staffing.rules.coverage.coverage import CoverMinimum
from optimizer.staffing.rules.rest.rest import Rest
from optimizer.staffing.rules.sequence.in_a_row import MostInARow
from optimizer.staffing.rules.who.one_duty_a_day import OneDutyADay
from optimizer.staffing.rules.wishes.requests import Requests
from optimizer.staffing.schedule.figures import Figures
from optimizer.summary.schedule.candidates import Takers, candidates, options, replacements
from tests.draw import ROLES, SHIFTS, day, draw
from tests.made.random_policies import policies
from tests.made.random_units import plans, units

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


def judged(picture=PICTURE, policy=POLICY, **facts):
    unit, plan = draw(picture, **FACTS | facts)
    judge = Judge(formulate(unit, policy))
    return unit, judge, judge.judge(plan)


def by_name(found):
    return {each.who: each for each in found}


def why_not(found):
    return {each.who: each.reasons for each in found.could_not}


def test_who_breaks_no_must_is_ranked_by_price_then_by_how_much_else_moves():
    found = candidates(*judged(), day(1), "D", "RN")
    assert [each.who for each in found.could] == ["cal", "ben"]
    assert [(each.effect.broken, each.effect.penalty) for each in found.could] == [(-1, 0), (-1, 40_00)]
    nobody_asks = candidates(*judged(requests=()), day(1), "D", "RN")
    assert [each.who for each in nobody_asks.could] == ["ben", "cal"]  # cal gives up E, ben nothing


def test_who_would_break_a_must_stands_apart_with_the_sentence_though_another_is_mended_by_it():
    found = candidates(*judged(), day(1), "D", "RN")
    assert why_not(found)["ann"] == ("Ann has 0 h of rest before the duty on Tue 2 Jun; it should be 10 h.",)
    rest_less = Policy((must(OneDutyADay()), must(CoverMinimum()), must(Rest(limit=60))))
    found = candidates(
        *judged(policy=rest_less), day(1), "D", "RN"
    )  # one hour short mends one person missing: 0 in all
    assert "ann" in why_not(found)
    assert "ann" not in by_name(found.could)


def test_a_must_that_is_broken_already_must_not_get_worse():
    policy = Policy((must(OneDutyADay()), must(CoverMinimum()), must(MostInARow(limit=1))))
    unit, judge, verdict = judged("ann  D D . .\nben  . . . .", policy)
    found = candidates(unit, judge, verdict, day(2), "D", "RN")
    assert [each.who for each in found.could] == ["ben"]
    assert list(why_not(found)) == ["ann"]


def test_who_cannot_come_is_told_in_plain_words_and_never_ranked():
    people = FACTS["people"] | {
        "ben": {"leaves": day(0)}, "cal": {}, "eve": {}, "fay": {}, "gus": {}, "hal": {"roles": ("RN",)},
    }  # fmt: skip
    picture = PICTURE.replace("cal  . E .", "cal  . P .") + "\neve  . . .\nfay  . L .\ngus  . S .\nhal  . . ."
    roles = (replace(ROLES[0], requires=("RN licence",)), *ROLES[1:])
    people = {who: {"credentials": {"RN licence": day(3)}, **facts} for who, facts in people.items()}
    people["hal"]["credentials"] = {"RN licence": day(0)}
    leave = (Request("eve", Wish.OFF, day(0), day(2), approved=True),)
    found = candidates(*judged(picture, people=people, roles=roles, requests=leave), day(1), "D", "RN")
    assert found.could == ()
    assert why_not(found) == {
        "ann": ("Ann has 0 h of rest before the duty on Tue 2 Jun; it should be 10 h.",),
        "ben": ("Ben is not employed on Tue 2 Jun.",),
        "cal": ("Cal is away on Tue 2 Jun (Paid leave).",),
        "dot": ("Dot does not work as RN.",),
        "eve": ("Eve is on approved leave on Tue 2 Jun.",),
        "fay": ("Fay is at work then: L on Tue 2 Jun, 07:00 to 19:00.",),
        "gus": ("Gus is at work then: S on Tue 2 Jun, 08:00 to 16:00.",),
        "hal": ("Hal lacks a valid credential as RN on Tue 2 Jun: RN licence (expired Mon 1 Jun 2026).",),
    }


def test_a_duty_of_the_day_before_or_after_that_lasts_into_it_is_work_at_the_time():
    needs = (Need(When(day=day(1)), "M", "RN", 1, 1),)
    early = replace(SHIFTS[0], start=6 * 60)
    unit, plan = draw("ann  . . D\nben  . . .", needs=needs, shifts=(early, *SHIFTS[1:]))
    judge = Judge(formulate(unit, Policy((must(OneDutyADay()), must(CoverMinimum())))))
    found = candidates(unit, judge, judge.judge(plan), day(1), "M", "RN")
    assert why_not(found) == {"ann": ("Ann is at work then: D on Wed 3 Jun, 06:00 to 15:00.",)}


def test_the_absent_nurse_is_not_her_own_replacement():
    picture = PICTURE.replace("ann2  . D .", "ann2  . P .")
    found = candidates(*judged(picture), day(1), "D", "RN")
    assert why_not(found)["ann2"] == ("Ann2 is away on Tue 2 Jun (Paid leave).",)


def test_another_role_in_the_same_shift_is_no_other_work():
    needs = (Need(When(day=day(1)), "D", "Charge", 1, 1),)
    people = {"ann2": {"credentials": {"charge course": None}}}
    found = candidates(*judged("ann2  . D .", people=people, needs=needs, requests=()), day(1), "D", "Charge")
    assert [(each.who, each.instead) for each in found.could] == [("ann2", (Duty(day(1), "D", "RN"),))]


def test_pay_is_what_it_costs_more_and_the_duty_takes_the_place_of_what_there_was():
    found = by_name(candidates(*judged(), day(1), "D", "RN").could)
    assert {who: each.effect.pay for who, each in found.items()} == {"cal": 0, "ben": 320_00}
    assert found["cal"].instead == (Duty(day(1), "E", "RN"),)
    assert found["ben"].instead == ()


def test_consequences_are_told_in_sentences():
    found = by_name(candidates(*judged(), day(1), "D", "RN").could)
    assert found["ben"].effect.gone == ("D on Tue 2 Jun has 1 as RN; minimum staffing is 2.",)
    assert found["ben"].effect.new == ("Ben asked not to work on Tue 2 Jun but does.",)
    assert found["ben"].effect.breaks == ()


def test_what_is_still_wrong_but_less_so_is_told_apart():
    unit, judge, verdict = judged(needs=(Need(When(day=day(1)), "D", "RN", 3, 3),))
    effect = by_name(candidates(unit, judge, verdict, day(1), "D", "RN").could)["cal"].effect
    assert (effect.new, effect.gone) == ((), ())
    assert effect.eased == ("D on Tue 2 Jun has 2 as RN; minimum staffing is 3.",)


def test_a_window_takes_every_shift_that_lasts_through_it_and_each_person_once():
    found = candidates(*judged(needs=(Need(When(day=day(1)), "07:00-15:00", "RN", 2, 2),)), day(1), "07:00-15:00", "RN")
    assert sorted(each.who for each in found.could) == ["ben", "cal"]
    assert {each.duty.shift for each in found.could} <= {"D", "L"}
    assert list(why_not(found)) == ["ann", "dot"]


def test_whose_day_is_locked_is_told_so():
    found = candidates(*judged(), day(1), "D", "RN", locked={("cal", day(1))})
    assert [each.who for each in found.could] == ["ben"]
    assert why_not(found)["cal"] == ("Cal's Tue 2 Jun is locked.",)


def test_no_more_than_asked_are_returned():
    assert [each.who for each in candidates(*judged(), day(1), "D", "RN", limit=1).could] == ["cal"]


def test_a_replacement_takes_the_duty_and_the_other_has_it_off():
    both = replacements(*judged(), "ann2", day(1))
    found = by_name(both.could)
    assert sorted(found) == ["ben", "cal"]
    assert sorted(why_not(both)) == ["ann", "dot"]
    assert found["ben"].effect.broken == 0
    assert found["ben"].effect.pay == 0
    assert {pair.who for pair in found["ben"].minus} == {"ann2"}
    assert replacements(*judged(), "ben", day(1)) == Takers()


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
    assert {each.duty.role for each in found if each.duty and each.reasons} == {"Charge"}  # takes a course


def test_what_breaks_a_must_is_told_with_the_reason():
    unit, judge, verdict = judged()
    why = {each.duty: each.reasons for each in options(unit, judge, verdict, "ann2", day(1))}
    assert why[None] == ("D on Tue 2 Jun has nobody as RN; minimum staffing is 2.",)
    assert why[Duty(day(1), "D", "RN")] == ()


@settings(max_examples=100, suppress_health_check=[*HealthCheck])
@given(st.data())
def test_what_is_told_is_what_judging_and_paying_the_whole_plan_again_gives(data):
    unit, policy = data.draw(units()), data.draw(policies())
    judge = Judge(formulate(unit, policy))
    verdict = judge.judge(data.draw(plans(unit)))
    pair = data.draw(st.sampled_from([pair for pair in unit.pairs if pair.what.role]))
    who, what = pair.who, pair.what
    offers = [
        *candidates(unit, judge, verdict, what.day, what.shift, what.role).could,
        *replacements(unit, judge, verdict, who, what.day).could,
    ]
    made = [*offers, *options(unit, judge, verdict, who, what.day)]
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
        worse = _worse_musts(judge.findings(verdict), judge.findings(after))
        assert bool(worse) == bool(each.effect.breaks)
        assert each not in offers or not worse


def _worse_musts(before, after):
    """Return the musts that are broken after and were not before, or less: each law on each day by itself."""
    was = {(id(f.law), f.place.day, f.short): f.amount for f in before}
    return [f for f in after if f.must and f.amount > was.get((id(f.law), f.place.day, f.short), 0)]
