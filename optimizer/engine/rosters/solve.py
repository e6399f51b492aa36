"""Solves rosters with two searches side by side: column generation here, the exact solver on another core."""

import math
import threading
import time

from optimizer.engine import cpsat
from optimizer.engine.outcome import NO_PINS, USUAL, Effort, OnProgress, Outcome, Pins, Progress, Status
from optimizer.engine.rosters.graph import GraphMaker, GraphTooLargeError
from optimizer.engine.rosters.master import Master
from optimizer.engine.rosters.people import Person
from optimizer.engine.rosters.rows import Rows
from optimizer.engine.rosters.search import Rosters, Search
from optimizer.planning.formulation import Formulation
from optimizer.planning.pair import Plan
from optimizer.planning.score import Judge, Score, rows_of

ROUNDS = 2_000
SMALLEST, LARGEST = 3, 12
"""How many people get new rosters at a time."""
PATIENCE = 3.0
"""How many seconds the exact solver has to itself, so that somebody who waits soon sees a first plan."""
EXACT_WORKERS = 2
"""With one worker it finds its first plan much later; with two, both searches share two cores well."""
DIVE_SHARE = 0.35
"""Up to which part of the time a first dive may begin; later, improving what the exact solver found is worth more."""


def solve(
    formulation: Formulation,
    pins: Pins = NO_PINS,
    *,
    start: Plan | None = None,
    deadline: float | None = None,
    on_progress: OnProgress | None = None,
    stop: threading.Event | None = None,
    effort: Effort = USUAL,
) -> Outcome:
    """Return the best plan found by the deadline, and a proven bound, as ``cpsat.solve`` does."""
    return _Solve(formulation, pins, deadline, on_progress, stop or threading.Event(), effort).run(start)


