"""An intensive care unit."""

import random
from datetime import date, timedelta

from optimizer.planning.pair import Pair
from optimizer.planning.policy import Policy
from optimizer.staffing.facts.calendar import Calendar
from optimizer.staffing.facts.demand import Need, SkillNeed
from optimizer.staffing.facts.rates import PayClass
from optimizer.staffing.facts.request import Bond, Tie
from optimizer.staffing.facts.shift import Duty
from optimizer.staffing.facts.staff import Employment, Staff
from optimizer.staffing.facts.unit import DutyRole, Unit
from optimizer.staffing.policy import default_policy, must, priced
from optimizer.staffing.rules.sequence.in_a_row import MostInARow
from tests.samples.cast import (
    CALL,
    D8,
    D12,
    E8,
    EDU,
    EVERY_DAY,
    N8,
    N12,
    PREMIUMS,
    PTO8,
    PTO12,
    Cast,
    leave_of,
    wishes_of,
)


def icu() -> tuple[Unit, Policy]:
    """Return a 20-bed ICU: 65 people, 6 weeks, 12- and 8-hour shifts that fill windows of the day, float and agency."""
    calendar = Calendar(
        date(2026, 12, 6),
        date(2027, 1, 16),
        pay_period_start=date(2026, 12, 6),
        holidays={date(2026, 12, 25): "Christmas Day", date(2027, 1, 1): "New Year's Day"},
    )
    cast = Cast(random.Random(3), calendar)
    staff: list[Staff] = []
    for number in range(42):
        charge, novice, part_time = number < 12, number in (30, 31, 32, 33), number in (15, 22, 27, 36)
        names = ("RN licence", "BLS", "ACLS", *(("Charge",) if charge else ()), *(("CRRT",) if number % 3 == 0 else ()))
        staff.append(
            cast.person(
                "RN",
                ("RN", "Charge") if charge else ("RN",),
                credentials=cast.valid(*names, soon=("ACLS",) if number in (18, 25) else ()),
                fte=0.6 if part_time else 0.9,
                employment=Employment.PART_TIME if part_time else Employment.FULL_TIME,
                shifts=(("D",), ("D",), ("N",), ("N",), ("D", "N"))[number % 5],
                groups=("12-hour",),
                pay_class="ICU RN",
                **({"experience": 5 + number % 6} if novice else {"experience": 80 + 8 * number} if charge else {}),
            )
        )
    for number in range(12):
        charge = number < 2
        names = ("RN licence", "BLS", "ACLS", *(("Charge",) if charge else ()), *(("CRRT",) if number % 3 == 0 else ()))
        staff.append(
            cast.person(
                "RN",
                ("RN", "Charge") if charge else ("RN",),
                credentials=cast.valid(*names),
                fte=1.0 if number % 4 else 0.8,
                employment=Employment.FULL_TIME if number % 4 else Employment.PART_TIME,
                shifts=(("d",), ("e",), ("n",), ("d", "e"), ("e", "n"), ("d", "e"))[number % 6],
                groups=("8-hour",),
                pay_class="ICU RN",
                **({"experience": 150} if charge else {}),
            )
        )
    for _ in range(3):
        staff.append(
            cast.person(
                "RN",
                ("RN",),
                credentials=cast.valid("RN licence", "BLS", "ACLS"),
                fte=0.5,
                employment=Employment.PART_TIME,
                groups=("12-hour", "Float"),
                shifts=("D", "N"),
                pay_class="ICU RN",
            )
        )
    for number in range(3):
        staff.append(
            cast.person(
                "RN",
                ("RN",),
                credentials=cast.valid("RN licence", "BLS", "ACLS"),
                fte=0.9,
                employment=Employment.AGENCY,
                groups=("12-hour",),
                shifts=(("N",), ("N",), ("D",))[number],
                pay_class="Agency RN",
            )
        )
    for number in range(4):
        staff.append(
            cast.person(
                "CNA",
                ("CNA",),
                credentials=cast.valid("CNA certificate", "BLS"),
                fte=0.9,
                shifts=(("D",), ("N",))[number % 2],
                groups=("12-hour",),
                pay_class="CNA",
            )
        )
    staff.append(
        cast.person(
            "RN",
            ("Orientee",),
            credentials=cast.valid("RN licence", "BLS"),
            experience=2,
            fte=0.9,
            pay_class="ICU RN new",
            shifts=("D",),
            groups=("12-hour",),
            preceptors=(staff[0].id, staff[5].id),
        )
    )
    away = (
        (2, 0, 7),
        (7, 14, 7),
        (9, 20, 5),
        (16, 7, 7),
        (20, 28, 10),
        (29, 14, 7),
        (34, 1, 7),
        (38, 21, 7),
        (44, 8, 5),
        (47, 19, 7),
        (50, 30, 7),
        (61, 17, 6),
    )
    days_away = [(who, calendar.first + timedelta(days=start), days) for who, start, days in away]
    leave, time_off = leave_of(staff, days_away, calendar)
    requests = leave + wishes_of(cast.chance, staff, calendar, 70)
    windows = (("07:00-15:00", 10, 12), ("15:00-19:00", 9, 11), ("19:00-23:00", 9, 10), ("23:00-07:00", 9, 10))
    unit = Unit(
        "Intensive Care, 20 beds (sample)",
        calendar,
        (D12, N12, D8, E8, N8, PTO12, PTO8, EDU, CALL),
        (
            DutyRole("RN", ("RN licence", "BLS", "ACLS")),
            DutyRole("Charge", ("RN licence", "ACLS", "Charge"), "C"),
            DutyRole("CNA", ("CNA certificate",)),
            DutyRole("Orientee", ("RN licence",), "O"),
        ),
        tuple(staff),
        needs=(
            *(Need(EVERY_DAY, window, "RN", least, wished, wished + 2) for window, least, wished in windows),
            *(Need(EVERY_DAY, window, "Charge", 1, 1, 1) for window, _, _ in windows),
            Need(EVERY_DAY, "D", "CNA", 0, 1, 2),
            Need(EVERY_DAY, "N", "CNA", 0, 1, 2),
        ),
        skill_needs=tuple(SkillNeed(EVERY_DAY, window, "CRRT", 1) for window, _, _ in windows),
        requests=tuple(requests),
        ties=(Tie(staff[3].id, staff[8].id, Bond.APART),),
        locked=frozenset(
            {
                *time_off,
                Pair(staff[13].id, Duty(calendar.first + timedelta(days=16), "EDU")),
            }
        ),
        pay={
            "ICU RN": PayClass(49_00, burden=100, called_in=60),
            "ICU RN new": PayClass(40_00, burden=100),
            "Agency RN": PayClass(98_00),
            "CNA": PayClass(20_00, burden=100),
        },
        premiums=PREMIUMS,
        kind="critical_care",
    )
    rulings = [r for r in default_policy().rulings if not (isinstance(r.rule, MostInARow) and not r.rule.shifts)]
    rulings += [
        must(MostInARow(limit=4, to=("12-hour",))),
        priced(MostInARow(limit=3, to=("12-hour",)), 25),
        must(MostInARow(limit=6, to=("8-hour",))),
        priced(MostInARow(limit=5, to=("8-hour",)), 25),
    ]
    return unit, Policy(tuple(rulings))
