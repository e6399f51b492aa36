"""The next person to ask is the best who has not declined."""

from optimizer.scenarios.replan.asked import NextToAsk, newest_answers, next_to_ask
from optimizer.scenarios.replan.cover import cover
from optimizer.staffing.facts.shift import Duty
from optimizer.store.answers import Answer, GivenAnswer
from tests.draw import day
from tests.scenarios.replan.test_cover import alone, known

DUTY = Duty(day(1), "D", "RN")


def answers(*said):
    return [GivenAnswer(who, duty, answer, "2026-06-01T05:00:00.000+00:00", "m1") for who, answer, duty in said]


def test_the_best_is_asked_first_and_who_declined_or_was_silent_no_more():
    ways = alone(cover(known(), *DUTY, absent="ann"))
    first, second, third, last = ways
    assert next_to_ask(ways, {}) == NextToAsk(first, first.people[0])
    said = newest_answers(answers(("dot", Answer.NO, DUTY), ("ben", Answer.SILENT, DUTY)), DUTY)
    assert next_to_ask(ways, said) == NextToAsk(third, "eve")
    said = newest_answers(answers(*((way.people[0], Answer.NO, DUTY) for way in ways)), DUTY)
    assert next_to_ask(ways, said) is None
    assert last.people == ("fay",)
    assert second.people == ("ben",)


def test_the_newest_answer_counts_and_one_about_another_duty_does_not():
    ways = alone(cover(known(), *DUTY, absent="ann"))
    other = Duty(day(0), "N", "RN")
    said = newest_answers(answers(("dot", Answer.NO, DUTY), ("dot", Answer.YES, DUTY), ("dot", Answer.NO, other)), DUTY)
    assert next_to_ask(ways, said) == NextToAsk(ways[0], None)
