"""What is wrong with a schedule, as a list that a reader can go through and jump from."""

from dataclasses import dataclass
from datetime import date

from optimizer.planning.rule import Finding
from optimizer.staffing.facts.unit import Unit


@dataclass(frozen=True, slots=True)
class ListedProblem:
    """One finding in words, its penalty in cents (0 for a must), and the cell to look at.

    It is the cell of ``who`` on ``day``; where there is nobody, that of ``shift`` and ``role`` in the coverage, "" when
    it is at no shift or at no role.
    """

    rule: str
    must: bool
    cost: int
    sentence: str
    day: date
    who: str = ""
    shift: str = ""
    role: str = ""


def problems(unit: Unit, findings: tuple[Finding, ...]) -> tuple[ListedProblem, ...]:
    """Return findings in words, in their own order."""
    return tuple(_problem(unit, finding) for finding in findings)


def _problem(unit: Unit, finding: Finding) -> ListedProblem:
    shift, role = ("", "") if finding.place.who else _column(unit, finding.place.what)
    day = min(max(finding.day, unit.calendar.first), unit.calendar.last)
    sentence, who = finding.rule.say(unit, finding), finding.place.who and unit.rows_of(finding.place.who)[0]
    return ListedProblem(finding.rule.title, finding.must, finding.cost, sentence, day, who, shift, role)


def _column(unit: Unit, what: tuple[str, ...]) -> tuple[str, str]:
    """Return the shift or window, and the role, that a finding at nobody's cell is about."""
    shift, thing = (*what, "", "")[:2]
    return shift, thing if thing in unit.role_by_name else ""
