"""Musts that no sheet needs to name: that nobody is in two places at once."""

from optimizer.planning.policy import Mode, Policy, Ruling
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.rules.rest.rest import Rest
from optimizer.staffing.rules.who.no_overlap import NoOverlap
from optimizer.staffing.rules.who.one_duty_a_day import OneDutyADay


def with_implied(policy: Policy, unit: Unit) -> Policy:
    """Return a policy with the musts that hold in a unit whatever it says, where anything there can break them.

    Where a day may have several duties these may not overlap either. Where rest between duties is a must for everyone
    it finds duties at work that overlap, so they are not found twice.
    """
    own = without_implied(policy)
    rested = any(isinstance(r.rule, Rest) and r.mode is Mode.MUST and not r.rule.to for r in own.rulings)
    rule = NoOverlap(at_work=int(not rested), same_day=int(any(map(_several, own.rulings))))
    return Policy((*own.rulings, Ruling(rule))) if any(True for _ in rule.laws(unit)) else own


def _several(ruling: Ruling) -> bool:
    """Tell whether a ruling lets anybody have several duties on a day."""
    rule = ruling.rule
    return isinstance(rule, OneDutyADay) and (ruling.mode is not Mode.MUST or bool(rule.to or rule.together))


def without_implied(policy: Policy) -> Policy:
    """Return a policy without what ``with_implied`` added, as the sheet has it."""
    return Policy(tuple(ruling for ruling in policy.rulings if not isinstance(ruling.rule, NoOverlap)))
