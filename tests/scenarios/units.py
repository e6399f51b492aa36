"""Small units that scenarios are tried on, and work that dies."""

import os
import signal
from dataclasses import dataclass
from pathlib import Path

from optimizer.planning.policy import Policy
from optimizer.scenarios.run import Limits, ScenarioTask
from optimizer.staffing.facts.demand import Need, When
from optimizer.staffing.facts.rates import PayClass
from optimizer.staffing.facts.staff import Employment
from optimizer.staffing.policy import must, priced
from optimizer.staffing.rules.coverage.coverage import CoverMinimum, CoverTarget
from optimizer.staffing.rules.hours.hours import Overtime
from optimizer.staffing.rules.rest.rest import Rest
from optimizer.staffing.rules.who.one_duty_a_day import OneDutyADay
from tests.draw import draw

EXACT = Limits(deterministic=2.0)
RN = {"pay_class": "RN"}
PEOPLE = {
    "ann": RN,
    "ben": RN,
    "cal": {**RN, "fte": 0.6},
    "dot": {"employment": Employment.AGENCY, "pay_class": "Agency"},
}
POLICY = Policy(
    (
        must(OneDutyADay()),
        must(CoverMinimum()),
        priced(CoverTarget(), 250),
        must(Rest(limit=600)),
        priced(Overtime(), 30),
    )
)


def tiny(days=7):
    """Return four people of whom two are wanted by day and one by night; everybody's day costs $320, agency $720."""
    rows = "\n".join(f"{who}  {'. ' * days}" for who in PEOPLE)
    needs = (Need(When(), "D", "RN", 1, 2), Need(When(), "N", "RN", 0, 1))
    return draw(
        rows, PEOPLE, needs=needs, pay={"RN": PayClass(40_00), "Agency": PayClass(90_00)}, calendar={"week_start": 0}
    )[0]


def tasks(number, limits=EXACT):
    return [
        ScenarioTask(f"scenario {n}", tiny(), POLICY, Limits(limits.seconds, n, limits.deterministic))
        for n in range(number)
    ]


@dataclass(frozen=True)
class Deadly:
    """Kills the process that works on it unless the marker is there; then it comes to its number."""

    number: int
    marker: Path | None = None


def survive(task):
    if task.marker and not task.marker.exists():
        task.marker.write_text("was here")
        os.kill(os.getpid(), signal.SIGKILL)
    return task.number


def always_die(task):
    if task.number == 1:
        os.kill(os.getpid(), signal.SIGKILL)
    return task.number
