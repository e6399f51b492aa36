"""A policy for a panel as it stands, which may not keep every must."""

from optimizer.caseload.policy import ELIGIBILITY
from optimizer.planning.policy import Mode, Policy, Ruling

DEAR = 1000_00
"""What a unit of a must costs that cannot be a must here, in cents."""


def softened(policy: Policy) -> Policy:
    """Return a policy under which the present plan is a plan: who may have whom is left to what is offered.

    All other musts become dear prices, so that no plan breaks them by more than it has to.
    """
    eligibility = {rule.key for rule in ELIGIBILITY}
    return Policy(tuple(_soft(ruling) for ruling in policy.rulings if ruling.rule.key not in eligibility))


def _soft(ruling: Ruling) -> Ruling:
    if ruling.mode is not Mode.MUST or ruling.rule.always_must:
        return ruling
    return Ruling(ruling.rule, Mode.PRICED, DEAR)
