"""A unit of 24 on four rotations is solved with a proof in seconds, whether they must be kept or may be left."""

import time
from datetime import date, timedelta

from optimizer.engine.outcome import Status
from optimizer.engine.run import Effort, Run
from optimizer.engine.solve import solve
from optimizer.planning.formulation import formulate
from optimizer.planning.policy import Policy
from optimizer.planning.score import Judge
from optimizer.staffing.facts.calendar import Calendar
from optimizer.staffing.facts.demand import Need, When
from optimizer.staffing.facts.request import Request, Wish
from optimizer.staffing.facts.rotation import Rotation
from optimizer.staffing.facts.shift import Part, Shift
from optimizer.staffing.facts.staff import Staff
from optimizer.staffing.facts.unit import DutyRole, Unit
from optimizer.staffing.policy import default_policy, must, priced
from optimizer.staffing.rules.sequence.follow_rotation import FREE, FollowRotation
from optimizer.staffing.schedule.rotation_strays import strays

FIRST = date(2026, 11, 29)
DAY = Shift("D", "Day", 7 * 60, 19 * 60 + 30, 12 * 60, 30)
NIGHT = Shift("N", "Night", 19 * 60, 31 * 60 + 30, 12 * 60, 30, part=Part.NIGHT)
TEAMS = {"Days A": "D D . . D D D . . D D . . .", "Nights A": "N N . . N N N . . N N . . .",
         "Days B": ". . D D . . . D D . . D D D", "Nights B": ". . N N . . . N N . . N N N"}  # fmt: skip


def unit_of_24():
    """Return 20 people on four rotations and 4 on none; one has leave, and needs are a little above the rotations."""
    rotations = tuple(
        Rotation(name, tuple(code.replace(".", "") for code in pattern.split()), FIRST - timedelta(28))
        for name, pattern in TEAMS.items()
    )
    names = [*(name for name in TEAMS for _ in range(5)), *[""] * 4]
    staff = tuple(
        Staff(f"{number:02}", f"Nurse {number}", "RN", ("RN",), 0.9, rotation=name) for number, name in enumerate(names)
    )
    return Unit(
        "Four teams",
        Calendar(FIRST, FIRST + timedelta(13)),
        (DAY, NIGHT),
        (DutyRole("RN"),),
        staff,
        (Need(When(), "D", "RN", 4, 6), Need(When(), "N", "RN", 4, 6)),
        requests=(Request("00", Wish.OFF, FIRST, FIRST + timedelta(3), approved=True),),
        rotations=rotations,
    )


def policy_with(ruling):
    """Return the policy to begin with, with another ruling about rotations."""
    return Policy(tuple(ruling if isinstance(each.rule, FollowRotation) else each for each in default_policy().rulings))


def solved(ruling, seconds):
    """Return the outcome, what it leaves of the rotations, and the findings about them."""
    unit = unit_of_24()
    formulation = formulate(unit, policy_with(ruling))
    outcome = solve(formulation, run=Run(time.monotonic() + seconds, effort=Effort(workers=1)))
    assert outcome.plan is not None
    judge = Judge(formulation)
    findings = judge.findings(judge.judge(outcome.plan))
    assert not [finding for finding in findings if finding.must]
    about = [(f.place.who, f.place.day) for f in findings if isinstance(f.rule, FollowRotation)]
    return outcome, strays(unit, outcome.plan), about


def test_a_must_is_kept_and_the_plan_is_proved():
    outcome, left, about = solved(must(FollowRotation()), 60)
    assert (outcome.status, left, about) == (Status.OPTIMAL, frozenset(), [])


def test_at_a_price_every_day_that_is_left_is_paid_for_and_the_plan_is_proved():
    outcome, left, about = solved(priced(FollowRotation(), 100), 60)
    assert outcome.status is Status.OPTIMAL
    assert left == {*about}


def test_around_it_days_off_are_filled_at_no_more_than_a_hundredth_above_the_bound():
    outcome, left, about = solved(must(FollowRotation(days_off=FREE)), 20)
    assert (bool(left), about) == (True, [])
    assert outcome.score.cost <= 1.01 * outcome.bound
