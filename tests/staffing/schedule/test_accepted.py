"""Breaches of musts that somebody answers for, each with its reason."""

from dataclasses import replace

import pytest

from optimizer.planning.formulation import formulate
from optimizer.planning.policy import Policy
from optimizer.planning.score import Judge
from optimizer.staffing.policy import must, priced
from optimizer.staffing.rules.rest.rest import Rest
from optimizer.staffing.rules.sequence.in_a_row import MostInARow
from optimizer.staffing.schedule.accepted import accepted, still_accepted, unaccepted
from tests.draw import draw

POLICY = Policy((must(Rest(limit=10 * 60)), priced(MostInARow(limit=1), 25)))
TWO_SHORT_RESTS = """
    ann  N D . .
    ben  . N D .
    """


def found(picture):
    unit, plan = draw(picture)
    judge = Judge(formulate(unit, POLICY))
    return unit, judge.findings(judge.judge(plan))


def test_every_breach_of_a_must_asks_for_an_answer_and_no_price_does():
    unit, findings = found(TWO_SHORT_RESTS)
    assert [(f.rule.key, f.place.who) for f in unaccepted(unit, findings, ())] == [("rest", "ann"), ("rest", "ben")]
    answer = accepted(unit, findings[0], "She asked for it")
    assert [f.place.who for f in unaccepted(unit, findings, [answer])] == ["ben"]


@pytest.mark.parametrize("reason", ["", "  "])
def test_no_reason_is_no_answer(reason):
    unit, findings = found("ann  N D . .")
    assert len(unaccepted(unit, findings, [accepted(unit, findings[0], reason)])) == 1


def test_a_breach_that_has_grown_since_asks_anew():
    unit, findings = found("ann  M D . .")
    answer = accepted(unit, findings[0], "She asked for it")
    grown = replace(findings[0], amount=findings[0].amount - 60)
    assert unaccepted(unit, [grown], [answer]) == (grown,)
    assert still_accepted(unit, [grown], [answer]) == ()


def test_an_answer_stands_while_its_breach_does():
    unit, findings = found(TWO_SHORT_RESTS)
    both = tuple(accepted(unit, finding, "Agreed") for finding in findings if finding.must)
    assert still_accepted(unit, findings, both) == both
    _, left = found("ann  . D . .\nben  . N D .")
    assert [each.who for each in still_accepted(unit, left, both)] == ["ben"]
