"""Holds what is recognised of invented rosters against what these were made from, and tells how many are right.

python -m tests.workbook.recognise.wild                    # 40 of every kind
python -m tests.workbook.recognise.wild --each 200 --only month --seed 3 --verbose
"""

import argparse
from collections.abc import Iterator
from random import Random

from tests.workbook.recognise.wild.kinds import KINDS
from tests.workbook.recognise.wild.made import Made, faults_of


def made(kind: str, each: int, seed: int) -> Iterator[tuple[int, Made]]:
    """Yield so many rosters of a kind, each with its own seed."""
    for number in range(seed, seed + each):
        yield number, KINDS[kind](Random(f"{kind} {number}"))


def main() -> None:
    """Print a line for each kind, and the faults that were found."""
    asked = _asked()
    for kind in KINDS:
        if not kind.startswith(asked.only):
            continue
        wrong = [
            (number, each, faults) for number, each in made(kind, asked.each, asked.seed) if (faults := faults_of(each))
        ]
        print(f"{kind:<16}{asked.each - len(wrong):>4} of {asked.each}")
        for number, each, faults in wrong if asked.verbose else wrong[:0]:
            print(f"   {number}: {'; '.join(faults)[:400]}   {each.options}")


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser("python -m tests.workbook.recognise.wild", description=__doc__)
    parser.add_argument("--each", type=int, default=40, help="how many of every kind")
    parser.add_argument("--seed", type=int, default=0, help="the first of them")
    parser.add_argument("--only", default="", help="how the kinds to make begin")
    parser.add_argument("--verbose", action="store_true", help="tell what was wrong of each")
    return parser.parse_args()


if __name__ == "__main__":
    main()
