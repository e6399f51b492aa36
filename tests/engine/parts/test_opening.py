"""The first prices of what is shared are what one more would save, per person, and never below nothing."""

from optimizer.engine.outcome import Worth
from optimizer.engine.parts.opening import prices_by_worth
from optimizer.planning.formulation import formulate
from optimizer.planning.law import Sum
from optimizer.planning.policy import Policy
from optimizer.staffing.facts.demand import Need, When
from optimizer.staffing.policy import must, priced
from optimizer.staffing.rules.coverage.coverage import CoverMinimum
from optimizer.staffing.rules.hours.duties import MostDuties
from optimizer.staffing.rules.who.one_duty_a_day import OneDutyADay
from tests.draw import draw


def prices(cents, most):
    """Return the prices of duties when one more on every need is worth so many cents, as is one more of a person."""
    unit, _ = draw("ann  . .\n ben  . .", needs=(Need(When(), "D", "RN", 1, 1),))
    policy = Policy((must(OneDutyADay()), priced(CoverMinimum(), 100), must(MostDuties(limit=1))))
    formulation = formulate(unit, policy)
    sums = [clause for clause in formulation.clauses if isinstance(clause.law, Sum)]
    worths = [Worth(clause.rule, clause.law.place, cents) for clause in sums if clause.rule.key != "one-duty-a-day"]
    found = prices_by_worth(formulation, worths, most)
    return {(what.day, what.shift): price for what, price in found.items()}, [*unit.days]


def test_a_duty_costs_what_one_more_saves_where_it_is_missed_and_no_more_than_the_most():
    found, days = prices(70, 100)
    assert found == {(day, "D"): 70 for day in days}
    found, days = prices(270, 100)
    assert found == {(day, "D"): 100 for day in days}


def test_what_saves_nothing_has_no_price():
    assert prices(0, 100)[0] == {}
    assert prices(-70, 100)[0] == {}
