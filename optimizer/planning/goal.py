"""What matters before what: priced rules in groups, the most important first."""

from dataclasses import dataclass

from optimizer.planning.formulation import Clause


@dataclass(frozen=True, slots=True)
class Goal:
    """A group of priced rules, by their keys, that are weighed against each other and come before all later goals."""

    title: str
    keys: frozenset[str]

    def has(self, clause: Clause) -> bool:
        """Tell whether a clause belongs to this goal."""
        return not clause.must and clause.rule.key in self.keys


Goals = tuple[Goal, ...]
"""The order of goals."""
