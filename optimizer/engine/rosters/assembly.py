"""Makes everyone's graph: people whose laws have the same keys share one."""

from collections import defaultdict
from collections.abc import Hashable

import numpy as np

from optimizer.engine.clock import UNHURRIED, Check
from optimizer.engine.rosters.people import RosterPerson, Way
from optimizer.engine.rosters.rows import MasterRows
from optimizer.engine.rosters.ways.fitting import GraphFitting, of, words_of
from optimizer.engine.rosters.ways.readings import LawReading, read_laws
from optimizer.engine.rosters.ways.tallies import tallied
from optimizer.planning.pair import Plan


def assembled(rows: MasterRows, past: Plan, check: Check = UNHURRIED.check) -> list[RosterPerson] | None:
    """Return everyone with their graphs, None when somebody can have no roster at all.

    ``check`` is called again and again, and raises what ends it.
    """
    cells = {who: [days[day] for day in sorted(days)] for who, days in rows.options.items()}
    if not all(all(days) for days in cells.values()):
        return None
    laws: dict[str, list[LawReading]] = {}
    groups: dict[Hashable, list[str]] = defaultdict(list)
    for who in cells:
        check()
        laws[who] = read_laws(rows, who, past)
        groups[len(cells[who]), tuple(law.key for law in laws[who])].append(who)
    fitting = GraphFitting(laws, cells, len(groups), check)
    numbers = {who: number for number, who in enumerate(cells)}
    people: dict[str, RosterPerson] = {}
    for members in groups.values():
        fit = fitting.fit(members)
        for who in members:
            check()
            entry = fit.graph.entries.get(tuple(laws[who][n].start for n in fit.followed))
            if entry is None:
                return None
            words = words_of(laws[who], cells[who])
            kind = [kinds[of(w, fit.followed)] for kinds, day in zip(fit.graph.kinds, words, strict=True) for w in day]
            tally, counted = tallied(laws[who], fit.beside, fit.graph.head.size)
            known = {*fit.followed, *counted}
            loose = [law.loose for n, law in enumerate(laws[who]) if law.loose and n not in known]
            way = Way(fit.graph, entry, np.array(kind, dtype=np.int64), tally)
            person = people[who] = RosterPerson(numbers[who], cells[who], way, loose, len(rows.rows))
            if not person.cheapest(np.zeros(len(rows.rows)))[1]:  # no way among their own options
                return None
    return [people[who] for who in cells]
