"""Tries hostile workbooks on the commands that read them, and tells in a table whether these kept their promises.

python -m tests.adversary                              # 2,000 random and 100 made files: the better part of an hour
python -m tests.adversary --random 300 --seed 7        # fewer, and other ones
python -m tests.adversary --only "random 17 of"        # those again whose names begin so; --keep FOLDER keeps the files

A file is a sample to which something was done at random, or one made to do harm. It is given to ``check`` and, when
that can read it, to ``score`` (a panel to ``caseload check`` and ``contacts``). No command may show a traceback, take
more than 5 seconds of a processor or 500 MiB of memory, or end otherwise than a command ends. Each runs in a process of
its own, two at once. Exit code 1: a promise was broken. Needs a system that can fork.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import cache, partial
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.adversary.made import made_cases
from tests.adversary.mutations import random_cases
from tests.adversary.trial import Case, Verdict, judge

AT_ONCE = 2
SEED = 20_261_206


@cache
def cases(random: int, seed: int, only: str = "") -> tuple[Case, ...]:
    """Return the files to try: the made ones, and so many random ones."""
    return tuple(case for case in (*made_cases(), *random_cases(random, seed)) if case.name.startswith(only))


def tried(folder: Path, random: int, seed: int, only: str = "") -> Iterator[Verdict]:
    """Yield what became of each file, in their order; the folder keeps them."""
    with ProcessPoolExecutor(AT_ONCE, get_context("fork")) as pool:
        yield from pool.map(partial(_judge, folder, random, seed, only), range(len(cases(random, seed, only))))


def _judge(folder: Path, random: int, seed: int, only: str, index: int) -> Verdict:
    place = folder / str(index)
    place.mkdir()
    return judge(cases(random, seed, only)[index], place)


def main() -> None:
    """Try the files, tell of broken promises as they are found, and of all files at the end."""
    asked = _asked()
    with TemporaryDirectory() as folder:
        verdicts = []
        for verdict in tried(asked.keep or Path(folder), asked.random, asked.seed, asked.only):
            verdicts.append(verdict)
            for sentence in verdict.broken:
                print(f"{verdict.case}: {sentence}", flush=True)
    print(table(verdicts, asked.seed))
    sys.exit(any(verdict.broken for verdict in verdicts))


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser("python -m tests.adversary", description=__doc__, formatter_class=_AsItStands)
    parser.add_argument("--random", type=int, default=2_000, help="how many random files")
    parser.add_argument("--seed", type=int, default=SEED, help="which random files")
    parser.add_argument("--only", default="", help="how the names of those to try begin")
    parser.add_argument("--keep", type=Path, help="an empty folder to keep the files in")
    return parser.parse_args()


class _AsItStands(argparse.RawDescriptionHelpFormatter, argparse.ArgumentDefaultsHelpFormatter):
    """Keeps lines as they stand above, and tells what holds when nothing is said."""


def table(verdicts: list[Verdict], seed: int) -> str:
    """Return a line for each sort of file: how many became what, and the most that any took."""
    lines = [f"{'files':<10}{'number':>8}{'read':>8}{'refused':>9}{'broken':>8}{'most s':>9}{'most MiB':>10}"]
    for sort in ("made", "random"):
        found = [verdict for verdict in verdicts if verdict.case.startswith(sort)]
        number = Counter(verdict.became for verdict in found)
        seconds, mib = (max((getattr(verdict, what) for verdict in found), default=0) for what in ("seconds", "mib"))
        counts = f"{len(found):>8}{number['read']:>8}{number['refused']:>9}{number['broken']:>8}"
        lines.append(f"{sort:<10}{counts}{seconds:>9.1f}{mib:>10.0f}")
    return "\n".join([*lines, f"seed {seed}"])


if __name__ == "__main__":
    main()
