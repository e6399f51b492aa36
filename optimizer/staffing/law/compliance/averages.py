"""Ratios that hold on average over a calendar month, by day and by night."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from optimizer.planning.pair import Plan
from optimizer.staffing.facts.shift import Part
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import either
from optimizer.staffing.law.compliance.breach import Breach
from optimizer.staffing.law.compliance.numbers import PatientsOf
from optimizer.staffing.law.compliance.presence import Post, counted, moments, posts
from optimizer.staffing.law.lawful import in_force
from optimizer.staffing.law.statute import Preset, Ratio


@dataclass
class Presence:
    """How many minutes patients and nurses are there, and the last day of it."""

    patients: int = 0
    nurses: int = 0
    last: date = date.min


def average_breaches(unit: Unit, plan: Plan, presets: tuple[Preset, ...], patients_of: PatientsOf) -> Iterator[Breach]:
    """Yield a warning for every month and ratio in which a nurse has too many patients on average, as far as known."""
    averaged = [ratio for each in presets for ratio in each.ratios if ratio.citation.average]
    for _, month in groupby(posts(unit) if averaged else (), key=lambda post: (post.day.year, post.day.month)):
        there: defaultdict[tuple[Ratio, bool], Presence] = defaultdict(Presence)
        for post in month:
            patients = patients_of(post.day, post.label)
            for ratio in in_force((ratio for ratio in averaged if ratio.kind in patients), [post.day]):
                _add(there[ratio, post.part is Part.NIGHT], unit, plan, post, ratio, patients[ratio.kind])
        for (ratio, night), presence in there.items():
            yield from _breaches(ratio, night, presence)


def _add(presence: Presence, unit: Unit, plan: Plan, post: Post, ratio: Ratio, patients: int) -> None:
    for moment in moments(unit, plan, post):
        minutes = moment.end - moment.start
        presence.patients += minutes * patients
        presence.nurses += minutes * counted(unit, moment, ratio.jobs, charge=ratio.charge)
    presence.last = post.day


def _breaches(ratio: Ratio, night: bool, presence: Presence) -> Iterator[Breach]:
    """Yield a breach where a nurse has more patients on average than a ratio allows."""
    most = ratio.most(Part.NIGHT if night else Part.DAY)
    if most is None or presence.patients <= most * presence.nurses:
        return
    when, month = "By night" if night else "By day", f"{presence.last:%B %Y}"
    kind, asks = ratio.kind.replace("_", " "), f"{ratio.citation.law} allows {most} for each {either(ratio.jobs)}"
    has = f"there is no nurse for its patients of {kind}"
    if presence.nurses:
        has = f"a nurse has {presence.patients / presence.nurses:.1f} patients of {kind} on average so far"
    yield Breach(presence.last, "", "", ratio.citation, f"{when} in {month} {has}; {asks}.")
