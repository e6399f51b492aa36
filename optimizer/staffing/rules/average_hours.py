"""Hours a week on average over the planning period."""

from collections.abc import Iterator
from dataclasses import dataclass

from optimizer.planning.law import Place, Sum
from optimizer.planning.rule import Finding
from optimizer.staffing.calendar import Span
from optimizer.staffing.rule import TimeRule
from optimizer.staffing.unit import Unit
from optimizer.staffing.words import hours
from optimizer.staffing.working_time import worked_minutes


@dataclass(frozen=True)
class AverageHours(TimeRule):
    """Gives nobody more than so many hours of work a week on average over the planning period.

    Days of approved leave do not count to the period, as EU law wants it (2003/88/EC art. 16); a period of less than a
    week is held as a week.
    """

    key, title, unit = "average-hours", "Most hours a week on average", "hour too many in the period"
    limit_unit, limit_scale = "hours", 60

    limit: int = 48 * 60

    def laws(self, unit: Unit) -> Iterator[Sum]:
        """Yield one sum a person, over the planning period alone."""
        period = Span(unit.days[0], unit.days[-1])
        for staff in self.concerned(unit):
            days = max(7, len({*unit.days} - unit.leave[staff.id]))
            minutes = worked_minutes(unit, staff, period)
            yield Sum(Place(staff.id, *period), minutes, high=self.limit * days // 7)

    def say(self, unit: Unit, finding: Finding) -> str:
        """Say how many hours there are and how many the average allows."""
        who, total, bound = unit.name_of(finding.place.who), hours(finding.total), hours(finding.bound)
        return f"{who} works {total} in the period; {hours(self.limit)} a week on average allow {bound}."
