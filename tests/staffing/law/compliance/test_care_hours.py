"""Hours of care a patient day: 22 CCR 72329.2 (3.5, of them 2.4 by CNAs), and six over a week in New South Wales."""

from datetime import date

from optimizer.staffing.facts.demand import Need, When
from optimizer.staffing.law.compliance.breach import Severity
from optimizer.staffing.law.compliance.comply import comply
from tests.draw import draw

CNA = {"job": "CNA", "roles": ("CNA",)}


def judged(picture, patients, law, people=None):
    facts = {"needs": (Need(When(), "D", "RN", 0, 0),), "first": date(2026, 10, 5), "calendar": {"week_start": 0}}
    unit, plan = draw(picture, people, jurisdictions=(law,), **facts)
    found = comply(unit, plan, lambda _day, _label: patients).breaches
    return [(breach.day.day, breach.severity, breach.sentence) for breach in found]


def test_a_day_with_too_little_care_warns_for_each_number():
    """Ten residents take 35 h, 24 of them by CNAs; an RN and three CNAs work 8 h each."""
    people, law = dict.fromkeys(("ben", "cas", "dot"), CNA), "us-california-nursing-homes"
    picture = "ann  D D \n ben  D D \n cas  D D \n dot  D ."
    assert [day for day, *_ in judged(picture, {"nursing_home": 10}, law, people)] == [
        5,
        6,
        6,
    ]
    assert judged("ann  D \n ben  D \n cas  D \n dot  D", {"nursing_home": 9}, law, people) == []


def test_it_says_how_much_there_is_and_how_much_is_asked_for():
    ((_, severity, sentence),) = judged("ann  D", {"nursing_home": 4}, "us-veterans-nursing-homes")
    assert severity is Severity.WARN
    assert sentence == (
        "Mon 5 Oct has 8 h of care by RN, LPN, LVN, CNA or NA; "
        "38 CFR 51.130(d) asks for 10 h, 2.5 h for each patient day."
    )


def test_in_new_south_wales_a_week_is_judged_as_a_whole():
    """One patient takes 42 h a week: six duties of 8 h are enough, five are not."""
    law = "au-new-south-wales"
    assert judged("ann  D D D D D D .", {"med_surg": 1}, law) == []
    ((_, _, sentence),) = judged("ann  D D D D D . .", {"med_surg": 1}, law)
    assert sentence.startswith("The week from Mon 5 Oct to Sun 11 Oct has 40 h of care by RN, EN or AIN;")


def test_whoever_is_in_charge_or_being_oriented_does_not_count():
    for people, duty in (({"ann": {"preceptors": ("ben",)}}, "D"), (None, "D/Charge")):
        assert judged(f"ann  {duty} \n ben  .", {"nursing_home": 3}, "us-veterans-nursing-homes", people)
    assert judged("ann  D \n ben  .", {"nursing_home": 3}, "us-veterans-nursing-homes") == []
