"""How long it takes to judge an edit."""

import random
import statistics
import time
from dataclasses import dataclass

from optimizer.planning.formulation import formulate
from optimizer.planning.pair import Pair
from optimizer.planning.score import Judge, Verdict
from optimizer.workbook.unit.read import read
from tests.paths import SAMPLES


@dataclass(frozen=True)
class EditTimes:
    """Milliseconds: of each edit judged alone, and of judging the whole after it."""

    sample: str
    edit: list[float]
    whole: list[float]

    def __str__(self) -> str:
        """Return the figures in one line."""
        edit, whole = sorted(self.edit), statistics.median(self.whole)
        return (
            f"{self.sample}: an edit is judged in {statistics.median(edit):.3f} ms (median), "
            f"{edit[len(edit) * 99 // 100]:.3f} ms (99 of 100), the whole in {whole:.1f} ms"
        )


def measure_edits(sample: str, edits: int, compare_every: int = 50) -> EditTimes:
    """Return the times of random edits on a random schedule; now and then, check that the whole is judged the same.

    An edit clears one person's day and gives it any duty of theirs, or none: what one key in a grid does.
    """
    contents = read(SAMPLES / f"unit-{sample}.xlsx")
    unit, chance = contents.unit, random.Random(1)
    judge = Judge(formulate(unit, contents.policy))
    cells = [cell for (_, day), cell in unit.cells.items() if day >= unit.calendar.first]
    verdict = judge.judge(frozenset(chance.choice(cell) for cell in cells if chance.random() < 0.5))
    edit_times, whole_times = [], []
    for number in range(edits):
        cell = chance.choice(cells)
        minus = [pair for pair in cell if pair in verdict.plan]
        plus: list[Pair] = [chance.choice(cell)] if chance.random() < 0.7 else []
        began = time.perf_counter()
        verdict = judge.edit(verdict, minus, plus)
        edit_times.append(1000 * (time.perf_counter() - began))
        if number % compare_every == 0:
            whole_times.append(_judge_whole(judge, verdict))
    return EditTimes(sample, edit_times, whole_times)


def _judge_whole(judge: Judge, verdict: Verdict) -> float:
    began = time.perf_counter()
    whole = judge.judge(verdict.plan)
    elapsed = 1000 * (time.perf_counter() - began)
    if whole != verdict:
        raise AssertionError("an edit was judged otherwise than the whole schedule")
    return elapsed
