"""Facts for days outside the planning period: kept for the period that they are for, and ignored in this one."""

from dataclasses import dataclass

from optimizer.planning.pair import Plan
from optimizer.staffing.facts.care import Census
from optimizer.staffing.facts.demand import Need, SkillNeed
from optimizer.staffing.facts.ledger import Ledger
from optimizer.staffing.facts.rates import PeriodBudget


@dataclass(frozen=True)
class Aside:
    """What a unit knows for other days: needs, skills, locked duties, census and budget; a ledger of later periods."""

    needs: tuple[Need, ...] = ()
    skill_needs: tuple[SkillNeed, ...] = ()
    locked: Plan = frozenset()
    census: tuple[Census, ...] = ()
    budget: tuple[PeriodBudget, ...] = ()
    ledger: Ledger = ()
