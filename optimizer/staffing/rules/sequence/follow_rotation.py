"""The pattern of shifts that somebody follows again and again."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from optimizer.planning.law import Place, Sum
from optimizer.planning.rule import Finding
from optimizer.staffing.facts.rotation import OFF
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import on
from optimizer.staffing.rules.rule import UnitRule
from optimizer.staffing.rules.sequence.rotation_days import days_kept

KEPT, FREE = WAYS = ("kept", "free")


@dataclass(frozen=True)
class FollowRotation(UnitRule):
    """Gives everyone who follows a rotation its shifts on its days, and nothing on its days off.

    With ``days_off`` as "free" its days off may be filled. Leave and other codes entered by hand may stand on any day
    of it. What goes before a rotation, ``rotation_days`` tells: approved leave, blocked days, contract, credentials.
    """

    key, title, unit = "follow-rotation", "Follow the rotation", "day off the rotation"
    sentence = "the shifts of their rotation, and its days off; leave, contract and credentials go before it"

    days_off: str = KEPT

    def check(self, unit: Unit) -> None:
        """Refuse another way to see days off."""
        super().check(unit)
        if self.days_off not in WAYS:
            raise ValueError(f"'{self.days_off}' is nothing that days off are; write {' or '.join(WAYS)}")

    def details(self) -> Iterator[str]:
        """Yield what becomes of its days off."""
        if self.days_off == FREE:
            yield "its days off may be filled"

    def laws(self, unit: Unit) -> Iterator[Sum]:
        """Yield one sum for every day on which somebody's rotation holds."""
        concerned = {staff.id for staff in self.concerned(unit)}
        for who, day, code in days_kept(unit):
            if who in concerned and (code != OFF or self.days_off == KEPT):
                yield _as_planned(unit, who, day, code)

    def say(self, unit: Unit, finding: Finding) -> str:
        """Say whose rotation is left, and what it has there."""
        who, day = unit.name_of(finding.place.who), on(finding.day)
        rotation = unit.people[finding.place.who].rotation
        if finding.short:
            return f"{who} has no {finding.place.what[0]} on {day}, but the rotation {rotation} does."
        return f"{who} has a duty on {day}, a day off in the rotation {rotation}."


def _as_planned(unit: Unit, who: str, day: date, code: str) -> Sum:
    """Return the law that somebody has a shift on a day, or no duty at all; codes entered by hand may stand there."""
    cell = [(unit.shift_of(pair.what), pair) for pair in unit.cells[who, day]]
    if code == OFF:
        return Sum(Place(who, day, what=(OFF,)), tuple((1, pair) for shift, pair in cell if shift.staffs), high=0)
    fitting = tuple((1, pair) for shift, pair in cell if shift.code == code or not shift.staffs)
    return Sum(Place(who, day, what=(code,)), fitting, low=1)
