"""The case managers of a panel: those on lists of staff, and those whom lists of patients name."""

from collections.abc import Iterable, Mapping

from optimizer.caseload.manager import Manager
from optimizer.workbook.adopt.panel.rows import ListedRow, rows_of
from optimizer.workbook.adopt.said.numbers_said import fte_in, number_in
from optimizer.workbook.adopt.tables.accounts import LostFact
from optimizer.workbook.adopt.tables.filed import FiledTable
from optimizer.workbook.recognise.names import key_of

MONTHS = 12


def managers_of(
    tables: Iterable[FiledTable], named: Mapping[str, str]
) -> tuple[tuple[Manager, ...], tuple[LostFact, ...]]:
    """Return the managers, and the cells of their lists that were of no use; ``named`` are those of patients."""
    managers: dict[str, Manager] = {}
    lost: list[LostFact] = []
    for row in rows_of(tables):
        manager = _manager(row)
        if manager is None or key_of(manager.name) in managers:
            lost += row.lost("nobody's row" if manager is None else f"{manager.name} stands above already")
            continue
        managers[key_of(manager.name)] = manager
        lost += row.lost()
    for name in dict.fromkeys(named.values()):
        managers.setdefault(key_of(name), Manager(_plain(name), name))
    return tuple(managers.values()), tuple(lost)


def _manager(row: ListedRow) -> Manager | None:
    first, last = row.text("first name"), row.text("surname")
    name = row.text("name") or " ".join(part for part in (first, last) if part)
    if not name:
        return None
    years, share = number_in(row.text("years")), fte_in(row.text("fte"))
    return Manager(
        _plain(row.text("id") or name),
        name,
        areas=_parts(row.text("zip", "area")),
        experience=round(MONTHS * years) if years is not None else Manager.experience,
        fte=round(100 * share) if share is not None else Manager.fte,
        languages=_parts(row.text("languages")),
        specialties=_parts(row.text("skills")),
    )


def _parts(said: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in said.replace(";", ",").replace("|", ",").split(",") if part.strip())


def _plain(said: str) -> str:
    return " ".join(said.replace(",", " ").replace(";", " ").split())
