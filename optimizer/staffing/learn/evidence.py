"""How sure what was counted makes us, and the words for counts."""

from collections import Counter
from collections.abc import Iterable, Sequence
from math import comb, sqrt

from optimizer.planning.words import percent

CONFIDENT = 1.96
"""Standard errors to either side that 95 % of a normal distribution lie within."""
RARE = 0.05
"""The chance below which we do not believe that something came about by chance."""


def sure(kept: int, seen: int) -> float:
    """Return the share that we can be sure of when so many of those seen kept to something, 0 when none was seen.

    It is the lower end of Wilson's 95 % interval (E. B. Wilson, 1927, J. Am. Stat. Assoc. 22:209), which is honest
    about few: 4 of 4 make 0.51, 28 of 28 make 0.88.
    """
    if not seen:
        return 0.0
    share, weight = kept / seen, CONFIDENT**2 / seen
    spread = CONFIDENT * sqrt(share * (1 - share) / seen + weight / (4 * seen))
    return max(0.0, (share + weight / 2 - spread) / (1 + weight))


def chance_of_none(whole: int, wanted: int, drawn: int) -> float:
    """Return the chance that of so many people drawn from a whole none is among those wanted (hypergeometric)."""
    return comb(whole - wanted, drawn) / comb(whole, drawn) if drawn <= whole else 0.0


def most_common(values: Iterable[int]) -> tuple[int, int]:
    """Return the value seen most often, the highest of equals, and how often."""
    return max(Counter(values).items(), key=lambda item: (item[1], item[0]))


def by_chance(chance: float) -> str:
    """Return a chance as "in 2.5 % of cases", or less than a tenth of a percent."""
    return f"in {percent(chance)} of cases" if chance >= 0.001 else f"in less than {percent(0.001)} of cases"


def of_all(kept: int, seen: int, things: str) -> str:
    """Return counts as "24 of 28 days"."""
    return f"{kept} of {seen} {things}"


def listed(names: Sequence[str]) -> str:
    """Return names as "D, E and N"."""
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)
