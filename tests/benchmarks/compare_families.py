"""Compares what we find on public instances with the best known values, each solved in a process of its own."""

import csv
import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from optimizer.engine.solve import Engine
from tests.benchmarks.families.find import place_of
from tests.paths import BENCHMARKS, PROJECT

INSTANCES = (
    *(f"nrp/Instance{number}" for number in (1, 2, 4, 5, 7, 8, 10, 12, 14, 16)),
    *(f"inrc1/sprint{number:02d}" for number in range(1, 11)),
    *(f"inrc1/{size}{number:02d}" for size in ("medium", "long") for number in range(1, 6)),
    "inrc2/n030w4_1_6-2-9-1",
    "inrc2/n030w4_1_6-7-5-3",
    "inrc2/n040w4_2_6-1-0-6",
    "inrc2/n060w4_1_6-1-1-5",
    "inrc2/n080w4_2_4-3-3-3",
    *(f"gap/gap{size}-{number}" for size in range(1, 7) for number in range(5)),
    *(f"gap/{kind}{size}" for kind in "cde" for size in ("05100", "10100", "10200", "20100", "20200")),
    *(f"prob069/{zones}zones{number}" for zones in (2, 3) for number in range(10)),
)
HEADERS = (
    "instance", "best known", "cost", "hard violations", "above best known, %", "bound", "gap, %", "first plan, s",
    "seconds", "MiB",
)  # fmt: skip
NOTHING = "-"


@dataclass(frozen=True)
class Solved:
    """What a process of ours said of an instance, in words as it printed them, and what the scorer said of its plan."""

    said: str
    bound: str
    gap: str
    seconds: str
    first_plan: str
    peak_mib: str
    total: int | None
    hard: int | None

    @property
    def cost(self) -> str:
        """Return the cost as scored, and loudly what we said where that differs."""
        if self.total is None:
            return NOTHING
        return str(self.total) if self.said == str(self.total) else f"**{self.total}, BUT WE SAID {self.said}**"


def heading(versus: Engine | None) -> str:
    """Return the head of the table."""
    headers = (*HEADERS, f"cost, {versus}") if versus else HEADERS
    return f"{_row(headers)}\n{_row('---' for _ in headers)}"


def compare(instance: str, data: Path, seconds: float, versus: Engine | None) -> str:
    """Return the row of an instance such as nrp/Instance1."""
    family, name = instance.split("/")
    solved, best = solve_and_score(family, name, data, seconds, Engine.AUTO), best_known().get((family, name))
    above = NOTHING if best is None or solved.total is None else f"{100 * (solved.total - best) / best:.2f}"
    gap = NOTHING if solved.gap == NOTHING else f"{100 * float(solved.gap):.2f}"
    hard = NOTHING if solved.hard is None else str(solved.hard)
    cells = [instance, NOTHING if best is None else str(best), solved.cost, hard, above, solved.bound, gap]
    cells += [solved.first_plan, solved.seconds, solved.peak_mib]
    if versus:
        cells.append(solve_and_score(family, name, data, seconds, versus).cost)
    return _row(cells)


def solve_and_score(family: str, name: str, data: Path, seconds: float, engine: Engine) -> Solved:
    """Return what a new process finds on an instance in so many seconds, scored by the independent scorer."""
    with tempfile.TemporaryDirectory() as folder:
        solution = Path(folder) / "solution.csv"
        options = ["--data", data, "--seconds", seconds, "--engine", engine, "-o", solution]
        line = _run([sys.executable, "-m", "tests.benchmarks", "solve", family, name, *options], right=(0,))
        _, _, said, bound, gap, *rest = line.split()
        report = score(family, place_of(family, name, data), solution) if said != NOTHING else {}
        return Solved(said, bound, gap, *rest, report.get("total"), report.get("hard_violations"))


def score(family: str, place: Path, solution: Path) -> dict[str, Any]:
    """Return the report of the independent scorer; it leaves with 1 when something hard is violated."""
    scored = _run([sys.executable, BENCHMARKS / "score.py", family, place, solution, "--json"], right=(0, 1))
    report: dict[str, Any] = json.loads(scored)
    return report


def best_known() -> dict[tuple[str, str], int]:
    """Return the best known value by family and instance."""
    with (BENCHMARKS / "best_known.csv").open(encoding="utf-8") as file:
        return {(row["family"], row["instance"]): int(row["best_known"]) for row in csv.DictReader(file)}


def _run(command: list[Any], right: tuple[int, ...]) -> str:
    words = [str(word) for word in command]
    done = subprocess.run(words, cwd=PROJECT, capture_output=True, text=True, check=False)
    if done.returncode not in right:
        raise RuntimeError(f"{' '.join(words)} failed:\n{done.stderr}")
    return done.stdout


def _row(cells: Any) -> str:
    return f"| {' | '.join(cells)} |"
