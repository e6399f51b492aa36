"""A part of a unit costs its part of the price, to the cent begun, for the judge and in the steps of a solver alike."""

from hypothesis import given
from hypothesis import strategies as st

from optimizer.planning.formulation import Clause, Formulation
from optimizer.planning.law import Place, Sum
from optimizer.planning.pair import Pair
from optimizer.planning.tariff import Tariff
from optimizer.staffing.rules.coverage.skill_mix import SkillMix
from optimizer.staffing.rules.hours.hours import HoursHigh


def clause(terms, high, price, rule=None):
    rule = rule or HoursHigh()
    law = Sum(Place(), tuple((factor, Pair("ann", n)) for n, factor in enumerate(terms)), high=high)
    return Clause(law, rule, must=False, price=price, whole=not rule.in_parts)


def test_a_minute_costs_a_minute_and_a_started_person_a_whole_one():
    assert [clause([643], 75 * 60, 20_00).cost(minutes) for minutes in (0, 1, 30, 60, 61)] == [0, 34, 1000, 2000, 2034]
    assert [clause([50], 0, 20_00, SkillMix()).cost(percent) for percent in (0, 1, 100, 101)] == [0, 2000, 2000, 4000]


def test_where_all_breaches_are_multiples_of_what_costs_whole_cents_these_are_the_steps():
    assert clause([720, 450], 40 * 60, 30_00).tariff == Tariff(1, 30, 15_00)
    assert clause([643], 75 * 60, 30_00).tariff == Tariff(1, 1, 50)
    assert clause([643], 75 * 60, 20_00).tariff == Tariff(100, 3, 1)
    whole = tuple(clause([720], 2400, price) for price in (30_00, 20_00))
    assert Formulation((), frozenset(), frozenset(), whole).grain == 40_00


@given(
    st.lists(st.integers(1, 900), min_size=1, max_size=3), st.integers(0, 5000), st.integers(1, 5000),
    st.lists(st.booleans(), min_size=3, max_size=3),
)  # fmt: skip
def test_the_steps_of_any_total_cost_what_the_judge_charges(terms, high, price, chosen):
    one = clause(terms, high, price)
    amount = one.law.excess(sum(factor for factor, taken in zip(terms, chosen, strict=False) if taken))
    assert one.tariff.steps(amount) * one.tariff.price == one.cost(amount)
    assert one.cost(amount) % one.tariff.price == 0
    assert amount <= one.as_dear(amount)
    assert one.cost(one.as_dear(amount)) == one.cost(amount)
    assert one.cost(one.as_dear(amount) + 1) > one.cost(amount)
