"""The schedule as the grid shows it."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from itertools import groupby

from optimizer.planning.pair import Plan
from optimizer.planning.rule import Finding
from optimizer.staffing.facts.request import Request, Wish
from optimizer.staffing.facts.staff import Staff
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import hours
from optimizer.staffing.need.cover import NeedCover
from optimizer.staffing.schedule.cell_text import cells_text
from optimizer.staffing.schedule.freedom import Cell
from optimizer.staffing.schedule.posting import legend
from optimizer.staffing.schedule.rotation_strays import strays
from optimizer.summary.schedule.grid_figures import PersonSums, coverage_rows
from optimizer.ui import grid
from optimizer.ui.frame.study import UnitState
from optimizer.ui.grid.spots import cells_of, spots

SHOWN_BEFORE = 7
"""How many days of history are shown before the plan."""
SUMS = (
    grid.SumColumn("Hours", "Paid hours in this period"),
    grid.SumColumn("±", "Hours above what the contract owes, below it with a minus"),
    grid.SumColumn("OT", "Overtime hours"),
    grid.SumColumn("Nights", "Nights worked; a fair share by FTE in brackets"),
    grid.SumColumn("Wkds", "Weekends worked in, whole or half"),
)


def grid_data(
    now: UnitState, locks: frozenset[Cell], before: Plan | None, *, editable: bool, session: str, ack: int,
    refused: tuple[grid.Refusal, ...], focus: grid.Focus | None, notice: grid.GridNotice | None = None, issue: str = "",
    proposed: Mapping[Cell, str] | None = None, notes: Mapping[Cell, str] | None = None,
) -> grid.GridData:  # fmt: skip
    """Return what the grid shows; ``before`` is what cells are marked as changed against, None for no marks.

    ``issue`` says which version it is, for paper; ``proposed`` is what a search would put into cells, ``notes`` what
    the manager wrote there.
    """
    unit = now.facts.unit
    days = _days(unit)
    return grid.GridData(
        people=_people(unit, now.sums),
        sums=SUMS,
        days=tuple(_day(unit, day) for day in days),
        codes=_codes(unit),
        cells=_cells(now, locks, before, days, proposed or {}, notes or {}),
        coverage=_coverage(now, days),
        session=session,
        version=now.version,
        ack=ack,
        refused=refused,
        editable=editable,
        focus=focus,
        title=f"{unit.name}, {_span(unit)}",
        issue=issue,
        legend=legend(
            unit.shifts,
            {role.name: role.mark for role in unit.roles if role.mark},
            rotations=bool(unit.rotation_days),
        ),
        notice=notice,
        problems=spots(unit, _judged(now)),
    )


def _judged(now: UnitState) -> tuple[Finding, ...]:
    """Return what is wrong with a schedule; with an empty one all is, which nobody has to be told cell by cell."""
    return now.findings if now.figures.is_planned else ()


def _span(unit: Unit) -> str:
    first, last = unit.calendar.first, unit.calendar.last
    return f"{first.day} {first:%b} to {last.day} {last:%b %Y}"


def _days(unit: Unit) -> tuple[date, ...]:
    before = [day for day in unit.history_days if day >= unit.calendar.first - timedelta(days=SHOWN_BEFORE)]
    return (*before, *unit.days)


def _day(unit: Unit, day: date) -> grid.Day:
    calendar = unit.calendar
    holiday = calendar.holidays.get(day, "")
    past = day < calendar.first
    return grid.Day(day.isoformat(), f"{day:%a}", day.day, f"{day:%B %Y}", day.weekday() >= 5, holiday, past)


def _people(unit: Unit, sums: Mapping[str, PersonSums]) -> tuple[grid.GridPerson, ...]:
    jobs = list(dict.fromkeys(staff.job for staff in unit.staff))
    return tuple(_person(unit, staff, sums[staff.id]) for staff in sorted(unit.staff, key=lambda s: jobs.index(s.job)))


def _person(unit: Unit, staff: Staff, sums: PersonSums) -> grid.GridPerson:
    fair = f" ({float(sums.fair_nights):.0f})" if sums.fair_nights is not None else ""
    shown = (
        _hours(sums.paid), f"{sums.balance / 60:+.0f}" if sums.balance else "0", _hours(sums.overtime) or "",
        f"{sums.nights}{fair}", str(sums.weekends),
    )  # fmt: skip
    name, terms = unit.name_of(staff.id), f"{staff.fte:g} FTE, {staff.employment}"
    return grid.GridPerson(staff.id, name, staff.job, staff.roles, terms, shown)


def _hours(minutes: int) -> str:
    if minutes % 15:
        return f"{minutes // 60}:{minutes % 60:02d}"
    return hours(minutes).removesuffix(" h") if minutes else ""


def _codes(unit: Unit) -> tuple[grid.Code, ...]:
    """Return every shift, and after it, where somebody may fill it, the shift in each role that has a mark."""
    marked = [role for role in unit.roles if role.mark and any(role.name in s.roles[1:] for s in unit.staff)]
    found = []
    for shift in unit.shifts:
        key = grid.key_letter(shift.code, shift.name)
        found.append(grid.Code(shift.code, shift.code, "", key, shift.name, _hex(shift.colour), shift.kind))
        for role in marked if shift.staffs else ():
            name = f"{shift.name} as {role.name}"
            written = f"{shift.code}/{role.mark}"
            found.append(grid.Code(written, shift.code, role.name, key, name, _hex(shift.colour), shift.kind))
    return tuple(found)


def _hex(colour: str) -> str:
    return f"#{colour}" if colour else ""


def _cells(
    now: UnitState,
    locks: frozenset[Cell],
    before: Plan | None,
    days: Iterable[date],
    proposed: Mapping[Cell, str],
    notes: Mapping[Cell, str],
) -> dict[tuple[str, str], grid.GridCell]:
    unit = now.facts.unit
    shown, had = _texts(unit, now.verdict.plan | unit.history), None if before is None else _texts(unit, before)
    told, wished = _findings(unit, _judged(now)), _wishes(unit)
    fixed = locks | {(pair.who, pair.what.day) for pair in unit.locked}
    planned, stray = unit.rotation_days, strays(unit, now.verdict.plan)
    turning = {cell for cell, code in planned.items() if code} | stray
    places = {*shown, *told, *wished, *fixed, *turning, *(had or ()), *proposed, *notes}
    cells = {}
    for who, day in places:
        text, found, request = shown.get((who, day), ""), told.get((who, day), []), wished.get((who, day))
        changed = had is not None and day >= unit.calendar.first and had.get((who, day), "") != text
        cells[who, day.isoformat()] = grid.GridCell(
            text, changed, (who, day) in fixed, _kind(request), _label(request) if request else "",
            tuple(_sentence(unit, finding) for finding in found), any(finding.must for finding in found),
            (planned[who, day] or "off") if (who, day) in turning else "", (who, day) in stray,
            proposed.get((who, day), ""), notes.get((who, day), ""),
        )  # fmt: skip
    return cells


def _texts(unit: Unit, plan: Plan) -> dict[Cell, str]:
    """Return what is written in every cell, several duties with a plus between."""
    in_order = sorted(pair for pair in plan if pair.who in unit.people)
    return {
        place: cells_text((pair.what for pair in pairs), unit.people[place[0]], unit.role_by_name)
        for place, pairs in groupby(in_order, key=lambda pair: (pair.who, pair.what.day))
    }


def _findings(unit: Unit, findings: Iterable[Finding]) -> dict[Cell, list[Finding]]:
    """Return the findings that have a cell: a person, and one day of the plan."""
    found: dict[Cell, list[Finding]] = {}
    for finding in findings:
        for cell in cells_of(unit, finding):
            found.setdefault(cell, []).append(finding)
    return found


def _sentence(unit: Unit, finding: Finding) -> str:
    return finding.rule.say(unit, finding)


def _wishes(unit: Unit) -> dict[Cell, Request]:
    """Return what is asked for in every cell; leave goes before a blocked day, and that before a wish."""
    days = set(unit.days)
    ordered = sorted(unit.requests, key=lambda request: (request.approved, request.binds))
    return {(request.who, day): request for request in ordered for day in request.days if day in days}


def _kind(request: Request | None) -> grid.RequestMark:
    if request is None:
        return ""
    if request.approved:
        return "leave"
    if request.binds:
        return "blocked"
    return "on" if request.wish is Wish.ON else "off"


def _label(request: Request) -> str:
    """Return a request in words: "Approved leave", "Asked for D", "Asked to be off"."""
    if request.approved:
        return "Approved leave"
    if request.binds:
        return f"May not be asked to work {request.shift}".rstrip()
    if request.wish is Wish.ON:
        return f"Asked to work {request.shift}".rstrip()
    return f"Asked not to work {request.shift}" if request.shift else "Asked to be off"


def _coverage(now: UnitState, days: Iterable[date]) -> tuple[grid.GridCoverage, ...]:
    rows = coverage_rows(now.figures)
    return tuple(grid.GridCoverage(row.label, tuple(_count(row.days.get(day)) for day in days)) for row in rows)


def _count(cover: NeedCover | None) -> grid.GridCount | None:
    if cover is None or cover.past:
        return None
    return grid.GridCount(cover.have, cover.minimum, cover.target, cover.maximum)
