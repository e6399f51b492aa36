"""What a plan costs and breaks, however it was made; and what one edit changes, without reading the rest again."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any
from weakref import WeakValueDictionary

from optimizer.planning.formulation import Clause, Formulation
from optimizer.planning.law import Letter, PersonDays, Place, Sum, Walk
from optimizer.planning.overlay import Overlay
from optimizer.planning.pair import Pair, Plan
from optimizer.planning.rule import Finding
from optimizer.planning.verdict import NOTHING, Score, Track, Trial, Verdict

__all__ = ["Judge", "Score", "Verdict", "judge_of", "rows_of"]
Totals = Sequence[int] | Overlay[int]


class Judge:
    """Judges plans by one formulation. Building one reads every law; judging an edit touches only its own."""

    def __init__(self, formulation: Formulation) -> None:
        self.formulation = formulation
        self._known = frozenset(formulation.pairs) | formulation.past
        self._sums: list[Sum] = []
        self._walks: list[Walk] = []
        self._sum_clauses: list[Clause | None] = []
        self._walk_clauses: list[Clause] = []
        self._terms: dict[Pair, list[tuple[int, int]]] = defaultdict(list)
        self._overs: dict[int, list[tuple[int, int]]] = {}
        self._watched_by: dict[int, list[int]] = defaultdict(list)
        self._walks_of: dict[str, list[int]] = defaultdict(list)
        self._last_found: dict[int, tuple[tuple[int, ...], tuple[Finding, ...]]] = {}
        self._known_best: Verdict | None = None
        past_rows = rows_of(formulation.past, formulation.walkers)
        for clause in formulation.clauses:
            if isinstance(clause.law, Sum):
                self._add_sum(clause.law, clause)
            else:
                self._walks_of[clause.law.who].append(len(self._walks))
                self._walks.append(clause.law)
                self._walk_clauses.append(clause)
        self._starts = [walk.state_after(past_rows.get(walk.who, {})) for walk in self._walks]

    def judge(self, plan: Plan) -> Verdict:
        """Return the verdict on a whole plan; what was remembered is not judged again."""
        known = self._known_best  # read once: a search beside may remember a better one meanwhile
        if known is not None and known.plan == plan:
            return known
        self._refuse_strangers(plan)
        totals = [0] * len(self._sums)
        for pair in plan | self.formulation.past:
            for index, coefficient in self._terms.get(pair, ()):
                totals[index] += coefficient
        rows = rows_of(plan, self.formulation.walkers)
        tracks = tuple(self._track(index, rows.get(walk.who, {})) for index, walk in enumerate(self._walks))
        breaches: dict[int, Score] = {}
        for index in range(len(totals)):
            _put(breaches, index, self._sum_score(index, totals))
        for index, track in enumerate(tracks):
            _put(breaches, ~index, self._walk_score(index, track))
        return Verdict(plan, _add(NOTHING, breaches.values()), rows, tuple(totals), tracks, breaches)

    def edit(self, verdict: Verdict, minus: Iterable[Pair] = (), plus: Iterable[Pair] = ()) -> Verdict:
        """Return the verdict on the plan without ``minus`` and with ``plus``, as ``judge`` would give it."""
        gone, new = self._changed(verdict, minus, plus)
        trial = self._try(verdict, gone, new)
        rows, breaches = {**verdict.rows, **trial.rows}, {**verdict.breaches, **trial.breaches}
        for who in [who for who, row in trial.rows.items() if not row]:
            del rows[who]
        for index in [index for index, score in trial.breaches.items() if not any(score)]:
            del breaches[index]
        plan, totals, tracks = (verdict.plan - gone) | new, trial.totals.whole(), trial.tracks.whole()
        return Verdict(plan, trial.score, rows, totals, tracks, breaches)

    def score_of_edit(self, verdict: Verdict, minus: Iterable[Pair] = (), plus: Iterable[Pair] = ()) -> Score:
        """Return the score that ``edit`` would give, and no more, so that many edits can be tried."""
        return self._try(verdict, *self._changed(verdict, minus, plus)).score

    def remember(self, verdict: Verdict) -> None:
        """Keep the verdict on the best plan of a search: whoever asks for it in the end has no time left to judge."""
        self._known_best = verdict

    def _changed(self, verdict: Verdict, minus: Iterable[Pair], plus: Iterable[Pair]) -> tuple[Plan, Plan]:
        """Return what an edit really takes out and puts in."""
        gone = frozenset(minus) & verdict.plan
        new = frozenset(pair for pair in plus if pair in gone or pair not in verdict.plan)
        self._refuse_strangers(new)
        return gone, new

    def _try(self, verdict: Verdict, gone: Plan, new: Plan) -> Trial:
        """Judge anew only what an edit touches."""
        trial = Trial(verdict)
        self._shift(trial.totals, gone, -1)
        self._shift(trial.totals, new, +1)
        taken, given = (_by_cell(pairs, self.formulation.walkers) for pairs in (gone, new))
        for who in taken.keys() | given.keys():
            days = {*taken[who], *given[who]}
            row = trial.rows[who] = _edited_row(verdict.rows.get(who, {}), taken[who], given[who])
            for index in self._walks_of.get(who, ()):
                trial.tracks[index] = self._retrack(index, trial.tracks[index], row, days)
        for index in self._touched_by(gone | new):
            found = (
                self._sum_score(index, trial.totals) if index >= 0 else self._walk_score(~index, trial.tracks[~index])
            )
            trial.charge(index, found, verdict.breaches.get(index, NOTHING))
        return trial

    def clause(self, index: int) -> Clause | None:
        """Return the clause of a breach by its index in a verdict; None for a sum that only others count."""
        return self._sum_clauses[index] if index >= 0 else self._walk_clauses[~index]

    def findings(self, verdict: Verdict) -> tuple[Finding, ...]:
        """Return every breach, musts first, then the dearest."""
        return _in_order(finding for index in sorted(verdict.breaches) for finding in self._findings_of(index, verdict))

    def changes(self, before: Verdict, after: Verdict) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
        """Return the findings that only the verdict before has, and those that only the one after has."""
        touched = sorted(self._touched_by(before.plan ^ after.plan))
        old, new = (
            [f for index in touched if index in verdict.breaches for f in self._findings_of(index, verdict)]
            for verdict in (before, after)
        )
        return _in_order(f for f in old if f not in new), _in_order(f for f in new if f not in old)

    def _findings_of(self, index: int, verdict: Verdict) -> tuple[Finding, ...]:
        """Return what a law finds; what it found last is kept, since from one edit to the next most stays the same."""
        came_to = verdict.tracks[~index].amounts if index < 0 else (self._full_total(index, verdict.totals),)
        known = self._last_found.get(index)
        if known and known[0] == came_to:
            return known[1]
        found = tuple(self._found(index, came_to))
        self._last_found[index] = came_to, found
        return found

    def _found(self, index: int, came_to: tuple[int, ...]) -> Iterator[Finding]:
        if index >= 0:
            clause, law, (total,) = self._sum_clauses[index], self._sums[index], came_to
            assert clause is not None
            yield _finding(clause, law.place, law.excess(total), total)
            return
        walk, clause = self._walks[~index], self._walk_clauses[~index]
        for day, amount in zip(walk.days, came_to, strict=True):
            if amount:
                yield _finding(clause, Place(walk.who, day), amount, 0)

    def _touched_by(self, pairs: Plan) -> set[int]:
        """Return the laws that can come to something else with some pairs: sums by index, walks by its complement."""
        sums = {index for pair in pairs for index, _ in self._terms.get(pair, ())}
        watching = (index for touched in sums for index in self._watched_by.get(touched, ()))
        people = {who for pair in pairs for who in _walking(pair.who, self.formulation.walkers)}
        walks = (~index for who in people for index in self._walks_of.get(who, ()))
        return {*sums, *watching, *walks}

    def _add_sum(self, law: Sum, clause: Clause | None) -> int:
        index = len(self._sums)
        self._sums.append(law)
        self._sum_clauses.append(clause)
        for coefficient, pair in law.terms:
            self._terms[pair].append((index, coefficient))
        if law.overs:
            self._overs[index] = [(coefficient, self._add_sum(other, None)) for coefficient, other in law.overs]
            for _, other_index in self._overs[index]:
                self._watched_by[other_index].append(index)
        return index

    def _shift(self, totals: Overlay[int], pairs: Iterable[Pair], sign: int) -> None:
        for pair in pairs:
            for index, coefficient in self._terms.get(pair, ()):
                totals[index] += sign * coefficient

    def _full_total(self, index: int, totals: Totals) -> int:
        overs = self._overs.get(index, ())
        return totals[index] + sum(factor * self._sums[other].excess(totals[other]) for factor, other in overs)

    def _sum_score(self, index: int, totals: Totals) -> Score:
        clause = self._sum_clauses[index]
        amount = self._sums[index].excess(self._full_total(index, totals)) if clause else 0
        return _charge(clause, amount) if clause and amount else NOTHING

    def _walk_score(self, index: int, track: Track) -> Score:
        return _add(NOTHING, (_charge(self._walk_clauses[index], amount) for amount in track.amounts if amount))

    def _track(self, index: int, row: PersonDays) -> Track:
        walk, state = self._walks[index], self._starts[index]
        states, amounts = [state], []
        for letter in _letters(walk, row):
            state, amount = walk.machine.step(state, letter)
            states.append(state)
            amounts.append(amount)
        return Track(tuple(states), tuple(amounts))

    def _retrack(self, index: int, track: Track, row: PersonDays, days: set[date]) -> Track:
        """Read again from the first edited day, until past the last one the machine is back in its old state."""
        walk = self._walks[index]
        positions = [walk.days.index(day) for day in days if day in walk.days]
        if not positions:
            return track
        states, amounts = list(track.states), list(track.amounts)
        first, last = min(positions), max(positions)
        state = states[first]
        for position in range(first, len(walk.days)):
            day = walk.days[position]
            state, amounts[position] = walk.machine.step(state, walk.read(day, row.get(day, ())))
            if position >= last and states[position + 1] == state:
                break
            states[position + 1] = state
        return Track(tuple(states), tuple(amounts))

    def _refuse_strangers(self, pairs: Iterable[Pair]) -> None:
        strangers = sorted(str(pair) for pair in pairs if pair not in self._known)
        if strangers:
            raise ValueError(f"The plan holds what the problem does not know: {'; '.join(strangers[:5])}")


_JUDGES = WeakValueDictionary[int, Judge]()


def judge_of(formulation: Formulation) -> Judge:
    """Return a judge by a formulation, the same for all who ask while anybody has one: that of a year takes seconds."""
    known = _JUDGES.get(id(formulation))  # nothing else has that id, since the judge keeps the formulation
    if known is None:
        known = _JUDGES[id(formulation)] = Judge(formulation)
    return known


def rows_of(plan: Iterable[Pair], walkers: Mapping[str, str] | None = None) -> dict[str, PersonDays]:
    """Return what each person has, day by day, each day in the pairs' own order; all that a walker has, beside that."""
    rows = _by_cell(plan, walkers or {})
    return {who: {day: tuple(sorted(things)) for day, things in days.items()} for who, days in rows.items()}


