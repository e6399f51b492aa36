"""A valid licence and certificate for every role, on the day itself."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from optimizer.planning.law import Place, Sum
from optimizer.planning.rule import Finding
from optimizer.staffing.rule import UnitRule
from optimizer.staffing.staff import Staff
from optimizer.staffing.unit import Role, Unit
from optimizer.staffing.words import on


@dataclass(frozen=True)
class Credentials(UnitRule):
    """Gives nobody a role whose credentials they do not hold, or no longer hold on that day."""

    key, title, unit = "credentials", "Valid credentials", "duty without a credential"

    def laws(self, unit: Unit) -> Iterator[Sum]:
        """Yield one sum for every cell of the schedule and role whose credential is missing or expired."""
        for staff in self.concerned(unit):
            for role in (unit.role_by_name[name] for name in staff.roles):
                for day in unit.days:
                    if _lacking(role, staff, day):
                        barred = (pair for pair in unit.cells[staff.id, day] if pair.what.role == role.name)
                        yield Sum(Place(staff.id, day, what=(role.name,)), tuple((1, pair) for pair in barred), high=0)

    def say(self, unit: Unit, finding: Finding) -> str:
        """Say which credentials are missing or since when they have expired."""
        staff, (role,) = unit.people[finding.place.who], finding.place.what
        lacking = (_state(staff, name) for name in _lacking(unit.role_by_name[role], staff, finding.day))
        who, day = unit.name_of(staff.id), on(finding.day)
        return f"{who} lacks a valid credential as {role} on {day}: {', '.join(lacking)}."


def _lacking(role: Role, staff: Staff, day: date) -> list[str]:
    return [name for name in role.requires if not staff.holds(name, day)]


def _state(staff: Staff, name: str) -> str:
    expired = staff.credentials.get(name)
    return f"{name} (expired {on(expired)} {expired.year})" if expired else f"{name} (not held)"
