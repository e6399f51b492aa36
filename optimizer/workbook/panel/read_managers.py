"""Reads case managers, with their licences, certifications and leave."""

from dataclasses import replace

from optimizer.caseload.capacity.setting import Experience
from optimizer.caseload.manager import Away, Manager, Valid
from optimizer.workbook.panel import layout
from optimizer.workbook.panel.source import PanelSource
from optimizer.workbook.table.table import Row, number, one_of, text, whole, words, yes
from optimizer.workbook.unit.read_people import named_rows

USUAL = Manager("", "")


def read_managers(source: PanelSource) -> tuple[Manager, ...]:
    """Return the case managers, and make them known."""
    for row, who in named_rows(source, layout.MANAGERS, "Id", source.managers):
        source.managers[who] = _manager(source, row, who)
    licences, certifications = _held(source)
    away = _away(source)
    for who, manager in source.managers.items():
        source.managers[who] = manager and replace(
            manager,
            licences=licences.get(who, {}),
            certifications=certifications.get(who, {}),
            away=tuple(away.get(who, ())),
        )
    return tuple(manager for manager in source.managers.values() if manager is not None)


def _manager(source: PanelSource, row: Row, who: str) -> Manager | None:
    name, fte = row.get("Name", text), row.get("FTE", number(0, 1.5))
    practice = row.get("Practice", one_of([*Experience], "practice"))
    clinical, cases = row.get("Clinical months", whole(0, 800)), row.get("Case months", whole(0, 800))
    areas, languages, specialties = (row.get(header, words) or () for header in ("Areas", "Languages", "Specialties"))
    home, is_open = row.get("Home", text), row.get("Open", yes)
    starts, leaves = row.get("Starts", source.until), row.get("Leaves", source.until)
    if starts and leaves and leaves < starts:
        row.fault("Leaves", f"{leaves} is before the first day {starts}", "swap or mend the dates")
    fixed, overtime = row.get("Fixed hours", number(0, 400)), row.get("Overtime hours", number(0, 400))
    most, pay = row.get("Most cases", whole(0, 10_000)), row.get("Pay", number(0, 1000))
    if not row.ok or name is None or fte is None:
        return None
    return Manager(
        who, name, areas=areas, home=home or "",
        clinical=USUAL.clinical if clinical is None else clinical,
        experience=USUAL.experience if cases is None else cases,
        fte=round(100 * fte), languages=languages, specialties=specialties, open=is_open is not False,
        pay=round(100 * (pay or 0)), overtime=round(60 * (overtime or 0)), cases=most, leaves=leaves,
        practice=Experience(practice or Experience.COMPETENT), fixed=round(60 * (fixed or 0)),
        starts=starts,
    )  # fmt: skip


Held = dict[str, dict[str, Valid]]


def _held(source: PanelSource) -> tuple[Held, Held]:
    """Return licences and certifications, by case manager."""
    found: dict[str, Held] = {layout.LICENCE: {}, layout.CERTIFICATION: {}}
    table = source.table(layout.LICENCES)
    for row in table.rows() if table else ():
        who, kind = row.get("Manager", source.manager), row.get("Kind", one_of(found, "kind: licence or certification"))
        name, until, since = (
            row.get("Name", text),
            row.get("Expires", source.until),
            row.get("Valid from", source.until),
        )
        if since and until and until < since:
            row.fault("Expires", f"{until} is before the first day {since}", "swap or mend the dates")
        if row.ok and who is not None and kind is not None and name is not None:
            own = found[kind].setdefault(who, {})
            if name in own:
                row.fault("Name", f"'{who}' has a row for the {kind} {name} already", "leave one of them")
            own[name] = Valid(until, since)
    return found[layout.LICENCE], found[layout.CERTIFICATION]


def _away(source: PanelSource) -> dict[str, list[Away]]:
    away: dict[str, list[Away]] = {}
    table = source.table(layout.LEAVE)
    for row in table.rows() if table else ():
        who, first, last = row.get("Manager", source.manager), row.get("From", source.near), row.get("To", source.near)
        if first and last and last < first:
            row.fault("To", f"{last} is before the first day {first}", "swap or mend the dates")
        if row.ok and who is not None and first is not None:
            away.setdefault(who, []).append(Away(first, last or first))
    return away