def _letters(walk: Walk, row: PersonDays) -> Iterator[Letter]:
    return (walk.read(day, row.get(day, ())) for day in walk.days)


def _walking(who: str, walkers: Mapping[str, str]) -> tuple[str, ...]:
    """Return somebody, and who walks through their days where that is not they alone."""
    return (who, walkers[who]) if who in walkers else (who,)


def _by_cell(pairs: Iterable[Pair], walkers: Mapping[str, str]) -> dict[str, dict[date, list[Any]]]:
    """Return what is given, by person and day; to a walker, too, all that those have whose days are one."""
    rows: dict[str, dict[date, list[Any]]] = defaultdict(lambda: defaultdict(list))
    for who, what in pairs:
        if hasattr(what, "day"):
            for walker in _walking(who, walkers):
                rows[walker][what.day].append(what)
    return rows


def _edited_row(row: PersonDays, taken: Mapping[date, list[Any]], given: Mapping[date, list[Any]]) -> PersonDays:
    """Return a row without what is taken and with what is given; two of one walker may have the same on a day."""
    edited = dict(row)
    for day in {*taken, *given}:
        kept = Counter(row.get(day, ())) - Counter(taken.get(day, ()))
        edited[day] = tuple(sorted([*kept.elements(), *given.get(day, ())]))
    return {day: things for day, things in edited.items() if things}


def _charge(clause: Clause, amount: int) -> Score:
    return Score(clause.rule.units(amount), 0) if clause.must else Score(0, clause.cost(amount))


def _finding(clause: Clause, place: Place, amount: int, total: int) -> Finding:
    cost = _charge(clause, amount).cost
    return Finding(clause.rule, clause.law, place, amount, total, clause.must, cost)


def _in_order(found: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(found, key=lambda f: (not f.must, -f.cost, f.place.day or date.min, f.place.who)))


def _put(breaches: dict[int, Score], index: int, score: Score) -> None:
    if any(score):
        breaches[index] = score
    else:
        breaches.pop(index, None)


def _add(first: Score, rest: Iterable[Score]) -> Score:
    broken, cost = first
    for score in rest:
        broken, cost = broken + score.broken, cost + score.cost
    return Score(broken, cost)
