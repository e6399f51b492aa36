"""Night workers' hours in 24 on average: eight, a day of rest a week left out (WTR 1998 reg. 6)."""

from optimizer.staffing.law.compliance.breach import Severity
from optimizer.staffing.law.compliance.comply import comply
from tests.draw import draw


def judged(picture):
    unit, plan = draw(picture, jurisdictions=("uk-working-time",))
    found = (breach for breach in comply(unit, plan).breaches if breach.law.law.endswith("reg. 6"))
    return [(breach.who, breach.severity, breach.sentence) for breach in found]


def test_forty_eight_hours_of_nights_in_a_week_are_eight_a_day_and_one_night_more_is_too_much():
    assert judged("ann  N N N N N N .") == []
    ((who, severity, sentence),) = judged("ann  N N N N N N N")
    assert (who, severity) == ("ann", Severity.WARN)
    assert sentence == (
        "Ann is a night worker and works 9 h 20 min in 24 h on average so far, over the 7 days known of 17 weeks; "
        "at most 8 h are allowed on average."
    )


def test_who_works_fewer_than_a_third_by_night_is_no_night_worker():
    assert judged("ann  L L L L L L N") == []
    assert len(judged("ann  L L L N L N N")) == 1
