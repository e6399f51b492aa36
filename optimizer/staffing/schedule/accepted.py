"""Breaches of musts that somebody answers for: a schedule can be published with them, each with its reason."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from optimizer.planning.rule import Finding
from optimizer.staffing.facts.unit import Unit


@dataclass(frozen=True, slots=True)
class Accepted:
    """One breach of a must and why it is accepted: the rule's key, whose it is ("" for nobody's own), day and sentence.

    A breach that has grown since has another sentence, so it is another breach.
    """

    rule: str
    who: str
    day: date
    sentence: str
    reason: str

    def covers(self, unit: Unit, finding: Finding) -> bool:
        """Tell whether this is an answer for a breach."""
        return bool(self.reason.strip()) and accepted(unit, finding, self.reason) == self


def accepted(unit: Unit, finding: Finding, reason: str) -> Accepted:
    """Return a breach as accepted for a reason."""
    return Accepted(finding.rule.key, finding.place.who, finding.day, finding.rule.say(unit, finding), reason)


def unaccepted(unit: Unit, findings: Iterable[Finding], answers: Iterable[Accepted]) -> tuple[Finding, ...]:
    """Return the breaches of musts that nobody answers for."""
    known = tuple(answers)
    return tuple(found for found in findings if found.must and not any(each.covers(unit, found) for each in known))


def still_accepted(unit: Unit, findings: Iterable[Finding], answers: Iterable[Accepted]) -> tuple[Accepted, ...]:
    """Return the answers for breaches that are still there, so that an amendment need not give them again."""
    musts = tuple(found for found in findings if found.must)
    return tuple(each for each in answers if any(each.covers(unit, found) for found in musts))