class _Solve:
    """One solve: what is the best so far, and who may still be searching."""

    def __init__(
        self, formulation: Formulation, pins: Pins, deadline: float | None, on_progress: OnProgress | None,
        stop: threading.Event, effort: Effort,
    ) -> None:  # fmt: skip
        self._formulation, self._pins, self._effort = formulation, pins, effort
        self._began, self._deadline, self._stop = time.monotonic(), deadline, stop
        self._tell = on_progress
        self._judge = Judge(formulation)
        self._plan: Plan | None = None
        self._score: Score | None = None
        self._bound = 0
        self._lock = threading.Lock()
        self._quit, self._found = threading.Event(), threading.Event()
        self._exact: Outcome | None = None
        self._error: Exception | None = None

    def run(self, start: Plan | None) -> Outcome:
        """Search until one of the two searches proves something, or time is up, or somebody says stop."""
        if start is not None and self._allowed(start):
            self._better(start, 0)
        exact = threading.Thread(target=self._run_exact, args=(start,), daemon=True)
        exact.start()
        while not (self._found.wait(0.05) or self._over() or time.monotonic() > self._began + PATIENCE):
            pass
        possible = False
        try:
            possible = self._over() or self._generate()
        except (GraphTooLargeError, ArithmeticError):
            possible = True  # the exact search goes on alone
        finally:
            while possible and exact.is_alive() and not self._over():
                exact.join(0.05)
            self._quit.set()
            exact.join()
        if self._error:
            raise self._error
        return self._outcome(possible)

    def _outcome(self, possible: bool) -> Outcome:
        seconds = time.monotonic() - self._began
        if not possible or (self._exact and self._exact.status is Status.INFEASIBLE):
            return Outcome(Status.INFEASIBLE, None, None, 0, seconds)
        if self._proved():
            return Outcome(Status.OPTIMAL, self._plan, self._score, self._bound, seconds)
        if self._stop.is_set():
            return Outcome(Status.STOPPED, self._plan, self._score, self._bound, seconds)
        status = Status.OUT_OF_TIME if self._plan is None else Status.FEASIBLE
        return Outcome(status, self._plan, self._score, self._bound, seconds)

    def _run_exact(self, start: Plan | None) -> None:
        effort = Effort(EXACT_WORKERS, self._effort.seed, self._effort.deterministic)
        try:
            self._exact = cpsat.solve(
                self._formulation, self._pins, start=start, deadline=self._deadline, stop=self._quit, effort=effort,
                on_progress=lambda progress: self._better(progress.plan, progress.bound),
            )  # fmt: skip
        except Exception as error:  # raised in the caller's thread
            self._error = error
        else:
            self._better(self._exact.plan, self._exact.bound)
        self._found.set()

    def _generate(self) -> bool:
        """Generate columns for everyone, dive, and improve; tell whether everyone can have a roster at all."""
        rows = Rows(self._formulation, self._pins)
        people = self._people(rows)
        if people is None:
            return False
        search = Search(rows, people, self._effort.seed, self._over)
        none = search.nothing()
        master = Master(rows, people, none)
        for person in people:
            master.add(person.cheapest(none)[1])
        mixed = search.generate(
            master, people, none, 0.0, ROUNDS, on_bound=lambda bound: self._better(None, bound),
            enough=lambda: self._plan is not None and self._elapsed() > DIVE_SHARE,
        )  # fmt: skip
        if not self._over() and (self._plan is None or self._elapsed() < DIVE_SHARE):
            dived = search.dive(people, {}, first=mixed, master=master)
            if dived:
                self._better(_plan(dived), 0)
        self._improve(search, people)
        return True

    def _improve(self, search: Search, people: list[Person]) -> None:
        """Give a few people new rosters at a time, as long as there is time."""
        best: Rosters = {}
        cost, known = math.inf, None
        while not self._over():
            if self._plan is not known:
                known = self._plan
                given = {p.number: roster for p in people if known is not None and (roster := p.roster_in(known))}
                if len(given) == len(people) and search.cost(given) < cost - 0.5:
                    best, cost = given, search.cost(given)
            if not best:
                self._quit.wait(0.05)
                continue
            free = search.pick(SMALLEST, LARGEST)
            numbers = {person.number for person in free}
            new = search.dive(free, {who: r for who, r in best.items() if who not in numbers}, target=cost)
            if new and search.cost(best | new) <= cost:
                best |= new
                cost = search.cost(best)
                self._better(_plan(best), 0)

    def _allowed(self, plan: Plan) -> bool:
        """Tell whether a plan keeps to the pins, and else holds only what a solver may choose."""
        return self._pins.keep <= plan <= (self._formulation.offered | self._pins.keep) - self._pins.ban

    def _people(self, rows: Rows) -> list[Person] | None:
        """Return everyone with their graphs, None when somebody cannot have any roster."""
        maker, past = GraphMaker(), rows_of(self._formulation.past)
        people: list[Person] = []
        for who, cells in rows.options.items():
            days = [cells[day] for day in sorted(cells)]
            graph = None
            if all(days):
                walks, counters = rows.walks[who], rows.counters[who]
                graph = maker.graph(walks, counters, past.get(who, {}), self._formulation.past, days)
            if graph is None:
                return None
            people.append(Person(len(people), days, graph, len(rows.rows)))
        return people

    def _better(self, plan: Plan | None, bound: float) -> None:
        """Take note of a plan that keeps every must, or of a bound, and tell of what is better than before."""
        with self._lock:
            whole = max(0, math.ceil(bound - 1e-3))
            score = self._judge.judge(plan).score if plan is not None and plan is not self._plan else None
            fine = score is not None and not score.broken and (self._score is None or score < self._score)
            if fine:
                self._plan, self._score = plan, score
                self._found.set()
            if fine or whole > self._bound:
                self._bound = max(self._bound, whole)
                if self._tell:
                    cost = self._score.cost if self._score else None
                    self._tell(Progress(time.monotonic() - self._began, cost, self._bound, self._plan))

    def _proved(self) -> bool:
        if self._exact and self._exact.status is Status.OPTIMAL:
            return True
        return self._score is not None and self._score.cost <= self._bound

    def _elapsed(self) -> float:
        """Return which part of the time is gone, 0 when there is no end to it."""
        if self._deadline is None:
            return 0.0
        return (time.monotonic() - self._began) / max(0.01, self._deadline - self._began)

    def _over(self) -> bool:
        late = self._deadline is not None and time.monotonic() >= self._deadline
        done = self._exact is not None and self._exact.status in (Status.OPTIMAL, Status.INFEASIBLE)
        return late or done or self._stop.is_set() or self._proved() or self._error is not None


def _plan(rosters: Rosters) -> Plan:
    return frozenset().union(*(roster.plan for roster in rosters.values()))
