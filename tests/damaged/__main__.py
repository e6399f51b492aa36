"""Puts damaged and random files to what recognises rosters, and tells in a table whether it kept its promises.

python -m tests.damaged                       # 2,000 files: most of an hour on a machine of two cores
python -m tests.damaged --files 90 --seed 7   # fewer, and other ones
python -m tests.damaged --only 17 --keep F    # one of them again, kept in a folder

A file is read or refused in a sentence: no traceback, no more than 30 seconds of a processor, no more than 2 GiB. Each
is tried in a process of its own. Exit code 1: a promise was broken. Needs a system that can fork.
"""

import argparse
import json
import sys
from collections import defaultdict
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from optimizer.workbook.recognise.proposal import as_json
from optimizer.workbook.recognise.recognise import recognise
from tests.adversary.child import Ending, run
from tests.damaged.cases import SORTS, case

MOST_SECONDS, MOST_MIB = 30, 2048
SEED = 20_261_128


@dataclass(frozen=True)
class Tried:
    """What became of a file: read, refused or broken, and why; seconds of a processor, MiB."""

    sort: str
    became: str
    seconds: float
    mib: float
    why: str = ""


def try_file(number: int, seed: int, folder: Path) -> Tried:
    """Make a file and have it recognised."""
    sort, name, content = case(number, seed)
    (folder / f"{number}-{name}").write_bytes(content)
    ending = run(partial(_recognised, name, content), folder / "said.txt")
    (folder / f"{number}-{name}").unlink()
    why = broken(ending)
    became = "broken" if why else ending.said.split()[-1]
    return Tried(sort, became, ending.seconds, ending.mib, why)


def _recognised(name: str, content: bytes) -> None:
    said = as_json(recognise(name, content))
    json.dumps(said, default=str)
    if not (said["tables"] or said["left_out"] or said["refuse"]):
        raise AssertionError("nothing was said of it")
    print("refused" if said["refuse"] else "read")


def broken(ending: Ending) -> str:
    """Return which promise was broken, "" for none."""
    if ending.code:
        return f"ended with {ending.code}: {ending.said.strip()[-400:]}"
    if ending.seconds > MOST_SECONDS or ending.mib > MOST_MIB:
        return f"took {ending.seconds:.0f} s and {ending.mib:.0f} MiB"
    return ""


def table(tried: list[Tried]) -> str:
    """Return a line for each sort of file: how many became what, and the most that any took."""
    by_sort: dict[str, list[Tried]] = defaultdict(list)
    for each in tried:
        by_sort[each.sort].append(each)
    lines = [f"{'files':<14}{'number':>8}{'read':>8}{'refused':>9}{'broken':>8}{'most s':>9}{'most MiB':>10}"]
    for sort in (*SORTS, "all"):
        found = tried if sort == "all" else by_sort[sort]
        counts = "".join(
            f"{sum(1 for each in found if each.became == what):>{wide}}"
            for what, wide in (("read", 8), ("refused", 9), ("broken", 8))
        )
        seconds, mib = (max((getattr(each, what) for each in found), default=0) for what in ("seconds", "mib"))
        lines.append(f"{sort:<14}{len(found):>8}{counts}{seconds:>9.1f}{mib:>10.0f}")
    return "\n".join(lines)


def main() -> None:
    """Try the files, tell of broken promises as they are found, and of all files at the end."""
    parser = argparse.ArgumentParser(
        "python -m tests.damaged", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--files", type=int, default=2_000)
    parser.add_argument("--begin", type=int, default=0, help="the number of the first")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--only", type=int, help="the number of one of them")
    parser.add_argument("--keep", type=Path, help="a folder to write the one to, and not try it")
    asked = parser.parse_args()
    if asked.keep and asked.only is not None:
        _, name, content = case(asked.only, asked.seed)
        (asked.keep / name).write_bytes(content)
        return
    tried = []
    with TemporaryDirectory() as folder:
        for number in range(asked.begin, asked.begin + asked.files) if asked.only is None else (asked.only,):
            tried.append(try_file(number, asked.seed, Path(folder)))
            if tried[-1].why:
                print(f"{number} ({tried[-1].sort}): {tried[-1].why}", flush=True)
    print(f"{table(tried)}\nseed {asked.seed}")
    sys.exit(any(each.why for each in tried))


if __name__ == "__main__":
    main()
