"""The unit that a template starts from: small enough to be replaced row by row, and already solvable."""

from datetime import date, timedelta

from optimizer.planning.pair import Pair
from optimizer.planning.policy import Mode
from optimizer.staffing.facts.calendar import Calendar
from optimizer.staffing.facts.demand import Need, SkillNeed, When
from optimizer.staffing.facts.rates import PayClass
from optimizer.staffing.facts.request import Request, Wish
from optimizer.staffing.facts.shift import Duty, Kind, Part, Shift
from optimizer.staffing.facts.staff import Employment, Staff
from optimizer.staffing.facts.unit import DutyRole, Unit
from optimizer.staffing.scenario import Position, RuleChange, Scenario

SUNDAY = 6


def example_unit(today: date) -> Unit:
    """Return an invented unit of seven nurses that plans the two weeks from the Sunday after a day."""
    first = today + timedelta(days=(SUNDAY - today.weekday() - 1) % 7 + 1)
    far = first.replace(year=first.year + 1, day=1)
    lead = {"RN licence": far, "BLS": far, "Charge": None}
    plain: dict[str, date | None] = {"RN licence": far, "BLS": far}
    return Unit(
        "Example unit",
        Calendar(first, first + timedelta(days=13), pay_period_start=first),
        shifts=(
            Shift("D", "Day, 12 h", 7 * 60, 19 * 60 + 30, 12 * 60, 30, colour="FFE699"),
            Shift("N", "Night, 12 h", 19 * 60, 31 * 60 + 30, 12 * 60, 30, part=Part.NIGHT, colour="9DC3E6"),
            Shift("PTO", "Paid time off", 7 * 60, 19 * 60, 12 * 60, kind=Kind.LEAVE, colour="C6E0B4"),
            Shift("X", "Blocked: may not be asked", 0, 24 * 60, 0, kind=Kind.BLOCKED, colour="D0CECE"),
            Shift("EDU", "Education day", 8 * 60, 16 * 60 + 30, 8 * 60, 30, Kind.EDUCATION, colour="D9D2E9"),
        ),
        roles=(DutyRole("RN", ("RN licence", "BLS")), DutyRole("Charge", ("RN licence", "BLS", "Charge"), "C")),
        staff=(
            Staff(
                "1001", "Example, Ana", "RN", ("RN", "Charge"), 0.9, credentials=lead, experience=120, pay_class="RN"
            ),
            Staff("1002", "Example, Ben", "RN", ("RN", "Charge"), 0.9, credentials=lead, experience=96, pay_class="RN"),
            Staff(
                "1003", "Example, Cleo", "RN", ("RN", "Charge"), 0.9, credentials=lead, experience=72, pay_class="RN"
            ),
            Staff("1004", "Example, Dov", "RN", ("RN", "Charge"), 0.9, credentials=lead, experience=60, pay_class="RN"),
            Staff("1005", "Example, Eve", "RN", ("RN",), 0.9, credentials=plain, experience=40, pay_class="RN"),
            Staff("1006", "Example, Finn", "RN", ("RN",), 0.9, credentials=plain, experience=8, pay_class="RN"),
            Staff("1007", "Example, Gus", "RN", ("RN",), 0.6, Employment.PART_TIME, ("D",), plain, 50, pay_class="RN"),
        ),
        needs=(
            Need(When(), "D", "Charge", 1, 1, 1),
            Need(When(), "D", "RN", 0, 1, 2),
            Need(When(), "N", "Charge", 0, 1, 1),
            Need(When(), "N", "RN", 0, 0, 1),
        ),
        skill_needs=(SkillNeed(When(), "D", "BLS", 1),),
        requests=(
            Request("1003", Wish.OFF, first + timedelta(days=5), first + timedelta(days=7), approved=True),
            Request("1005", Wish.OFF, first + timedelta(days=3), first + timedelta(days=3), weight=2),
            Request("1006", Wish.BLOCKED, first + timedelta(days=9), first + timedelta(days=9)),
        ),
        locked=frozenset({Pair("1003", Duty(first + timedelta(days=6), "PTO"))}),
        pay={"RN": PayClass(45_00)},
    )


def example_scenarios() -> tuple[Scenario, ...]:
    """Return invented scenarios that show how they are written."""
    return (
        Scenario("One more nurse", "What another night nurse would change.", add=(Position(1, "RN", 0.9, "N"),)),
        Scenario("Tight budget", "The schedule may cost $20,000.", budget=20_000_00),
        Scenario(
            "No overtime",
            "Overtime is forbidden, and a minimum that cannot be kept costs 500 points a person.",
            overtime_cap=0,
            rules=(RuleChange("cover-minimum", Mode.PRICED, 500_00),),
        ),
    )
