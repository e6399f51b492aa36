"""What an edit of a schedule changes: in broken musts, in cents and in sentences."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from optimizer.planning.pair import Pair, Plan
from optimizer.planning.rule import Finding, identity, worsened
from optimizer.planning.score import Judge, Verdict
from optimizer.staffing.facts.human import Human
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.schedule.figures import Figures


@dataclass(frozen=True, slots=True)
class Effect:
    """What an edit changes: units of broken musts, penalty and pay in cents, less when below 0; and why, in sentences.

    ``new`` tells what gets wrong or worse, ``gone`` what is put right, ``eased`` what is still wrong, but less so.
    ``breaks`` are the sentences of ``new`` that are about musts: whatever an edit mends, it mends none of these.
    """

    broken: int
    penalty: int
    pay: int
    new: tuple[str, ...]
    gone: tuple[str, ...]
    eased: tuple[str, ...]
    breaks: tuple[str, ...]


def effect(unit: Unit, judge: Judge, before: Verdict, minus: Plan, plus: Plan) -> Effect:
    """Return what an edit changes."""
    after = judge.edit(before, minus, plus)
    old, new = judge.changes(before, after)
    was, now = ({identity(finding) for finding in found} for found in (old, new))
    worse = worsened(old, new)
    return Effect(
        after.score.broken - before.score.broken,
        after.score.cost - before.score.cost,
        sum(_pay(unit, after, human) - _pay(unit, before, human) for human in _touched(unit, minus | plus)),
        _said(unit, worse),
        _said(unit, old, lambda finding: identity(finding) not in now),
        _said(unit, new, lambda finding: identity(finding) in was and finding not in worse),
        _said(unit, worse, lambda finding: finding.must),
    )


def broken_by(unit: Unit, judge: Judge, before: Verdict, after: Verdict) -> tuple[str, ...]:
    """Return a sentence for every must that is broken after and was not before, or is broken worse than before.

    It goes finding by finding: what is mended elsewhere weighs nothing against it.
    """
    return _said(unit, worsened(*judge.changes(before, after)), lambda finding: finding.must)


def _said(unit: Unit, found: Iterable[Finding], wanted: Callable[[Finding], bool] = bool) -> tuple[str, ...]:
    return tuple(dict.fromkeys(finding.rule.say(unit, finding) for finding in found if wanted(finding)))


def _touched(unit: Unit, pairs: Plan) -> tuple[Human, ...]:
    """Return whose days some pairs are on."""
    return tuple({human.id: human for human in (unit.human_of[pair.who] for pair in pairs)}.values())


def _pay(unit: Unit, verdict: Verdict, human: Human) -> int:
    """Return what one human being costs in cents, by all contracts; nobody else's duties matter to it."""
    rows = ((who, duties) for who in human.ids for duties in verdict.rows.get(who, {}).values())
    figures = Figures(unit, frozenset(Pair(who, duty) for who, duties in rows for duty in duties))
    return sum(sum(figures.bill(staff).values()) for staff in human.contracts)
