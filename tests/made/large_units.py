"""Intensive care units of any size, with all that the sample has: skill mix, charge, requests, weekends, hours, pay."""

from dataclasses import replace
from datetime import timedelta

from optimizer.planning.pair import Pair
from optimizer.planning.policy import Policy
from optimizer.staffing.facts.demand import Need
from optimizer.staffing.facts.staff import Staff
from optimizer.staffing.facts.unit import Unit
from tests.samples.intensive_care import icu


def large_unit(people: int, weeks: int) -> tuple[Unit, Policy]:
    """Return a unit of so many people and weeks: the sample's people, needs and requests again and again."""
    sample, policy = icu()
    last = sample.calendar.first + timedelta(days=7 * weeks - 1)
    later = [timedelta(days=n) for n in range(0, 7 * weeks, len(sample.calendar.days))]
    staff = tuple(_again(sample, number, people, weeks) for number in range(people))
    who = {each.id: [one.id for one in staff if one.id.startswith(f"{each.id}.")] for each in sample.staff}
    requests = (
        replace(asked, who=copy, first=asked.first + by, last=min(last, asked.last + by))
        for by in later
        for asked in sample.requests
        for copy in who[asked.who]
    )
    locked = (
        Pair(copy, what._replace(day=what.day + by)) for by in later for one, what in sample.locked for copy in who[one]
    )
    unit = replace(
        sample,
        name=f"{people} people, {weeks} weeks",
        calendar=replace(sample.calendar, last=last),
        staff=staff,
        needs=tuple(_scaled(need, people / len(sample.staff)) for need in sample.needs),
        requests=tuple(asked for asked in requests if asked.first <= last),
        ties=tuple(
            replace(tie, who=who[tie.who][0], other=who[tie.other][0])
            for tie in sample.ties
            if who[tie.who] and who[tie.other]
        ),
        locked=frozenset(pair for pair in locked if pair.what.day <= last),
    )
    return unit, policy


def _again(sample: Unit, number: int, people: int, weeks: int) -> Staff:
    """Return one of so many people as one of the sample is, with what they hold valid for as much longer."""
    place, longer = number * len(sample.staff) // people, timedelta(days=7 * weeks - len(sample.calendar.days))
    one, copy = sample.staff[place], number - -(-place * people // len(sample.staff))
    held = {name: ends and ends + longer for name, ends in one.credentials.items()}
    return replace(one, id=f"{one.id}.{copy}", name=f"{one.name} {copy}", credentials=held, preceptors=_first(one))


def _first(one: Staff) -> tuple[str, ...]:
    """Return the first copies of whom somebody learns with."""
    return tuple(f"{each}.0" for each in one.preceptors)


def _scaled(need: Need, times: float) -> Need:
    most = None if need.maximum is None else round(need.maximum * times)
    return replace(need, minimum=int(need.minimum * times), target=round(need.target * times), maximum=most)
