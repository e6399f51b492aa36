"""A unit of 24 on four rotations is solved with a proof in seconds, whether they must be kept or may be left."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from optimizer.engine.outcome import Status
from optimizer.engine.run import Run
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
from tests.times import alone

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
