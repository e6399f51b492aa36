"""What everyone together may have of the dear kinds of hours."""

from collections.abc import Iterator
from dataclasses import dataclass

from optimizer.planning.law import Place, Sum
from optimizer.planning.rule import Finding
from optimizer.staffing.facts.calendar import Span
from optimizer.staffing.facts.staff import Employment
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import hours
from optimizer.staffing.pay.overtime import overtime_sums
from optimizer.staffing.pay.working_time import paid_minutes
from optimizer.staffing.rules.rule import HoursRule


@dataclass(frozen=True)
class OvertimeCap(HoursRule):
    """Keeps the overtime of everyone together, as everyone's pay class counts it, within so many minutes."""

    key, title, unit = "overtime-cap", "Cap on overtime", "hour over the cap"
    sentence = "at most {limit} of overtime for {everyone} together, as each pay class counts it"
    opening = ""

    limit: int = 100 * 60

    def laws(self, unit: Unit) -> Iterator[Sum]:
        """Yield one sum over all overtime, by the day, the week or the pay period."""
        overs = tuple((1, over) for human in self.humans(unit) for over in overtime_sums(unit, human))
        if overs:
            yield Sum(_period(unit), (), high=self.limit, overs=overs)

    def say(self, unit: Unit, finding: Finding) -> str:
        """Say how much overtime there is and how much there may be."""
        del unit
        return f"The schedule has {hours(finding.total)} of overtime; the cap is {hours(self.limit)}."


@dataclass(frozen=True)
class AgencyCap(HoursRule):
    """Keeps the paid hours of agency staff together, over the planning period, within so many minutes."""

    key, title, unit = "agency-cap", "Cap on agency hours", "hour over the cap"
    sentence = "at most {limit} paid to agency staff together in the planning period, counting {everyone}"
    opening = ""

    limit: int = 100 * 60

    def laws(self, unit: Unit) -> Iterator[Sum]:
        """Yield one sum over everything that agency staff are paid for."""
        period = Span(unit.days[0], unit.days[-1])
        agency = [staff for staff in self.concerned(unit) if staff.employment == Employment.AGENCY]
        terms = tuple(term for staff in agency for term in paid_minutes(unit, staff, period))
        if terms:
            yield Sum(_period(unit), terms, high=self.limit)

    def say(self, unit: Unit, finding: Finding) -> str:
        """Say how many agency hours there are and how many there may be."""
        del unit
        return f"Agency staff have {hours(finding.total)}; the cap is {hours(self.limit)}."


def _period(unit: Unit) -> Place:
    return Place(day=unit.days[0], until=unit.days[-1])
