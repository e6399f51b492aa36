"""Operating rooms: day shifts with calls after them, a rotation, and a night in which clocks change."""

import random
from dataclasses import replace
from datetime import date

from optimizer.planning.policy import Mode, Policy, Ruling
from optimizer.staffing.facts.calendar import Calendar
from optimizer.staffing.facts.demand import Need
from optimizer.staffing.facts.rates import PayClass
from optimizer.staffing.facts.request import Request, Wish
from optimizer.staffing.facts.rotation import Rotation
from optimizer.staffing.facts.shift import Kind, Part, Shift
from optimizer.staffing.facts.staff import Employment, Staff
from optimizer.staffing.facts.unit import DutyRole, Unit
from optimizer.staffing.policy import default_policy
from optimizer.staffing.rules.sequence.in_a_row import MostInARow
from optimizer.staffing.rules.who.one_duty_a_day import OneDutyADay
from optimizer.staffing.rules.wishes.fair_share import FairShare
from tests.samples.cast import EDU, PREMIUMS, PTO8, WEEKDAYS, WEEKEND, Cast

DAY = Shift("D", "Day, 8 h", 7 * 60, 15 * 60 + 30, 8 * 60, 30, part=Part.DAY, colour="FFE699")
LATE = Shift("L", "Late, 8 h", 11 * 60, 19 * 60 + 30, 8 * 60, 30, part=Part.DAY, colour="F8CBAD")
TEN = Shift("T", "Day, 10 h", 7 * 60, 17 * 60 + 30, 10 * 60, 30, part=Part.DAY, colour="FFF2CC")
NIGHT = Shift("N", "Night, 10 h", 21 * 60, 31 * 60 + 30, 10 * 60, 30, part=Part.NIGHT, colour="9DC3E6")
CALL = Shift("OC", "Call after the day", 15 * 60 + 30, 31 * 60, 0, kind=Kind.ON_CALL, part=Part.NIGHT, turn="call")
WEEKEND_CALL = Shift("WC", "Call, 24 h", 7 * 60, 31 * 60, 0, kind=Kind.ON_CALL, part=Part.DAY, turn="call")
SHIFTS = (DAY, LATE, TEN, NIGHT, replace(CALL, colour="E2E2E2"), replace(WEEKEND_CALL, colour="D0CECE"), PTO8, EDU)
ROTATIONS = (
    Rotation("Nights", tuple("N,N,,,N,N,N,,,N,N,,,".split(",")), date(2026, 10, 12)),
    Rotation("Tens", tuple(",T,T,T,T,,,,,T,T,T,T,".split(",")), date(2026, 10, 11)),
)
"""Two of three on nights, which two people share; and four tens a week, the free weekday a Friday or a Monday."""
LICENCE = ("RN licence", "BLS", "CNOR")


def perioperative() -> tuple[Unit, Policy]:
    """Return a suite of six operating rooms: 18 people, 2 weeks with the night in which clocks are set back."""
    calendar = Calendar(
        date(2026, 10, 25), date(2026, 11, 7), time_zone="America/New_York", pay_period_start=date(2026, 10, 25)
    )
    staff = _staff(Cast(random.Random(7), calendar))
    unit = Unit(
        "Operating rooms (sample)",
        calendar,
        SHIFTS,
        (
            DutyRole("RN", ("RN licence", "BLS")),
            DutyRole("Charge", ("RN licence", "BLS", "CNOR"), "C"),
            DutyRole("Scrub", ("CST", "BLS")),
        ),
        staff,
        needs=(
            Need(WEEKDAYS, "D", "Charge", 1, 1, 1),
            Need(WEEKDAYS, "07:00-15:00", "RN", 5, 7, 9),
            Need(WEEKDAYS, "07:00-15:00", "Scrub", 2, 3, 4),
            *(Need(WEEKDAYS, "L", role, 1, 1, 1) for role in ("RN", "Scrub")),
            *(Need(WEEKDAYS, "OC", role, 1, 1, 1) for role in ("RN", "Scrub")),
            *(Need(WEEKEND, "WC", role, 1, 1, 1) for role in ("RN", "Scrub")),
        ),
        requests=(
            Request(staff[3].id, Wish.OFF, date(2026, 11, 1), date(2026, 11, 1), weight=2),
            Request(staff[4].id, Wish.OFF, date(2026, 10, 30), date(2026, 11, 2), weight=3),
            Request(staff[13].id, Wish.OFF, date(2026, 11, 6), date(2026, 11, 6)),
            Request(staff[5].id, Wish.ON, date(2026, 11, 7), date(2026, 11, 7), "WC"),
        ),
        pay={"RN": PayClass(48_00, called_in=60), "Scrub": PayClass(29_00, called_in=60)},
        premiums=PREMIUMS,
        rotations=ROTATIONS,
    )
    return unit, _calls_after_days(default_policy())


def _staff(cast: Cast) -> tuple[Staff, ...]:
    """Return the people; one of the nurses has the name of a scrub nurse."""
    days, nurse = ("D", "L", "OC", "WC"), {"pay_class": "RN", "fte": 1.0}
    tens = {**nurse, "shifts": ("T",), "rotation": "Tens"}
    nights = {**nurse, "shifts": ("N",), "rotation": "Nights", "fte": 0.875}
    part = {**nurse, "fte": 0.6, "employment": Employment.PART_TIME, "shifts": ("D", "L")}
    each = (
        *(({**nurse, "shifts": days}, ("RN", "Charge")) for _ in range(3)),
        *(({**nurse, "shifts": days}, ("RN",)) for _ in range(5)),
        (part, ("RN",)),
        *((tens, ("RN",)) for _ in range(2)),
        (nights, ("RN",)),
        ({**nights, "rotation_day_one": date(2026, 10, 19)}, ("RN",)),
    )
    nurses = [cast.person("RN", roles, credentials=cast.valid(*LICENCE), **facts) for facts, roles in each]
    scrub = {"pay_class": "Scrub", "fte": 1.0, "shifts": days, "credentials": cast.valid("CST", "BLS")}
    scrubs = [cast.person("CST", ("Scrub",), **scrub) for _ in range(5)]
    scrubs[-1] = replace(scrubs[-1], shifts=("T",), rotation="Tens")
    return (*nurses, replace(scrubs[0], name=nurses[3].name), *scrubs[1:])


def _calls_after_days(policy: Policy) -> Policy:
    """Return a policy by which a call may follow the day, calls are shared fairly, and five days in a row are usual."""
    long_runs = Ruling(MostInARow(limit=3), Mode.PRICED, 25_00)
    rulings = (
        replace(r, rule=OneDutyADay(together=("D+OC",))) if isinstance(r.rule, OneDutyADay) else r
        for r in policy.rulings
        if r != long_runs
    )
    return Policy((*rulings, Ruling(FairShare(burden="call", limit=1), Mode.PRICED, 40_00)))
