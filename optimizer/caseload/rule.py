"""What every rule of a panel shares."""

from collections.abc import Iterator
from dataclasses import dataclass

from optimizer.caseload.panel import Panel
from optimizer.planning.law import Place, Sum
from optimizer.planning.pair import Pair
from optimizer.planning.rule import Finding, Rule


@dataclass(frozen=True)
class PanelRule(Rule[Panel]):
    """A rule over a panel; a subclass adds its ``limit``, and details by their own names."""

    def check(self, panel: Panel) -> None:
        """Raise ValueError when a setting makes no sense in this panel."""
        del panel


def patient_of(finding: Finding) -> str:
    """Return the patient whom a finding is about."""
    return finding.place.what[0]


def on_pair(pair: Pair) -> Sum:
    """Return the law that a pair is not in the plan."""
    return Sum(Place(pair.who, what=(pair.what.patient,)), ((1, pair),), high=0)


def counted(who: str, pairs: Iterator[Pair] | tuple[Pair, ...], high: int) -> Sum:
    """Return the law that a manager has no more than so many of some cases."""
    return Sum(Place(who), tuple((1, pair) for pair in pairs), high=high)
