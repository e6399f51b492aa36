"""A small unit of which staff ask, in a store: drawn, opened, published, and looked at as it stands."""

from optimizer.planning.formulation import formulate
from optimizer.planning.policy import Policy
from optimizer.planning.score import Judge
from optimizer.scenarios.asks.judged_ask import DraftNow
from optimizer.scenarios.replan.known import KnownSchedule
from optimizer.staffing.asks.ask import Wanted
from optimizer.staffing.facts.demand import Need, When
from optimizer.staffing.policy import must, priced
from optimizer.staffing.rules.coverage.coverage import CoverTarget
from optimizer.staffing.rules.rest.rest import Rest
from optimizer.staffing.rules.who.one_duty_a_day import OneDutyADay
from optimizer.store.drafts import open_draft, plan_at, version_of
from optimizer.store.frozen import policy_text
from optimizer.store.publications import publish
from optimizer.store.roles import Actor, Role
from tests.draw import day, draw

MANAGER = Actor("m1", Role.MANAGER)
ANN, BEN, CAM = (Actor(f"{who}@work.example", Role.STAFF, who) for who in ("ann", "ben", "cam"))
POLICY = Policy((must(Rest(limit=10 * 60)), must(OneDutyADay()), priced(CoverTarget(), 100)))
NEEDS = tuple(Need(When(), code, "RN", 0, 1) for code in "DN")
UNIT, PLAN = draw(
    """
    ann  D . . N .
    ben  N . D . .
    cam  . N . . .
    """,
    needs=NEEDS,
)
JUDGE = Judge(formulate(UNIT, POLICY))
TODAY = day(0)


def opened(store, *, published=True):
    """Open a draft on the unit, publish it, and return its number."""
    draft = open_draft(store, MANAGER, "4 West", "June", b"a workbook", PLAN)
    if published:
        score = JUDGE.judge(PLAN).score
        publish(store, MANAGER, draft, 1, revision=1, unit=UNIT, policy=policy_text(POLICY), score=score)
    return draft


def look_at(store, draft):
    """Return what looks at a draft of the unit as it stands."""

    def look():
        version = version_of(store, MANAGER, draft)
        verdict = JUDGE.judge(plan_at(store, MANAGER, draft, version))
        return DraftNow(version, 1, KnownSchedule(UNIT, POLICY, JUDGE, verdict))

    return look


def one(number, shift):
    """Return the wish to take a shift of a day."""
    return Wanted(day(number), day(number), shift=shift, role="RN")
