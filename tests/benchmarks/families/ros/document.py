"""What the XML of an instance says, before anything is made of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path
from xml.etree import ElementTree

from optimizer.staffing.facts.calendar import Span

BUSY = (
    "MaxDaysOff", "MinDaysOff", "MaxWorkingDaysPerWeek", "MaxConsecutiveWorkingDays", "MinConsecutiveWorkingDays",
    "MaxConsecutiveFreeDays", "MaxWorkingWeekends", "MaxWeekendsOff",
)  # fmt: skip
"""Rules that count days of other work as busy."""
DAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def is_true(text: str | None) -> bool:
    """Tell whether a word of the file says yes."""
    return (text or "").strip().casefold() in ("true", "1")


@dataclass(frozen=True)
class Document:
    """The elements of a file."""

    root: ElementTree.Element

    @classmethod
    def at(cls, path: Path) -> "Document":
        """Return the document in a file; refuse one of another kind."""
        root = ElementTree.parse(path).getroot()
        if root.tag != "SchedulingPeriod":
            raise ValueError(f"{path} is no scheduling period.")
        return cls(root)

    @cached_property
    def period(self) -> Span:
        """Return the days to plan."""
        first, last = (date.fromisoformat((self.root.findtext(tag) or "").strip()) for tag in ("StartDate", "EndDate"))
        return Span(first, last)

    @cached_property
    def weights(self) -> dict[str, int]:
        """Return what a breach of each rule weighs where its contract does not say."""
        return {each.tag: int(each.text or 0) for each in self.root.findall("MasterWeights/*")}

    @cached_property
    def other_work(self) -> frozenset[tuple[str, date]]:
        """Return who works elsewhere on which days."""
        asked = [each for each in self.all("DayOffRequests/DayOff") if int(each.get("weight", 0)) > 0]
        last = {(each.findtext("EmployeeID") or "", day): each for each in asked if (day := self.on_day(each))}
        return frozenset(cell for cell, each in last.items() if is_true(each.get("working")))

    @cached_property
    def entered(self) -> bool:
        """Tell whether other work is to be entered as a duty, since some contract counts days that are busy with it."""
        rules = [rule for each in self.all("Contracts/Contract") for rule in each]
        return bool(self.other_work) and any(
            rule.tag in BUSY or (rule.tag == "BadPatterns" and "+" in {cell.text for cell in rule.iter("Shift")})
            for rule in rules
        )

    @cached_property
    def groups(self) -> dict[str, tuple[str, ...]]:
        """Return the shifts of every group of shifts."""
        found = self.all("ShiftGroups/ShiftGroup")
        return {each.get("ID", ""): tuple(shift.text or "" for shift in each.findall("Shift")) for each in found}

    def all(self, path: str) -> list[ElementTree.Element]:
        """Return all elements at a path."""
        return self.root.findall(path)

    def blocks(self, first: date) -> Iterator[Span]:
        """Yield the period in weeks that begin with one of its days or before, cut by it."""
        last = self.period.last
        while first <= last:
            yield Span(max(first, self.period.first), min(first + timedelta(days=6), last))
            first += timedelta(days=7)

    def on_day(self, element: ElementTree.Element) -> date | None:
        """Return the day that an element is about, by its date or number; None outside the period."""
        number, dated = element.findtext("Day"), element.findtext("Date")
        day = date.fromisoformat(dated.strip()) if dated else self.period.first + timedelta(days=int(number or 0))
        return day if self.period.first <= day <= self.period.last else None


@dataclass(frozen=True)
class Contract:
    """The rules of one contract."""

    document: Document
    node: ElementTree.Element

    @property
    def to(self) -> tuple[str, ...]:
        """Return whom its rules are for."""
        return (f"contract {self.node.get('ID')}",)

    @cached_property
    def people(self) -> tuple[str, ...]:
        """Return who has this contract."""
        everyone = self.document.all("Employees/Employee")
        return tuple(e.get("ID", "") for e in everyone if e.findtext("ContractID") == self.node.get("ID"))

    def rule(self, name: str) -> ElementTree.Element | None:
        """Return a rule that stands in it and is not switched off."""
        found = self.node.find(name)
        return found if found is not None and (found.get("on") is None or is_true(found.get("on"))) else None

    def weight(self, rule: ElementTree.Element) -> int:
        """Return what a breach of a rule weighs."""
        own = rule.get("weight")
        return int(own) if own is not None and int(own) >= 0 else self.document.weights.get(rule.tag, 0)

    def number(self, name: str) -> tuple[str, int] | None:
        """Return the limit and the weight of a rule, None when it is not there, off or weighs nothing."""
        rule = self.rule(name)
        if rule is None or not self.weight(rule):
            return None
        return (rule.text or "").strip(), self.weight(rule)

    def switched(self, name: str) -> int:
        """Return what a rule weighs that is switched on, 0 when it is not."""
        found = self.node.find(name)
        return self.weight(found) if found is not None and is_true(found.text) else 0

    def rows(self, name: str, child: str) -> Iterator[tuple[tuple[str, ...], int, int]]:
        """Yield the shifts, the limit and the weight of every row of a rule; the last for the same shifts counts."""
        rule, found = self.rule(name), dict[tuple[str, ...], int]()
        for row in rule.findall(child) if rule is not None else ():
            shift, group = row.findtext("ShiftType"), row.findtext("ShiftGroup")
            shifts = (shift,) if shift else self.document.groups.get(group or "", ())
            if shifts:
                found[shifts] = int(row.findtext("Value") or row.findtext("Ratio") or 0)
        if rule is not None and (weight := self.weight(rule)):
            yield from ((shifts, limit, weight) for shifts, limit in found.items())
