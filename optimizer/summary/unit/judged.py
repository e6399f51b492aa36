"""What a policy judges in a unit, so that nobody calls well what no rule looks at."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from optimizer.planning.policy import Mode, Policy, Ruling
from optimizer.planning.rule import Rule
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.ledger.burden import NIGHTS
from optimizer.staffing.rules.wishes.fair_share import FairShare


@dataclass(frozen=True, slots=True)
class Judged:
    """The keys of the rules in force, whether one is a must, and everyone's fair share by burden, in duties.

    Of two rules that share one burden, the first that somebody shares it by tells their fair share.
    """

    keys: frozenset[str]
    has_musts: bool
    fair: Mapping[str, Mapping[str, Fraction]]

    @property
    def sharing(self) -> frozenset[str]:
        """Return the people who share any burden by a rule in force."""
        return frozenset(who for shares in self.fair.values() for who in shares)

    @property
    def fair_nights(self) -> Mapping[str, Fraction]:
        """Return everyone's fair share of nights; who shares none by a rule in force is missing."""
        return self.fair.get(NIGHTS, {})

    def has(self, *rules: type[Rule[Unit]]) -> bool:
        """Tell whether one of some rules is in force."""
        return any(rule.key in self.keys for rule in rules)


def judged(unit: Unit, policy: Policy) -> Judged:
    """Return what a policy judges in a unit."""
    there = [ruling for ruling in policy.rulings if _counts(ruling)]
    keys = frozenset(ruling.rule.key for ruling in there)
    return Judged(keys, any(ruling.mode is Mode.MUST for ruling in there), _fair(unit, there))


def _counts(ruling: Ruling) -> bool:
    return ruling.mode is Mode.MUST or (ruling.mode is Mode.PRICED and ruling.price > 0)


def _fair(unit: Unit, rulings: Iterable[Ruling]) -> Mapping[str, Mapping[str, Fraction]]:
    fair: dict[str, Mapping[str, Fraction]] = {}
    for rule in (ruling.rule for ruling in rulings):
        if isinstance(rule, FairShare):
            fair[rule.burden] = {**rule.shares(unit), **fair.get(rule.burden, {})}
    return fair
