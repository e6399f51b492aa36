"""Who can have no roster at all, whatever everybody else has, and which few of their own causes that takes."""

from collections import defaultdict
from collections.abc import Iterable

from optimizer.engine.explain.cause import Cause, FixedCell, LocalClash, causes_of
from optimizer.engine.outcome import NO_PINS, Pins
from optimizer.engine.run import UNLIMITED, Run
from optimizer.planning.formulation import Formulation
from optimizer.planning.law import Sum
from optimizer.planning.score import Judge


def without_roster(formulation: Formulation, pins: Pins = NO_PINS, run: Run = UNLIMITED) -> dict[str, LocalClash]:
    """Return by person why they can have no roster that keeps their own musts and all that is decided of them.

    Nobody is looked at with whom what is decided, and nothing else, is fine already.
    """
    musts = formulation.musts()
    suspects = _suspects(musts, pins)
    if not suspects:
        return {}
    from optimizer.engine.explain.clash import shrunk  # a solver takes a second to load
    from optimizer.engine.explain.proof import proved

    own: dict[str, list[Cause]] = defaultdict(list)
    for cause in causes_of(musts, pins):
        if who := _whose(musts, cause):
            own[who].append(cause)
    found = {who: proved(musts, own[who], run) for who in own if who in suspects}
    return {who: shrunk(musts, proof.used, run) for who, proof in found.items() if proof.possible is False}


def _suspects(musts: Formulation, pins: Pins) -> set[str]:
    """Return the people of whom what is decided alone would break something."""
    judge, own = Judge(musts), set[str]()
    known = frozenset(musts.pairs)
    broken = judge.judge(pins.keep & known).breaches
    for index in broken:
        clause = judge.clause(index)
        if clause is not None and (who := _whose(musts, clause)):
            own.add(who)
    both = {_walker(musts, pair.who) for pair in pins.keep & pins.ban}
    return own | both


def _whose(musts: Formulation, cause: Cause) -> str:
    """Return whose alone a cause is, "" for one of several people."""
    if isinstance(cause, FixedCell):
        return _walker(musts, cause.who)
    if not isinstance(cause.law, Sum):
        return cause.law.who
    sums = (cause.law, *(other for _, other in cause.law.overs))
    return _single(_walker(musts, pair.who) for law in sums for _, pair in law.terms)


def _single(people: Iterable[str]) -> str:
    found = set(people)
    return found.pop() if len(found) == 1 else ""


def _walker(musts: Formulation, who: str) -> str:
    return musts.walkers.get(who, who)
