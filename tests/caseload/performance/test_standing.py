"""How measures stand on the planning date, and how months add up to the panel's."""

from datetime import date, timedelta
from fractions import Fraction

from optimizer.caseload.care.community_referral import CommunityReferral
from optimizer.caseload.manager import Manager
from optimizer.caseload.panel import Case, Panel
from optimizer.caseload.patient import Patient
from optimizer.caseload.performance.case_measure import CaseMeasure
from optimizer.caseload.performance.month_figure import MonthFigure
from optimizer.caseload.performance.standing import standing
from optimizer.caseload.presets.capacity import setting
from optimizer.planning.pair import Pair
from optimizer.summary.caseload.performance import performance_charts
from tests.caseload.draw import DAY

BEFORE, AFTER = DAY - timedelta(days=1), DAY + timedelta(days=1)


def panel(*patients):
    given = frozenset(Pair("ann", Case(each.id)) for each in patients)
    return Panel("Made", DAY, (Manager("ann", "Ann"), Manager("ben", "Ben")), patients, {}, {}, given=given)


def test_what_is_overdue_is_not_on_time():
    often = timedelta(days=setting("community").between[1])
    sent = (CommunityReferral("Food bank", DAY - timedelta(days=8)), CommunityReferral("Food bank", DAY))
    made = panel(
        Patient("p1", contacted=DAY - often, review_due=DAY, referrals=sent),
        Patient("p2", contacted=BEFORE - often, review_due=BEFORE),
    )
    found = {(each.manager, each.measure): (each.number, each.of) for each in standing(made, setting("community"))}
    told = (CaseMeasure.CONTACTS, CaseMeasure.REVIEWS, CaseMeasure.REFERRALS)
    assert [found["ann", measure] for measure in told] == [(1, 2)] * 3
    assert found["ben", CaseMeasure.CONTACTS] == (0, 0)


def test_case_managers_add_up_to_the_panel_unless_it_has_rows_of_its_own():
    month, what = date(2026, 1, 1), CaseMeasure.CONTACTS
    rows = [MonthFigure(month, what, 3, 4, "ann"), MonthFigure(month, what, 1, 4, "ben")]
    whole, ann, ben = performance_charts(panel(), rows, what)
    assert [each.chart.median for each in (whole, ann, ben)] == [50, 75, 25]
    assert whole.chart.points[0].rests_on == "4 of 8"
    own = performance_charts(panel(), [*rows, MonthFigure(month, what, 1, 3)], what)[0]
    assert own.chart.median == Fraction(100, 3)


def test_a_month_of_nothing_is_no_point():
    rows = [MonthFigure(date(2026, 1, 1), CaseMeasure.REVIEWS, 0, 0, "ann")]
    assert performance_charts(panel(), rows, CaseMeasure.REVIEWS) == ()
    assert rows[0].percent is None
