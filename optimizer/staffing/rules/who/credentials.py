"""A valid licence and certificate for every role, on the day itself."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from optimizer.planning.law import Place, Sum
from optimizer.planning.rule import Finding
from optimizer.staffing.facts.staff import Staff
from optimizer.staffing.facts.unit import DutyRole, Unit
from optimizer.staffing.facts.words import on
from optimizer.staffing.rules.rule import UnitRule

LICENCES, CERTIFICATES = "licences", "certificates"
LICENCE = re.compile(r"licen[cs]|registration|^(RN|LPN|LVN|RPN|EN|RM|LPT|APRN|NP|CNS|CNM|CRNA|CNA)$", re.IGNORECASE)
"""What the state gives, and the titles that it protects; everything else a hospital or an accreditor asks for."""


@dataclass(frozen=True)
class Credentials(UnitRule):
    """Gives nobody a role whose credentials they do not hold, or no longer hold on that day.

    ``only`` may narrow it to "licences", which the law asks for, or "certificates" such as ACLS, which policy does.
    """

    key, title, unit = "credentials", "Valid credentials", "duty without a credential"
    sentence = "only roles for which all credentials are held and valid on the day"

    only: str = ""

    def details(self) -> Iterator[str]:
        """Yield to what it is narrowed."""
        if self.only:
            yield f"credentials are {self.only} alone"

    def check(self, unit: Unit) -> None:
        """Raise ValueError when it is narrowed to something else."""
        if self.only not in ("", LICENCES, CERTIFICATES):
            raise ValueError(f"'{self.only}' is neither {LICENCES} nor {CERTIFICATES}.")

    def laws(self, unit: Unit) -> Iterator[Sum]:
        """Yield one sum for every cell of the schedule and role whose credential is missing or expired."""
        for staff in self.concerned(unit):
            for role in (unit.role_by_name[name] for name in staff.roles):
                for day in unit.days:
                    if _lacking(role, staff, day, self._meant):
                        barred = (pair for pair in unit.cells[staff.id, day] if pair.what.role == role.name)
                        yield Sum(Place(staff.id, day, what=(role.name,)), tuple((1, pair) for pair in barred), high=0)

    def say(self, unit: Unit, finding: Finding) -> str:
        """Say which credentials are missing or since when they have expired."""
        (role,) = finding.place.what
        return lack_of(unit, finding.place.who, role, finding.day, self._meant)

    def _meant(self, name: str) -> bool:
        return not self.only or (self.only == LICENCES) == bool(LICENCE.search(name.strip()))


def lack_of(unit: Unit, who: str, role: str, day: date, meant: Callable[[str], bool] = bool) -> str:
    """Return in one sentence which credentials of a role, of those that are meant, somebody lacks, "" when none."""
    staff = unit.people[who]
    lacking = ", ".join(_state(staff, name) for name in _lacking(unit.role_by_name[role], staff, day, meant))
    return f"{unit.name_of(who)} lacks a valid credential as {role} on {on(day)}: {lacking}." if lacking else ""


def _lacking(role: DutyRole, staff: Staff, day: date, meant: Callable[[str], bool]) -> list[str]:
    return [name for name in role.requires if meant(name) and not staff.holds(name, day)]


def _state(staff: Staff, name: str) -> str:
    expired = staff.credentials.get(name)
    return f"{name} (expired {on(expired)} {expired.year})" if expired else f"{name} (not held)"
