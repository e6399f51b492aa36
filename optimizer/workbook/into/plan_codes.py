"""A schedule in the words of her roster: her names, her codes, and a day off as she writes it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from optimizer.planning.pair import Plan
from optimizer.staffing.facts.shift import Duty
from optimizer.staffing.facts.staff import Staff
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.learn.people.lead_marks import LEAD, MARK
from optimizer.workbook.into.duty_cells import DutyCells
from optimizer.workbook.into.written import Codes
from optimizer.workbook.recognise.names import key_of
from optimizer.workbook.recognise.proposal import Table

MOSTLY_FILLED = 0.9
"""From which share of filled cells on days off are written out in a roster."""


@dataclass(frozen=True)
class PlanCodes:
    """A plan of a unit for a roster that was recognised."""

    unit: Unit
    plan: Plan
    table: Table
    cells: DutyCells

    @cached_property
    def names(self) -> Mapping[str, str]:
        """Return the name in the roster by the id of everybody who is in both; none for names that two people share."""
        hers = _by_key((key, name) for name in self.cells.people for key in _keys(name))
        ours = _by_key((key, staff.id) for staff in self.unit.staff for key in {*_keys(staff.name), *_keys(staff.id)})
        both = {(who, hers[key]) for key, who in ours.items() if key in hers}
        known = Counter(who for who, _ in both)
        return {who: name for who, name in both if known[who] == 1}

    @cached_property
    def codes(self) -> Codes:
        """Return the codes of everybody on every day of the unit's period."""
        duties: dict[tuple[str, date], list[Duty]] = {}
        for who, duty in sorted(self.plan):
            duties.setdefault((who, duty.day), []).append(duty)
        off = (self.off,) if self.off else ()
        return {
            (name, day): tuple(self._code(duty, self.unit.people[who]) for duty in duties.get((who, day), ())) or off
            for who, name in self.names.items()
            for day in self.unit.days
        }

    @property
    def told(self) -> tuple[str, ...]:
        """Return who is in only one of the two; nobody is guessed."""
        ours = [staff.name for staff in self.unit.staff if staff.id not in self.names]
        hers = [name for name in self.cells.people if name not in self.names.values()]
        lines = []
        if ours:
            lines.append(f"Not found in the roster, and not written: {', '.join(ours)}.")
        if hers:
            lines.append(f"Not found among the staff: {', '.join(hers)}.")
        return tuple(lines)

    @cached_property
    def off(self) -> str:
        """Return the code of days off where the roster writes them out, "" where they are blank."""
        known = [cell for cell in self.cells.cells if cell.day]
        filled = sum(bool(cell.text or cell.leave) for cell in known)
        offs = [each.code for each in self.table.meanings if each.sort == "off"]
        return offs[0] if offs and filled >= MOSTLY_FILLED * len(known) else ""

    def _code(self, duty: Duty, staff: Staff) -> str:
        """Return the code of a duty, with her mark behind it where somebody leads who usually does not."""
        leads = duty.role == LEAD and staff.roles[0] != LEAD
        return self._marked.get(duty.shift, duty.shift) if leads else duty.shift

    @cached_property
    def _marked(self) -> Mapping[str, str]:
        """Return the codes with a mark for the lead by the code without, the most frequent mark of each."""
        marked = [(match["code"], code) for code, _ in self.table.codes if (match := MARK.fullmatch(code))]
        return dict(reversed(marked))


def _keys(name: str) -> set[str]:
    """Return what a name is known by, also where commas were left out of it."""
    return {key_of(name), key_of(name.replace(",", " ").replace(";", " "))}


def _by_key(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return values by key, without keys of more than one."""
    found: dict[str, set[str]] = {}
    for key, value in pairs:
        found.setdefault(key, set()).add(value)
    return {key: next(iter(values)) for key, values in found.items() if len(values) == 1}
