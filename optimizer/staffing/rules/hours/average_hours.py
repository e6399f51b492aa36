"""Hours a week on average over the planning period, or over a reference period that ends with it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from optimizer.planning.law import Place, Sum
from optimizer.planning.rule import Finding
from optimizer.staffing.facts.calendar import Span
from optimizer.staffing.facts.human import Human
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import count, hours
from optimizer.staffing.pay.working_time import past_total, worked_minutes
from optimizer.staffing.rules.rule import HoursRule


@dataclass(frozen=True)
class AverageHours(HoursRule):
    """Gives nobody more than so many hours of work a week on average over the planning period.

    With ``weeks`` it is over a reference period of so many weeks that ends with the plan, as far back as history tells.
    Days of approved leave, or outside employment, do not count to the period, as EU law wants it (2003/88/EC art. 16);
    a period of less than a week is held as a week.
    """

    key, title, unit = "average-hours", "Most hours a week on average over {weeks}", "hour too many in the period"
    sentence = "at most {limit} of work a week on average over {weeks}"

    limit: int = 48 * 60
    weeks: int = 0

    def words(self) -> Mapping[str, str]:
        """Return also the words for what the average is over."""
        known = f"the last {count(self.weeks, 'week')} of the planning period and of the history before it"
        return {**super().words(), "weeks": known if self.weeks else "the planning period"}

    def laws(self, unit: Unit) -> Iterator[Sum]:
        """Yield one sum a person; what history alone is too much is past charging."""
        span = self._span(unit)
        for human in self.humans(unit):
            minutes = worked_minutes(unit, human, span)
            allowed = self.limit * self._days(unit, human, span) // 7
            yield Sum(Place(human.id, *span), minutes, high=max(allowed, past_total(unit, minutes)))

    def _span(self, unit: Unit) -> Span:
        known = (*unit.history_days, *unit.days)[-7 * self.weeks :] if self.weeks else unit.days
        return Span(known[0], known[-1])

    def _days(self, unit: Unit, human: Human, span: Span) -> int:
        return max(7, sum(human.employed(day) for day in {*span.days} - unit.leave[human.id]))

    def say(self, unit: Unit, finding: Finding) -> str:
        """Say how many hours there are and how many the average allows, or how high the average is so far."""
        who, total, bound = unit.name_of(finding.place.who), hours(finding.total), hours(finding.bound)
        if not self.weeks:
            return f"{who} works {total} in the period; {hours(self.limit)} a week on average allow {bound}."
        days = self._days(unit, unit.human_of[finding.place.who], self._span(unit))
        average, most = hours(round(finding.total * 7 / days)), hours(self.limit)
        known = f"over the {count(days, 'day')} known of {count(self.weeks, 'week')}"
        return f"{who} works {average} a week on average so far, {known}; at most {most} are allowed on average."
