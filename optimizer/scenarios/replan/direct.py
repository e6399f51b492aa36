"""People who cover an open duty by themselves: on call, from their day off, or moved from what they have that day."""

from collections.abc import Iterator, Sequence

from optimizer.scenarios.replan.answer import CoverAnswer, CoverWay
from optimizer.scenarios.replan.known import KnownSchedule
from optimizer.scenarios.replan.weigh import weighed_edit
from optimizer.staffing.facts.shift import Duty, Kind
from optimizer.summary.schedule.candidates import Candidate, CouldNot, takers


def direct(known: KnownSchedule, duties: Sequence[Duty]) -> tuple[tuple[CoverAnswer, ...], tuple[CouldNot, ...]]:
    """Return who covers one of some duties that are as good as each other, and who cannot."""
    everyone = len(known.unit.staff)
    found = takers(known.unit, known.judge, known.verdict, duties, everyone, known.locked)
    return tuple(_answers(known, found.could)), found.could_not


def _answers(known: KnownSchedule, could: Sequence[Candidate]) -> Iterator[CoverAnswer]:
    for each in could:
        yield weighed_edit(known, _way(known, each), (each.who,), each.minus, each.plus, each.effect)


def _way(known: KnownSchedule, candidate: Candidate) -> CoverWay:
    kinds = {known.unit.shift_of(duty).kind for duty in candidate.instead}
    if not kinds:
        return CoverWay.COMES
    return CoverWay.ON_CALL if kinds == {Kind.ON_CALL} else CoverWay.MOVED
