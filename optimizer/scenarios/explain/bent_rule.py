"""A rule binds less: somebody works beyond its limit, or it is a price."""

from dataclasses import dataclass, replace

from optimizer.planning.policy import Mode, Policy, Ruling
from optimizer.planning.words import capital
from optimizer.scenarios.explain.remedy import Remedy
from optimizer.scenarios.explain.usual_pay import HALF_AS_MUCH_AGAIN, usual_rate
from optimizer.scenarios.plan_unit import UnitToPlan
from optimizer.staffing.facts.scope import NOT
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.rules.rule import UnitRule

BREACH = 1_000_00
"""Cents that a unit of a must that is a price counts as: no pay, but what it stands for beside it."""


@dataclass(frozen=True)
class OvertimeDuty(Remedy):
    """Somebody may work so many minutes or duties more than a limit says, at half as much again."""

    who: str
    ruling: Ruling
    more: int
    minutes: int

    def apply(self, asked: UnitToPlan) -> UnitToPlan:
        """Let the rule have another limit for them."""
        rule = self.ruling.rule
        assert rule.limit is not None
        raised = replace(rule, limit=rule.limit + self.more)  # type: ignore[call-arg]  # who makes this looks for one
        return replace(asked, policy=apart(asked.policy, self.ruling, self.who, replace(self.ruling, rule=raised)))

    def say(self, unit: Unit) -> str:
        """Say who, and beyond what."""
        return f"Have {unit.name_of(self.who)} work an overtime duty, beyond '{self.ruling.rule.asks}'."

    def cost(self, unit: Unit) -> int:
        """Return what it is paid."""
        return int(HALF_AS_MUCH_AGAIN * self.minutes / 60 * usual_rate(unit, [unit.people[self.who].pay_class]))

    @property
    def people(self) -> frozenset[str]:
        """Return who works more."""
        return frozenset({self.who})


@dataclass(frozen=True)
class Soften(Remedy):
    """A must is a price, for somebody or for all; ``units`` of it are broken then."""

    ruling: Ruling
    units: int = 1
    who: str = ""

    def apply(self, asked: UnitToPlan) -> UnitToPlan:
        """Put the rule at its price."""
        soft, policy = Ruling(self.ruling.rule, Mode.PRICED, BREACH), asked.policy
        if self.who:
            return replace(asked, policy=apart(policy, self.ruling, self.who, soft))
        rulings = tuple(soft if ruling == self.ruling else ruling for ruling in policy.rulings)
        return replace(asked, policy=Policy(rulings))

    def say(self, unit: Unit) -> str:
        """Say which rule, and for whom."""
        whom = f" for {unit.name_of(self.who)}" if self.who else ""
        return f"Make '{capital(self.ruling.rule.asks)}' a price instead of a must{whom}."

    def cost(self, unit: Unit) -> int:
        """Return what its breaches cost."""
        del unit
        return BREACH * self.units

    @property
    def people(self) -> frozenset[str]:
        """Return for whom it is."""
        return frozenset({self.who} if self.who else ())


def apart(policy: Policy, ruling: Ruling, who: str, other: Ruling) -> Policy:
    """Return a policy in which a ruling is another one for somebody, and as it was for everyone else."""
    rule = ruling.rule
    assert isinstance(rule, UnitRule) and isinstance(other.rule, UnitRule)
    rest = replace(ruling, rule=replace(rule, to=(*rule.to, f"{NOT}{who}")))
    own = replace(other, rule=replace(other.rule, to=(who,)))
    return Policy(tuple(new for each in policy.rulings for new in ((rest, own) if each == ruling else (each,))))
