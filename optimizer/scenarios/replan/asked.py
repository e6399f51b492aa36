"""Who of those that could come is asked next, by what was answered so far."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from optimizer.scenarios.replan.answer import CoverAnswer
from optimizer.staffing.facts.shift import Duty
from optimizer.store.answers import Answer, GivenAnswer


@dataclass(frozen=True, slots=True)
class NextToAsk:
    """The best way that nobody declined: whom of it to ask next, None when all of them said yes."""

    way: CoverAnswer
    who: str | None


def newest_answers(answers: Iterable[GivenAnswer], duty: Duty) -> Mapping[str, GivenAnswer]:
    """Return by person what they answered last about a duty; answers come the oldest first."""
    return {each.staff: each for each in answers if each.duty == duty}


def next_to_ask(ways: Sequence[CoverAnswer], answered: Mapping[str, GivenAnswer]) -> NextToAsk | None:
    """Return the first way that nobody declined or left unanswered, None when there is none."""
    for way in ways:
        said = [answered[who].answer if who in answered else None for who in way.people]
        if not {Answer.NO, Answer.SILENT} & {*said}:
            asked = (who for who, answer in zip(way.people, said, strict=True) if answer is None)
            return NextToAsk(way, next(asked, None))
    return None
