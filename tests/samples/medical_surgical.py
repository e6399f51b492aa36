"""A medical-surgical unit."""

import random
from dataclasses import replace
from datetime import date

from optimizer.planning.pair import Pair
from optimizer.planning.policy import Mode, Policy
from optimizer.staffing.facts.calendar import Calendar
from optimizer.staffing.facts.care import NEUTRAL_SCALE, Care, Census, Filler
from optimizer.staffing.facts.demand import SkillNeed
from optimizer.staffing.facts.rates import PayClass, PeriodBudget
from optimizer.staffing.facts.request import Bond, Tie
from optimizer.staffing.facts.shift import Duty
from optimizer.staffing.facts.staff import Employment, Staff
from optimizer.staffing.facts.unit import DutyRole, Unit
from optimizer.staffing.law.lawful_need import with_lawful_needs
from optimizer.staffing.policy import default_policy
from optimizer.staffing.scenario import Position, RuleChange, Scenario
from tests.samples.cast import (
    CALL,
    D12,
    EDU,
    EVERY_DAY,
    HOLIDAYS,
    N12,
    PREMIUMS,
    PTO12,
    WEEKDAYS,
    WEEKEND,
    Cast,
    leave_of,
    wishes_of,
    with_weekend_contracts,
)


def medsurg() -> tuple[Unit, Policy]:
    """Return a 36-bed medical-surgical unit: 46 people, 4 weeks over Christmas and New Year, 12-hour shifts."""
    calendar = Calendar(
        date(2026, 12, 6),
        date(2027, 1, 2),
        pay_period_start=date(2026, 12, 6),
        holidays={date(2026, 12, 25): "Christmas Day", date(2027, 1, 1): "New Year's Day"},
    )
    cast = Cast(random.Random(2), calendar)
    staff: list[Staff] = []
    for number in range(30):
        charge, novice = number < 9, number in (20, 21, 22, 23)
        contract = (("D",), ("N",), ())[0 if number % 9 < 4 else 1 if number % 9 < 7 else 2]
        part_time, weekend = number in (14, 15, 26), number in (17, 18)
        names = ("RN licence", "BLS", *(("Charge",) if charge else ()), *(("ACLS",) if not novice else ()))
        staff.append(
            cast.person(
                "RN",
                ("RN", "Charge") if charge else ("RN",),
                credentials=cast.valid(*names, soon=("BLS",) if number == 12 else ("ACLS",) if number == 16 else ()),
                fte=0.6 if part_time or weekend else 0.9,
                employment=Employment.PART_TIME if part_time or weekend else Employment.FULL_TIME,
                shifts=() if weekend else contract,
                groups=("Weekend",) if weekend else (),
                pay_class="RN",
                **({"experience": 4 + number % 7} if novice else {"experience": 90 + 10 * number} if charge else {}),
            )
        )
    for _ in range(2):
        staff.append(
            cast.person(
                "RN",
                ("RN",),
                credentials=cast.valid("RN licence", "BLS", "ACLS"),
                fte=0.0,
                employment=Employment.PER_DIEM,
                pay_class="RN per diem",
                most=24 * 60,
            )
        )
    staff.append(
        cast.person(
            "RN",
            ("Orientee",),
            credentials=cast.valid("RN licence", "BLS"),
            experience=1,
            fte=0.9,
            pay_class="RN new",
            shifts=("D",),
            preceptors=(staff[0].id, staff[1].id),
        )
    )
    for number in range(3):
        staff.append(
            cast.person(
                "LPN",
                ("LPN",),
                credentials=cast.valid("LPN licence", "BLS"),
                fte=0.9,
                shifts=(("D",), ("D",), ())[number],
                pay_class="LPN",
            )
        )
    for number in range(10):
        part_time = number in (4, 9)
        staff.append(
            cast.person(
                "CNA",
                ("CNA",),
                credentials=cast.valid("CNA certificate", "BLS"),
                fte=0.6 if part_time else 0.9,
                employment=Employment.PART_TIME if part_time else Employment.FULL_TIME,
                shifts=(("D",), ("N",), ("D",), ())[number % 4],
                pay_class="CNA",
                **({"experience": 6} if number == 7 else {"experience": 48 + number}),
            )
        )
    away = ((3, 8, 7), (10, 15, 6), (13, 18, 10), (19, 9, 5), (24, 20, 5), (28, 8, 7), (35, 16, 7), (41, 11, 6))
    leave, time_off = leave_of(staff, [(who, date(2026, 12, first), days) for who, first, days in away], calendar)
    requests = leave + wishes_of(cast.chance, staff, calendar, 40)
    unit = Unit(
        "Medical-Surgical 5 West, 36 beds (sample)",
        calendar,
        (D12, N12, PTO12, EDU, CALL),
        (
            DutyRole("RN", ("RN licence", "BLS")),
            DutyRole("Charge", ("RN licence", "BLS", "Charge"), "C"),
            DutyRole("LPN", ("LPN licence", "BLS")),
            DutyRole("CNA", ("CNA certificate",)),
            DutyRole("Orientee", ("RN licence",), "O"),
        ),
        tuple(staff),
        skill_needs=(SkillNeed(EVERY_DAY, "D", "ACLS", 2), SkillNeed(EVERY_DAY, "N", "ACLS", 2)),
        requests=tuple(requests),
        ties=(Tie(staff[4].id, staff[11].id, Bond.APART), Tie(staff[36].id, staff[37].id, Bond.APART)),
        locked=frozenset(
            {
                *time_off,
                Pair(staff[5].id, Duty(date(2026, 12, 16), "EDU")),
                Pair(staff[20].id, Duty(date(2026, 12, 16), "EDU")),
                Pair(staff[2].id, Duty(date(2026, 12, 25), "D", "Charge")),
            }
        ),
        pay={
            "RN": PayClass(45_00, burden=100, extra=15_00),
            "RN per diem": PayClass(52_00, burden=100),
            "RN new": PayClass(38_50, burden=100),
            "LPN": PayClass(30_00, burden=100),
            "CNA": PayClass(19_50, burden=100),
        },
        premiums=PREMIUMS,
        care=care(),
        budget=(PeriodBudget(None, 322, 528, 44_50, 13_500_00),),  # 8.8 h at the bedside, charge nurses too
        kind="med_surg",
    )
    return with_lawful_needs(unit), with_weekend_contracts(default_policy())


