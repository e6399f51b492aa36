"""What one person of the staff could ask for now: open shifts to take, colleagues to swap with."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from optimizer.planning.pair import Pair, Plan
from optimizer.scenarios.asks.judged_ask import figures_of
from optimizer.scenarios.asks.take_part import may_claim
from optimizer.scenarios.replan.known import KnownSchedule
from optimizer.staffing.asks.ask import AskKind, Wanted
from optimizer.staffing.asks.claim import Claim, claim_of
from optimizer.staffing.asks.openings import OpenShift, open_shifts
from optimizer.staffing.asks.part_rules import PartRules
from optimizer.summary.schedule.barred import barred
from optimizer.summary.schedule.effect import broken_by
from optimizer.summary.schedule.swaps import Swap, swap_partners

SWAPS = 12
"""How many colleagues are offered for one swap."""


@dataclass(frozen=True, slots=True)
class Claimable:
    """An open shift that somebody may take, and what it comes to for them."""

    opening: OpenShift
    claim: Claim


def claimable(known: KnownSchedule, rules: PartRules, kind: AskKind, who: str, today: date) -> Iterator[Claimable]:
    """Yield the open shifts that somebody may take without breaking a must, in the order of days."""
    figures = figures_of(known)
    for opening in open_shifts(figures, today):
        pair = Pair(who, opening.duty)
        if barred(known.unit, known.verdict, who, opening.duty, known.locked) or _broken(known, pair):
            continue
        claim = claim_of(figures, pair)
        if not may_claim(rules, kind, claim):
            yield Claimable(opening, claim)


def swaps_for(known: KnownSchedule, who: str, day: date, told: Plan, asked: Collection[str] = ()) -> list[Swap]:
    """Return the swaps of somebody's duty of a day that break no must, each with a colleague not asked yet.

    Only what was published is told: a swap of other duties is left out, and so is one that changes roles alone.
    """
    found = swap_partners(known.unit, known.judge, known.verdict, who, day, SWAPS, known.locked).could
    return [each for each in found if each.other not in asked and each.minus <= told and _moves(each)]


def _moves(swap: Swap) -> bool:
    """Tell whether a swap gives anybody another shift or day."""
    minus, plus = ({(pair.who, *pair.what[:2]) for pair in pairs} for pairs in (swap.minus, swap.plus))
    return minus != plus


def wanted_of(swap: Swap) -> Wanted:
    """Return a swap as its ask: with whom, and what whoever asks gives and gets."""
    gives, gets = (frozenset(pair for pair in pairs if pair.who == swap.who) for pairs in (swap.minus, swap.plus))
    return Wanted(swap.days[0], swap.days[-1], other=swap.other, gives=gives, gets=gets)


def _broken(known: KnownSchedule, pair: Pair) -> tuple[str, ...]:
    after = known.judge.edit(known.verdict, frozenset(), frozenset({pair}))
    return broken_by(known.unit, known.judge, known.verdict, after)
