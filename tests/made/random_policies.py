"""Random rules and policies for Hypothesis, for the random units beside them.

What to draw from is made once and kept: Hypothesis looks through a strategy before it first draws from it, which takes
longer than the draw.
"""

from functools import cache

from hypothesis import strategies as st

from optimizer.planning.policy import Mode, Policy, Ruling
from optimizer.staffing.facts.weekend import SAT_SUN
from optimizer.staffing.policy import RULES
from optimizer.staffing.rules import charged
from optimizer.staffing.rules.border import BORDERS
from optimizer.staffing.rules.excused import WAYS
from optimizer.staffing.rules.hours.budget import Budget
from optimizer.staffing.rules.hours.hours_in_period import PARTS
from optimizer.staffing.rules.rule import UnitRule
from optimizer.staffing.rules.sequence.follow_rotation import WAYS as FOLLOWED
from optimizer.staffing.rules.sequence.follow_rotation import FollowRotation
from optimizer.staffing.rules.sequence.succession import ForbiddenSuccession
from optimizer.staffing.rules.sequence.unwanted_pattern import UnwantedPattern
from optimizer.staffing.rules.sequence.wanted_pattern import WantedPattern
from optimizer.staffing.rules.weekends.counted import COUNTED
from optimizer.staffing.rules.weekends.weekends import MostWeekends
from optimizer.staffing.rules.who.no_overlap import NoOverlap
from optimizer.staffing.rules.who.one_duty_a_day import OneDutyADay
from optimizer.staffing.rules.wishes.fair_share import BURDENS, FairShare
from optimizer.staffing.rules.wishes.holiday_turns import WAYS as IN_PAIRS
from optimizer.staffing.rules.wishes.holiday_turns import HolidayTurns
from optimizer.staffing.rules.wishes.ties import TOGETHER
from tests.made.picks import between, pick

LIMITS = {
    "hours": (0, 30 * 60),
    "days": (1, 4),
    "weekends": (0, 2),
    "dollars": (0, 3_000_00),
    "percent": (0, 100),
    "times": (0, 2),
}

SETTINGS = {
    "border": BORDERS, "weekend": (SAT_SUN, "Fri-Sun", "Sat-Mon"), "counted": COUNTED, "parts": PARTS,
    "shifts": ((), ("night",), ("D", "E")), "span": ("period", "week", "2 weeks", "3 days"), "leave": (0, 456),
    "leave_is": WAYS, "charged": charged.WAYS, "eve": ((), ("night",)), "when": TOGETHER, "begins": ((), ("Sat",)),
    "days": ((), ("Sat", "holidays"), ("2026-06-03 to 2026-06-06",)), "lengths": (("2",), ("1", "3"), ("0",)),
}  # fmt: skip
"""What any rule with a setting of the name may have there."""
PATTERNS = (("night", "off", "day"), ("D", "D"), ("Sat any", "off", "N"), ("N or D", "anything", "not N"))
OWN = {
    FairShare: {"burden": (*BURDENS, "call", "C", "Charge"), "back": (0, 1, 2)},
    FollowRotation: {"days_off": FOLLOWED},
    HolidayTurns: {"pair": IN_PAIRS},
    ForbiddenSuccession: {"pairs": (("night>day",), ("N>D", "E>D"), ("D>D",))},
    UnwantedPattern: {"pattern": PATTERNS},
    WantedPattern: {"pattern": PATTERNS},
    MostWeekends: {"weekends": (0, 2)},
}


@cache
@st.composite
def rules(draw: st.DrawFn) -> UnitRule:
    """Return any rule with random limits."""
    cls = pick(draw, RULES)
    known = {name: values for name, values in SETTINGS.items() if name in cls.__dataclass_fields__}
    settings = {name: pick(draw, values) for name, values in (known | OWN.get(cls, {})).items()}
    if cls.measure:
        low, high = LIMITS.get(cls.measure.title.split()[0], (0, 3))
        settings["limit"] = draw(between(low, high))
    if cls is not Budget:
        settings["to"] = pick(draw, ((), ("ann",), ("not bob",)))
    return cls(**settings)


SOME_RULES = st.lists(rules(), min_size=1, max_size=6)


@cache
@st.composite
def policies(draw: st.DrawFn) -> Policy:
    """Return a policy with one duty a day, perhaps but for some shifts, as a must, and up to six other rules."""
    chosen = draw(SOME_RULES)
    one_a_day = OneDutyADay(together=pick(draw, ((), (), ("D+C", "H+Q"))))
    rulings = [
        Ruling(rule, *pick(draw, ((Mode.MUST, 0), (Mode.PRICED, 100), (Mode.PRICED, 37))))
        for rule in chosen
        if not isinstance(rule, OneDutyADay)
    ]
    several = [Ruling(NoOverlap(same_day=1))] if one_a_day.together else []
    return Policy((Ruling(one_a_day), *several, *rulings))
