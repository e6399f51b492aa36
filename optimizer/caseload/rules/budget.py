"""What the work of a month may cost."""

from collections.abc import Iterator
from dataclasses import dataclass

from optimizer.caseload.panel import Panel
from optimizer.caseload.rule import PanelRule
from optimizer.caseload.rules.capacity import load_within
from optimizer.planning.currency import money
from optimizer.planning.law import Place, Sum
from optimizer.planning.rule import Finding

FINE = 120
"""Parts of a cent in which a minute at an hourly rate and its half on top for overtime are whole."""


@dataclass(frozen=True)
class PanelBudget(PanelRule):
    """Keeps pay for the work within the panel's budget; without a budget it says nothing.

    What goes beyond a manager's capacity is paid half as much again.
    """

    key, title, unit, per = "budget", "Budget of a month", "dollar over budget", 100 * FINE
    sentence = "pay for the work is within the panel's budget; without a budget nothing is asked"

    def laws(self, panel: Panel) -> Iterator[Sum]:
        """Yield one sum over all pairs, in fine parts of a cent."""
        if panel.budget is None:
            return
        pay = {manager.id: manager.pay for manager in panel.managers}
        terms = tuple((2 * pay[pair.who] * panel.minutes(pair), pair) for pair in panel.pairs)
        overs = tuple(
            (pay[who], load_within(panel, who, pairs, panel.capacity[who]))
            for who, pairs in panel.caseloads.items()
            if pay[who]
        )
        yield Sum(Place(), terms, high=panel.budget * FINE, overs=overs)

    def say(self, panel: Panel, finding: Finding) -> str:
        """Say what the work costs and what it may."""
        return f"The work costs {money(finding.total // FINE)} a month; the budget is {money(panel.budget or 0)}."
