"""A small unit, and two that have something wrong with them."""

import random
from dataclasses import replace
from datetime import date, timedelta

from optimizer.planning.pair import Pair
from optimizer.planning.policy import Policy
from optimizer.staffing.facts.calendar import Calendar
from optimizer.staffing.facts.demand import Need, SkillNeed
from optimizer.staffing.facts.rates import PayClass
from optimizer.staffing.facts.request import Bond, Request, Tie, Wish
from optimizer.staffing.facts.shift import Duty
from optimizer.staffing.facts.staff import Employment
from optimizer.staffing.facts.unit import DutyRole, Unit
from optimizer.staffing.policy import default_policy
from tests.samples.cast import (
    CALL,
    D12,
    EDU,
    EVERY_DAY,
    N12,
    PREMIUMS,
    PTO12,
    WEEKDAYS,
    WEEKEND,
    Cast,
    with_weekend_contracts,
)


def small() -> tuple[Unit, Policy]:
    """Return a 10-bed step-down unit: 12 people, 2 weeks over Christmas and New Year, 12-hour shifts."""
    calendar = Calendar(
        date(2026, 12, 20),
        date(2027, 1, 2),
        pay_period_start=date(2026, 12, 20),
        holidays={date(2026, 12, 25): "Christmas Day", date(2027, 1, 1): "New Year's Day"},
    )
    cast = Cast(random.Random(1), calendar)
    licence = ("RN licence", "BLS", "ACLS")
    full = {"fte": 0.9, "pay_class": "RN"}
    part = {"fte": 0.6, "employment": Employment.PART_TIME, "pay_class": "RN"}
    lead = ("RN", "Charge")
    staff = [
        cast.person("RN", lead, credentials=cast.valid(*licence, "Charge"), experience=180, **full),
        cast.person("RN", lead, credentials=cast.valid(*licence, "Charge"), experience=130, **full),
        cast.person("RN", lead, credentials=cast.valid(*licence, "Charge"), experience=96, **full),
        cast.person("RN", lead, credentials=cast.valid(*licence, "Charge"), experience=75, shifts=("N",), **full),
        cast.person("RN", lead, credentials=cast.valid(*licence, "Charge"), experience=110, shifts=("N",), **full),
        cast.person("RN", ("RN",), credentials=cast.valid(*licence), experience=40, **full),
        cast.person("RN", ("RN",), credentials=cast.valid(*licence, soon=("ACLS",)), experience=60, **full),
        cast.person("RN", ("RN",), credentials=cast.valid("RN licence", "BLS"), experience=8, **full),
        cast.person("RN", ("RN",), credentials=cast.valid(*licence), experience=52, groups=("Weekend",), **part),
        cast.person("RN", lead, credentials=cast.valid(*licence, "Charge"), experience=88, shifts=("D",), **part),
        cast.person(
            "RN",
            ("RN",),
            credentials=cast.valid(*licence),
            fte=0.0,
            employment=Employment.PER_DIEM,
            pay_class="RN per diem",
            most=36 * 60,
        ),
        cast.person(
            "RN",
            ("Orientee",),
            credentials=cast.valid("RN licence", "BLS"),
            experience=1,
            fte=0.9,
            pay_class="RN new",
            shifts=("D",),
        ),
    ]
    staff[-1] = replace(staff[-1], preceptors=(staff[0].id, staff[5].id))
    ids = [person.id for person in staff]
    unit = Unit(
        "Step-down 3 East (sample)",
        calendar,
        (D12, N12, PTO12, EDU, CALL),
        (
            DutyRole("RN", ("RN licence", "BLS")),
            DutyRole("Charge", ("RN licence", "BLS", "Charge"), "C"),
            DutyRole("Orientee", ("RN licence",), "O"),
        ),
        tuple(staff),
        needs=(
            Need(EVERY_DAY, "D", "Charge", 1, 1, 1),
            Need(EVERY_DAY, "D", "RN", 1, 1, 3),
            Need(EVERY_DAY, "N", "Charge", 1, 1, 1),
            Need(WEEKDAYS, "N", "RN", 1, 1, 2),
            Need(WEEKEND, "N", "RN", 0, 1, 2),
        ),
        skill_needs=(SkillNeed(EVERY_DAY, "D", "ACLS", 1), SkillNeed(EVERY_DAY, "N", "ACLS", 1)),
        requests=(
            Request(ids[1], Wish.OFF, date(2026, 12, 24), date(2026, 12, 26), approved=True),
            Request(ids[5], Wish.OFF, date(2026, 12, 31), date(2027, 1, 1), weight=3),
            Request(ids[6], Wish.OFF, date(2026, 12, 25), date(2026, 12, 25), weight=3),
            Request(ids[2], Wish.ON, date(2026, 12, 28), date(2026, 12, 28), "D"),
            Request(ids[9], Wish.OFF, date(2026, 12, 22), date(2026, 12, 23)),
            Request(ids[7], Wish.OFF, date(2026, 12, 29), date(2026, 12, 29), "N", weight=2),
        ),
        ties=(Tie(ids[2], ids[6], Bond.APART),),
        locked=frozenset(
            {Pair(ids[1], Duty(date(2026, 12, 24), "PTO")), Pair(ids[1], Duty(date(2026, 12, 25), "PTO"))}
        ),
        pay={"RN": PayClass(45_00), "RN per diem": PayClass(52_00), "RN new": PayClass(38_50)},
        premiums=PREMIUMS,
        kind="step_down",
    )
    return unit, with_weekend_contracts(default_policy())


def clash() -> tuple[Unit, Policy]:
    """Return the small unit with a clash in one place: everyone who can lead New Year's Eve night is taken."""
    unit, policy = small()
    eve, ids = date(2026, 12, 31), [person.id for person in unit.staff]
    leave = (Request(ids[who], Wish.OFF, eve, eve, approved=True) for who in (3, 4))
    leads = (Pair(ids[0], Duty(eve, "D", "Charge")), Pair(ids[2], Duty(eve, "D", "RN")))
    after = Pair(ids[1], Duty(eve + timedelta(days=1), "D", "Charge"))
    unit = replace(unit, requests=(*unit.requests, *leave), locked=unit.locked | {*leads, after}, name="Clash (sample)")
    return replace(unit, ties=()), policy


def shortage() -> tuple[Unit, Policy]:
    """Return the small unit with needs that its people cannot fill."""
    unit, policy = small()
    needs = (
        Need(EVERY_DAY, "D", "Charge", 1, 1, 1),
        Need(EVERY_DAY, "D", "RN", 4, 4, 5),
        Need(EVERY_DAY, "N", "Charge", 1, 1, 1),
        Need(EVERY_DAY, "N", "RN", 3, 3, 4),
    )
    return replace(unit, needs=needs, name="Shortage (sample)"), policy
