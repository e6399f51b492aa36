"""What a sum comes to in a plan, and what it can come to."""

from hypothesis import given, settings
from hypothesis import strategies as st

from optimizer.planning.formulation import Clause, Formulation
from optimizer.planning.law import Place, Sum
from optimizer.planning.pair import Pair
from optimizer.planning.rule import Rule
from optimizer.planning.score import Judge

PAIRS = tuple(Pair("ann", number) for number in range(6))
A, B, C = PAIRS[:3]
LONG = Sum(Place(), ((8, A), (8, B)), high=12)


class Counted(Rule):
    """Counts, and says nothing."""

    key, title, unit = "counted", "Counted", "one"

    def laws(self, problem):
        return ()

    def say(self, problem, finding):
        return ""


def terms(least):
    return st.lists(st.tuples(st.integers(least, 9), st.sampled_from(PAIRS)), max_size=8).map(tuple)


@st.composite
def sums(draw):
    """Return a sum that may count what others exceed."""
    others = st.builds(lambda terms, high: Sum(Place(), terms, high=high), terms(-9), st.integers(-9, 9))
    overs = draw(st.lists(st.tuples(st.integers(0, 3), others), max_size=2))
    return Sum(Place(), draw(terms(-9)), high=draw(st.integers(-9, 9)), overs=tuple(overs))


plans = st.frozensets(st.sampled_from(PAIRS))


def test_a_total_counts_its_pairs_and_what_others_exceed():
    law = Sum(Place(), ((5, C),), high=100, overs=((2, LONG),))
    assert law.counted(frozenset({A, B, C})) == 5
    assert law.total(frozenset({A, B, C})) == 5 + 2 * (16 - 12)
    assert law.total(frozenset({A})) == 0


def test_it_reaches_from_what_is_fixed_to_all_that_is_free():
    law = Sum(Place(), ((-3, C),), high=0, overs=((2, LONG),))
    assert law.reach() == (-3, 8)
    assert law.reach(frozenset({B, C}), frozenset({A})) == (-3, 8)
    assert law.reach(frozenset(), frozenset({A, B})) == (8, 8)


@settings(max_examples=200)
@given(sums(), plans, plans)
def test_every_total_lies_within_reach(law, free, fixed):
    fixed -= free
    least, most = law.reach(free, fixed)
    for plan in (frozenset(), free, *(frozenset({pair}) for pair in free)):
        assert least <= law.total(plan | fixed) <= most


@settings(max_examples=200)
@given(sums(), plans)
def test_a_total_is_what_the_judge_counts(law, plan):
    judge = Judge(Formulation(PAIRS, frozenset(PAIRS), frozenset(), (Clause(law, Counted(), True, 0),)))
    assert judge.judge(plan).score.broken == law.excess(law.total(plan))
