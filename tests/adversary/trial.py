"""One file put to the commands that read it, and whether these kept their promises."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from optimizer.cli import main
from tests.adversary.child import Ending, run

MOST_SECONDS, MOST_MIB = 5, 400
"""A command may take 500 MiB in all, of which the program takes 100 before it looks at a file."""
COMMANDS = {"unit": (("check",), ("score",)), "panel": (("caseload", "check"), ("caseload", "contacts"))}
"""What is asked of a file, in this order, while the answer is that it can be read."""
Named = Iterator[tuple[str, Callable[[], bytes]]]
"""Files made by hand: what each is called, and what makes its bytes."""


@dataclass(frozen=True)
class Case:
    """A file to try: its name, the kind of workbook that it was made from, and what makes its bytes from a seed."""

    name: str
    kind: str
    make: Callable[[random.Random], bytes]
    seed: int = 0


@dataclass(frozen=True)
class Verdict:
    """What became of a file: read, refused or, when a promise was broken, why; with the most that a command took."""

    case: str
    became: str
    seconds: float
    mib: float
    broken: tuple[str, ...] = ()


def judge(case: Case, folder: Path) -> Verdict:
    """Make a file, give it to the commands one after another, and tell how it went."""
    file, said = folder / "book.xlsx", folder / "said.txt"
    made = run(lambda: file.write_bytes(case.make(random.Random(case.seed))), said)
    if made.code:
        return Verdict(case.name, "broken", made.seconds, made.mib, (f"making it failed: {made.said[-400:]}",))
    endings: list[tuple[str, Ending]] = []
    for command in COMMANDS[case.kind]:
        endings.append((" ".join(command), run(partial(main, [*command, str(file)]), said)))
        if endings[-1][1].code:
            break
    broken = tuple(sentence for command, ending in endings for sentence in broken_by(command, ending))
    became = "broken" if broken else "refused" if endings[0][1].code else "read"
    return Verdict(case.name, became, max(e.seconds for _, e in endings), max(e.mib for _, e in endings), broken)


def broken_by(command: str, ending: Ending) -> list[str]:
    """Return the promises that a command broke, each with what shows it."""
    told = {
        f"took {ending.seconds:.1f} s": ending.seconds > MOST_SECONDS,
        f"took {ending.mib:.0f} MiB": ending.mib > MOST_MIB,
        f"showed a traceback that ends with: {ending.said.strip()[-300:]}": "Traceback (most recent" in ending.said,
        f"ended with {ending.code}": ending.code not in (0, 1, 2),
        "refused it without a word": ending.code == 2 and not ending.said.strip(),
    }
    return [f"{command} {sentence}" for sentence, true in told.items() if true]
