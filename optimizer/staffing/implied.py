"""Musts that no sheet needs to name: that nobody is in two places at once."""

from optimizer.planning.policy import Mode, Policy, Ruling
from optimizer.staffing.rules.no_overlap import NoOverlap
from optimizer.staffing.rules.rest import Rest


def with_implied(policy: Policy) -> Policy:
    """Return a policy with the musts that hold whatever it says; they stand after what it says.

    Where rest between duties is a must for everyone it finds duties at work that overlap, so they are not found twice.
    """
    own = without_implied(policy)
    rested = any(isinstance(r.rule, Rest) and r.mode is Mode.MUST and not r.rule.to for r in own.rulings)
    return Policy((*own.rulings, Ruling(NoOverlap(at_work=int(not rested)))))


def without_implied(policy: Policy) -> Policy:
    """Return a policy without what ``with_implied`` added, as the sheet has it."""
    return Policy(tuple(ruling for ruling in policy.rulings if not isinstance(ruling.rule, NoOverlap)))
