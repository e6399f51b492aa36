"""A published schedule of the two weeks from next Sunday on, with open shifts, and a nurse who is on it."""

from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from optimizer.planning.formulation import formulate
from optimizer.planning.score import Judge
from optimizer.scenarios.asks.for_me import swaps_for
from optimizer.scenarios.plan_unit import pins_of
from optimizer.scenarios.replan.known import KnownSchedule
from optimizer.staffing.asks.ask import AskKind
from optimizer.staffing.asks.part_rules import PartRules
from optimizer.staffing.facts.words import on
from optimizer.staffing.policy import default_policy
from optimizer.store.asks.part_rules import set_rules
from optimizer.store.drafts import open_draft
from optimizer.store.frozen import policy_text
from optimizer.store.publications import publish
from optimizer.store.roles import Actor, Role
from optimizer.workbook.unit.read import read_bytes
from optimizer.workbook.unit.template import example_unit
from optimizer.workbook.unit.write import write_unit
from tests.first_plan import first_plan
from tests.stores import begin

MANAGER = Actor("m1", Role.MANAGER)
ANA, EVE = (Actor(who, Role.STAFF, who) for who in ("1001", "1005"))
AT_ONCE = frozenset({AskKind.SWAP, AskKind.OPEN_SHIFT, AskKind.SELF_SCHEDULE})
RULES = PartRules(frozenset(AskKind), AT_ONCE, most_off=1, by_rank=False, overtime=True)
OPEN = 6
"""How many duties that no must asks for are taken out of the schedule."""


@cache
def workbook():
    with TemporaryDirectory() as folder:
        path = Path(folder) / "unit.xlsx"
        write_unit(path, example_unit(date.today()), default_policy())
        return path.read_bytes()


@cache
def contents():
    return read_bytes(workbook())


@cache
def plan():
    """Return a schedule that keeps every must, with open shifts."""
    found = contents()
    formulation = formulate(found.unit, found.policy)
    whole = first_plan(formulation, pins_of(found.unit, found.plan, frozenset(), formulation))
    spare = sorted(
        (pair for pair in whole if pair.what.role == "RN" and pair.who != ANA.staff_id), key=lambda p: p.what
    )
    judge = Judge(formulation)
    for pair in spare[-OPEN:]:
        if not judge.judge(whole - {pair}).score.broken:
            whole -= {pair}
    return whole


def swappable():
    """Return how the page calls the first of Ana's duties that somebody could swap with her."""
    known = KnownSchedule.of(contents().unit, contents().policy, plan())
    own = sorted((pair for pair in plan() if pair.who == ANA.staff_id), key=lambda pair: pair.what)
    duty = next(duty for _, duty in own if swaps_for(known, ANA.staff_id, duty.day, plan()))
    return f"{on(duty.day)}: {duty.shift}"


def open_unit(folder, *, published=True):
    """Make a store with the schedule, an empty one in the making, by rules that let staff swap and take shifts."""
    store, found, had = begin(folder), contents(), plan() if published else contents().plan
    draft = open_draft(store, MANAGER, found.unit.name, "The next two weeks", workbook(), had, facts=found)
    set_rules(store, MANAGER, draft, RULES)
    if published:
        score = Judge(formulate(found.unit, found.policy)).judge(plan()).score
        publish(store, MANAGER, draft, 1, revision=1, unit=found.unit, policy=policy_text(found.policy), score=score)
    return store, draft
