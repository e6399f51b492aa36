"""The panel that a template starts from: small enough to be replaced row by row, and already to be assigned."""

from datetime import date, timedelta

from optimizer.caseload.assemble import assembled
from optimizer.caseload.capacity.activity import Activity
from optimizer.caseload.capacity.setting import Contact, Experience, Phase
from optimizer.caseload.care.care_goal import CareGoal
from optimizer.caseload.care.care_task_times import CareTaskTimes
from optimizer.caseload.care.community_referral import CommunityReferral
from optimizer.caseload.days.elsewhere import Elsewhere
from optimizer.caseload.licence.valid import Valid
from optimizer.caseload.manager import Manager
from optimizer.caseload.medication.fill import Fill
from optimizer.caseload.panel import Case, Panel
from optimizer.caseload.patient import Patient
from optimizer.caseload.policy import default_goals, default_policy
from optimizer.caseload.presets.capacity import setting
from optimizer.caseload.risk.condition import Condition
from optimizer.caseload.risk.facts import Override, RiskFacts
from optimizer.caseload.risk.stay import Stay
from optimizer.caseload.study import Record
from optimizer.caseload.tier import Tier
from optimizer.planning.pair import Pair
from optimizer.workbook.panel.read import PanelContents
from optimizer.workbook.panel.sheets.settings import AHEAD_USUALLY


def example_panel(today: date) -> PanelContents:
    """Return an invented panel of three case managers and eight patients, planned on the day after a day."""
    on, numbers = today + timedelta(days=1), setting("community")
    given = frozenset({Pair("2001", Case("P-1")), Pair("2001", Case("P-2")), Pair("2002", Case("P-3"))})
    panel = Panel(
        "Example panel", on, _managers(on), _patients(on), {}, {}, given=given, travel={("North", "South"): 30},
        fills={"P-2": _fills(on)}, ahead=AHEAD_USUALLY, care=CareTaskTimes(handoff=30),
    )  # fmt: skip
    policy, goals = default_policy(), default_goals()
    return PanelContents(assembled(panel, numbers), policy, goals, numbers, given, _study(on))


def _managers(on: date) -> tuple[Manager, ...]:
    far = on + timedelta(days=500)
    licence, certificate = {"TX": Valid(far)}, {"CCM": Valid(far)}
    return (
        Manager("2001", "Example, Ana", licence, ("North", "South"), "North", certificate, 120, 84, pay=46_00),
        Manager(
            "2002", "Example, Ben", licence, ("North", "South"), "South", certificate, 90, 40, 80,
            languages=("Spanish",), specialties=("renal",), pay=43_00, practice=Experience.EXPERT,
        ),
        Manager(
            "2003", "Example, Cleo", licence, ("North",), "North", clinical=30, experience=6, pay=40_00,
            practice=Experience.NOVICE,
        ),
    )  # fmt: skip


def _patients(on: date) -> tuple[Patient, ...]:
    left = on - timedelta(days=9)
    stay = Stay(left, 5, True, 115, 138, False, False, False, False)
    ill = frozenset({Condition.HEART_FAILURE, Condition.DIABETES})
    return (
        _patient("P-1", "North", RiskFacts(age=71, emergency_visits=0, admissions=0, conditions=frozenset())),
        _patient("P-2", "North", RiskFacts(stay, ill, 78, 2, 1, 3), discharged=left, destination="home",
                 phase=Phase.TRANSITION, contact=Contact.FIELD, handed_off=left,
                 goals=(CareGoal("Weighs herself daily", on + timedelta(days=10), "Scales, and a call", minutes=40),),
                 referrals=(CommunityReferral("Meals on wheels", on - timedelta(days=9), minutes=15),)),
        _patient("P-3", "South", RiskFacts(age=66, emergency_visits=1, admissions=1), language="Spanish"),
        _patient("P-4", "South", RiskFacts(age=59, emergency_visits=3, admissions=2), specialties=("renal",)),
        _patient("P-5", "North", RiskFacts(age=82, emergency_visits=0, admissions=0), household="Elm St 4"),
        _patient("P-6", "North", RiskFacts(age=84, emergency_visits=1, admissions=0), household="Elm St 4"),
        _patient("P-7", "North", RiskFacts(age=45), override=Override(
            Tier.HIGH, "New to insulin, worries at home", on + timedelta(days=90))),
        _patient("P-8", "South", RiskFacts(age=63, social_needs=4), language="Spanish", interpreter=True,
                 phase=Phase.INTAKE, excluded=("2001",),
                 elsewhere=(Elsewhere(on + timedelta(days=4), on + timedelta(days=13), "rehabilitation"),)),
    )  # fmt: skip


def _patient(who: str, area: str, risk: RiskFacts, **facts: object) -> Patient:
    return Patient(who, area=area, state="TX", risk=risk, **facts)  # type: ignore[arg-type]


def _fills(on: date) -> tuple[Fill, ...]:
    days = (on - timedelta(days=120), on - timedelta(days=80), on - timedelta(days=20))
    return tuple(Fill("P-2", day, "metformin", "Biguanide", 30, 60_000, "D1", "A1", "RX1", "tablet") for day in days)


def _study(on: date) -> tuple[Record, ...]:
    days = [on - timedelta(days=number) for number in (60, 50, 40, 30)]
    return (
        Record(days[0], "2001", 45, patient="P-1"),
        Record(days[1], "2001", 30, patient="P-1"),
        Record(days[2], "2001", 20, Activity.TRAVEL, "P-1"),
        Record(days[3], "2002", 80, patient="P-3", phase=Phase.INTAKE),
        Record(days[3].replace(day=1), "2002", 150, tier=Tier.HIGH, phase=Phase.ACTIVE),
    )
