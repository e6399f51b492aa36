"""What is wrong with a schedule, as a list that a reader can go through and jump from."""

from dataclasses import dataclass
from datetime import date

from optimizer.planning.rule import Finding
from optimizer.staffing.unit import Unit


@dataclass(frozen=True, slots=True)
class Problem:
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


@dataclass(frozen=True, slots=True)
class ProblemGroup:
    """The problems with one rule, as far as they are all musts or all priced."""

    rule: str
    must: bool
    problems: tuple[Problem, ...]

    @property
    def cost(self) -> int:
        """Return their penalty together, in cents."""
        return sum(problem.cost for problem in self.problems)


def problems(unit: Unit, findings: tuple[Finding, ...]) -> tuple[Problem, ...]:
    """Return findings in words, in their own order."""
    return tuple(_problem(unit, finding) for finding in findings)


def grouped(found: tuple[Problem, ...]) -> tuple[ProblemGroup, ...]:
    """Return problems by rule: musts first, those with the most problems first; then the others, the dearest first."""
    groups: dict[tuple[bool, str], list[Problem]] = {}
    for problem in found:
        groups.setdefault((problem.must, problem.rule), []).append(problem)
    made = [ProblemGroup(rule, must, tuple(each)) for (must, rule), each in groups.items()]
    return tuple(sorted(made, key=lambda group: (not group.must, -group.cost, -len(group.problems))))


def _problem(unit: Unit, finding: Finding) -> Problem:
    shift, role = ("", "") if finding.place.who else _column(unit, finding.place.what)
    day = min(max(finding.day, unit.calendar.first), unit.calendar.last)
    sentence = finding.rule.say(unit, finding)
    return Problem(finding.rule.title, finding.must, finding.cost, sentence, day, finding.place.who, shift, role)


def _column(unit: Unit, what: tuple[str, ...]) -> tuple[str, str]:
    """Return the shift or window, and the role, that a finding at nobody's cell is about."""
    shift, thing = (*what, "", "")[:2]
    return shift, thing if thing in unit.role_by_name else ""
