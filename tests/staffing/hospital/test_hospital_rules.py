"""What a pool and a whole hospital are asked beyond the rules of units: where people float, and agency hours of all."""

from dataclasses import replace

import pytest

from optimizer.planning.score import Judge
from optimizer.staffing.facts.staff import Employment
from optimizer.staffing.hospital.hospital import Orientation
from optimizer.staffing.hospital.whole import laws_of, members_with_guests, shared_rules, whole_of
from tests.samples.hospitals import tiny

FACTS = tiny(1, days=3)
RANKED = (Orientation("p0", "3E", rank=1), Orientation("p0", "ICU", rank=3, least=1, most=1))


def found(formulation, unit, key, wanted):
    """Return the findings of a rule for a plan of all duties that are wanted, and what it says of them."""
    judge = Judge(formulation)
    findings = judge.findings(judge.judge(frozenset(filter(wanted, formulation.pairs))))
    own = [finding for finding in findings if finding.rule.key == key]
    return own, [finding.rule.say(unit, finding) for finding in own]


def in_pool(key, code):
    """Return what a rule finds, and says to the pool, where all their duties by day are in one unit."""
    pool = members_with_guests(replace(FACTS, orientations=RANKED))[-1]
    return found(laws_of(pool), pool.unit, key, lambda pair: pair.what.shift == f"{code}:D")


def test_a_duty_where_somebody_likes_less_to_work_costs_its_rank():
    findings, told = in_pool("float-preference", "ICU")
    assert [finding.cost for finding in findings] == [3 * (3 - 1) * FACTS.rank_price]
    assert told == ["Pool 0 works in ICU, not where they like to best."]
    assert in_pool("float-preference", "3E") == ([], [])


@pytest.mark.parametrize(("code", "had"), [("ICU", "3 duties"), ("3E", "0 duties")])
def test_as_many_duties_in_a_unit_as_a_line_says(code, had):
    findings, told = in_pool("float-duties", code)
    assert [finding.must for finding in findings] == [True]
    assert told == [f"Pool 0 has {had} in ICU; it should be 1."]


def test_agency_hours_are_those_of_all_units_together():
    """Each of two units has one agency nurse, who works three long days."""
    agency = {"n0": Employment.AGENCY}
    members = tuple(replace(each, unit=employed_as(each.unit, agency)) for each in FACTS.members)
    paid = members[0].unit.shift_by_code["D"].paid

    def judged(hours):
        facts = replace(FACTS, members=members, agency=hours)
        whole = whole_of(members_with_guests(facts), shared_rules(facts))
        return found(whole, members[0].unit, "hospital-agency", lambda pair: pair.what.shift == "D")

    (finding,), (told,) = judged(5 * paid)
    assert (finding.total, finding.amount, finding.must) == (6 * paid, paid, True)
    assert told == "Agency staff have 72 h in all units; the cap is 60 h."
    assert {pair.who for _, pair in finding.law.terms} == {"3E:n0", "ICU:n0"}
    assert judged(6 * paid) == ([], [])


def employed_as(unit, how):
    """Return a unit some of whose staff are employed otherwise."""
    return replace(unit, staff=tuple(replace(s, employment=how.get(s.id, s.employment)) for s in unit.staff))
