"""Parts of a panel that share nobody, and what an even share of the work is in each."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from optimizer.caseload.manager import Manager, lapse
from optimizer.caseload.panel import Panel

ANYWHERE = ""


class Region(NamedTuple):
    """Managers and patients of areas that are linked by managers who serve several of them."""

    managers: tuple[str, ...]
    patients: tuple[str, ...]


def regions(panel: Panel) -> tuple[Region, ...]:
    """Return the regions; there is one alone when somebody serves all areas or some patient is in none."""
    areas = {area for manager in panel.managers for area in manager.areas} | {p.area for p in panel.patients}
    root = _joined(areas, (manager.areas or tuple(areas) for manager in panel.managers), ANYWHERE in areas)
    managers: dict[str, list[str]] = defaultdict(list)
    patients: dict[str, list[str]] = defaultdict(list)
    for manager in panel.managers:
        managers[root[manager.areas[0]] if manager.areas else next(iter(root.values()), "")].append(manager.id)
    for patient in panel.patients:
        patients[root[patient.area]].append(patient.id)
    return tuple(Region(tuple(managers[key]), tuple(patients[key])) for key in sorted({*managers, *patients}))


def even_shares(panel: Panel) -> Mapping[str, tuple[int, int]]:
    """Return what would fill all managers of a region alike who take patients: minutes a month, down and up.

    Managers who do not are left out, with the patients they have.
    """
    shares: dict[str, tuple[int, int]] = {}
    for region in regions(panel):
        taking = [who for who in region.managers if _takes(panel, panel.manager_by_id[who])]
        capacity = sum(panel.capacity[who] for who in taking)
        others = {*region.managers} - {*taking}
        work = sum(panel.work[each].minutes for each in region.patients if panel.present.get(each) not in others)
        for who in taking if capacity else ():
            share = work * panel.capacity[who]
            shares[who] = share // capacity, -(-share // capacity)
    return shares


def _takes(panel: Panel, manager: Manager) -> bool:
    """Tell whether somebody has an open panel, is there now and stays throughout the days ahead."""
    stays = lapse(manager.employment, panel.span) is None
    return manager.open and stays and not manager.on_leave(panel.on)


def _joined(areas: Iterable[str], links: Iterable[tuple[str, ...]], everywhere: bool) -> Mapping[str, str]:
    """Return, for every area, the one that stands for all that it is linked with."""
    parent = {area: area for area in areas}

    def root(area: str) -> str:
        while parent[area] != area:
            parent[area] = parent[parent[area]]
            area = parent[area]
        return area

    for linked in [*links, *([tuple(parent)] if everywhere else [])]:
        for area in linked:
            parent[root(area)] = root(linked[0])
    return {area: root(area) for area in parent}
