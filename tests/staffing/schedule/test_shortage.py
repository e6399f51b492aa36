"""Who is missing where, as the rules of coverage find it."""

from optimizer.staffing.facts.demand import Need, When
from optimizer.staffing.need.cover import CoverLevel
from optimizer.staffing.schedule.figures import Figures
from optimizer.staffing.schedule.shortage import missing, uncovered, uncovered_by_role
from tests.draw import draw


def test_time_is_the_length_of_what_is_not_filled():
    figures = Figures(*draw("ann  D .", needs=(Need(When(), "D", "RN", 1, 2),)))
    assert (uncovered(figures, CoverLevel.MINIMUM), uncovered(figures, CoverLevel.TARGET)) == (8 * 60, 3 * 8 * 60)
    assert (missing(figures, CoverLevel.MINIMUM), missing(figures, CoverLevel.TARGET)) == (1, 3)


def test_a_window_whose_shifts_all_began_before_the_plan_is_nobodys_to_fill():
    needs = (Need(When(), "03:00-07:00", "RN", 1, 1), Need(When(), "D", "CNA", 0, 0))
    figures = Figures(*draw("ann  N N", needs=needs))
    assert missing(figures, CoverLevel.MINIMUM) == 0
    assert uncovered_by_role(figures, CoverLevel.TARGET) == {"RN": 0, "CNA": 0}