def care() -> Care:
    """Return who lies in the beds on weekdays, weekends and holidays, and who cares for them by day and by night."""
    return Care(
        census=(
            Census(WEEKDAYS, "D", {1: 7, 2: 12, 3: 4, 4: 1}, 5, 5, 1, 1),
            Census(WEEKEND, "D", {1: 6, 2: 11, 3: 2, 4: 1}, 2, 3, 1, 1),
            Census(HOLIDAYS, "D", {1: 7, 2: 11, 3: 1}, 1, 1, 1, 0),
            Census(WEEKDAYS, "N", {1: 7, 2: 12, 3: 4, 4: 1}, 2, 0, 0, 0),
            Census(WEEKEND, "N", {1: 6, 2: 11, 3: 2, 4: 1}, 2, 0, 1, 0),
            Census(HOLIDAYS, "N", {1: 7, 2: 11, 3: 1}, 2, 0, 1, 0),
        ),
        mix=(
            Filler("Charge", least=1, spare=0),
            Filler("RN", share=70, counts=True, spare=2, shifts=("D",)),
            Filler("LPN", share=8, spare=1, shifts=("D",)),
            Filler("CNA", share=22, least=2, spare=2, shifts=("D",)),
            Filler("RN", share=67, counts=True, spare=2, shifts=("N",)),
            Filler("CNA", share=33, least=1, spare=1, shifts=("N",)),
        ),
        levels=tuple(replace(level, most=5, most_at_night=6) for level in NEUTRAL_SCALE),
    )


def medsurg_scenarios() -> tuple[Scenario, ...]:
    """Return eight questions that such a unit asks itself."""
    return (
        Scenario("Budget $275,000", "Not a dollar more.", budget=275_000_00),
        Scenario("Overtime capped", "Everyone together has 8 hours of overtime.", overtime_cap=8 * 60),
        Scenario("Raise of 3 %", "What the new contract would cost.", wages=30),
        Scenario("Census up 10 %", "Four beds more, and staff in proportion.", census=100),
        Scenario("Census down 10 %", "A quiet January.", census=-100),
        Scenario("Two more night nurses", "Fewer nights for everyone else.", add=(Position(2, "RN", 0.9, "N"),)),
        Scenario("Without two aides", "Two vacant positions stay vacant.", remove=("C037", "C038")),
        Scenario(
            "Minimum at a price",
            "A person below the minimum costs 2,000 points and is possible.",
            rules=(RuleChange("cover-minimum", Mode.PRICED, 2_000_00),),
        ),
    )
