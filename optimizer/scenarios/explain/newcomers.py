"""People come who are not there yet: from an agency for some days, or hired."""

from dataclasses import dataclass, replace
from datetime import date

from optimizer.scenarios.explain.remedy import Remedy
from optimizer.scenarios.explain.usual_pay import HALF_AS_MUCH_AGAIN, longest_duty, rate_in, usual_rate
from optimizer.scenarios.plan_unit import UnitToPlan
from optimizer.staffing.facts.staff import Employment, Staff
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import count, on
from optimizer.staffing.scenario import Position, free_id, hired


@dataclass(frozen=True)
class Agency(Remedy):
    """Agency or float nurses come for some days."""

    count: int
    role: str
    shift: str
    first: date
    last: date

    def apply(self, asked: UnitToPlan) -> UnitToPlan:
        """Add people who are employed on these days alone, and owe no hours."""
        unit = asked.unit
        known = sorted({staff.pay_class for staff in _from_agency(unit)})
        come = (
            replace(
                staff, id=free_id(unit, self._called, number), name=f"{self._called} {number}",
                employment=Employment.AGENCY, started=self.first, leaves=self.last,
                pay_class=known[0] if known else staff.pay_class,
            )
            for number, staff in enumerate(hired(unit, Position(self.count, self.role, 0.0, self.shift)), 1)
        )  # fmt: skip
        return replace(asked, unit=replace(unit, staff=(*unit.staff, *come)))

    def say(self, unit: Unit) -> str:
        """Say how many, what for and when."""
        del unit
        when = f"on {on(self.first)}" if self.first == self.last else f"from {on(self.first)} to {on(self.last)}"
        nurses = count(self.count, "agency or float nurse", "agency or float nurses")
        return f"Have {nurses} as {self.role}{f' for {self.shift}' if self.shift else ''} {when}."

    def cost(self, unit: Unit) -> int:
        """Return their pay, half as much again without a class of agencies: for a duty each, or for full weeks."""
        agency = [staff.pay_class for staff in _from_agency(unit)]
        rate = usual_rate(unit, agency) if agency else int(HALF_AS_MUCH_AGAIN * rate_in(unit, self.role))
        if self.first == self.last:
            duty = unit.length_of(self.shift) if self.shift else longest_duty(unit)
            return self.count * rate * duty // 60
        return int(self.count * rate * unit.calendar.full_time_over(unit.days) / 60)

    @property
    def people(self) -> frozenset[str]:
        """Return those who are asked to come."""
        day = self.first.isoformat()
        return frozenset(f"{self._called} {number} from {day}" for number in range(1, self.count + 1))

    @property
    def kind(self) -> object:
        """Return that fewer who come for any shift are shown in place of more."""
        return self if self.shift else (Agency, self.role)

    @property
    def _called(self) -> str:
        return f"Agency {self.role} {self.shift}".rstrip()


@dataclass(frozen=True)
class HireMore(Remedy):
    """Somebody is hired."""

    position: Position

    def apply(self, asked: UnitToPlan) -> UnitToPlan:
        """Add the people."""
        unit = asked.unit
        return replace(asked, unit=replace(unit, staff=(*unit.staff, *hired(unit, self.position))))

    def say(self, unit: Unit) -> str:
        """Say who."""
        del unit
        position = self.position
        shift = f", {position.shift} only" if position.shift else ""
        return f"Hire {position.count} {position.role} of {position.fte:g} FTE{shift}."

    def cost(self, unit: Unit) -> int:
        """Return what they are paid for the period."""
        hours = float(unit.calendar.full_time_over(unit.days)) / 60 * self.position.fte
        return int(self.position.count * hours * rate_in(unit, self.position.role))

    @property
    def people(self) -> frozenset[str]:
        """Return those who are new."""
        position = self.position
        return frozenset(f"New {replace(position, count=number)}" for number in range(1, position.count + 1))

    @property
    def kind(self) -> object:
        """Return that fewer who are hired for a role are shown in place of more."""
        return HireMore, self.position.role


def _from_agency(unit: Unit) -> list[Staff]:
    return [staff for staff in unit.staff if staff.employment is Employment.AGENCY]
