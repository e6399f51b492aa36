"""A score of points: which rules fired, what is missing, and what it all comes to."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple


class ScoreLine(NamedTuple):
    """What gives points, how many, and why."""

    what: str
    points: int
    why: str


class Missing(NamedTuple):
    """What is not known, so that it gives no points yet."""

    what: str


class Band(NamedTuple):
    """A range of points by its name, from its first point on."""

    least: int
    label: str


@dataclass(frozen=True, slots=True)
class ScaleScore:
    """The points of one patient on one scale, ``most`` at most; ``bands`` come in rising order, none when empty.

    No rule takes points away: what is missing can only raise the points, and ``points`` is then the least it can be.
    """

    name: str
    most: int
    bands: tuple[Band, ...]
    lines: tuple[ScoreLine, ...]
    missing: tuple[str, ...] = ()

    @property
    def points(self) -> int:
        """Return the points of all that is known."""
        return min(self.most, sum(line.points for line in self.lines))

    @property
    def complete(self) -> bool:
        """Tell whether nothing is missing."""
        return not self.missing

    @property
    def band(self) -> str:
        """Return the name of the range that the points fall into; "" when the scale has none."""
        return next((band.label for band in reversed(self.bands) if self.points >= band.least), "")

    @property
    def sentence(self) -> str:
        """Return the score with its reasons and with what is missing."""
        return " ".join(part for part in (self._total, self._missing) if part)

    @property
    def _total(self) -> str:
        open_ended = not self.complete and self.bands and self.band != self.bands[-1].label
        band = f" ({self.band}{' or more' * bool(open_ended)})" if self.band else ""
        reasons = "; ".join(f"{line.why}: {line.points}" for line in self.lines)
        least = "" if self.complete else "at least "
        return f"{self.name} is {least}{self.points} of {self.most}{band}{f', from {reasons}' if reasons else ''}."

    @property
    def _missing(self) -> str:
        return f"Not known: {', '.join(self.missing)}." if self.missing else ""


def scored(name: str, most: int, bands: tuple[Band, ...], parts: Iterable[ScoreLine | Missing]) -> ScaleScore:
    """Return the score that some parts make; those without points did not fire."""
    parts = [*parts]
    lines = tuple(part for part in parts if isinstance(part, ScoreLine) and part.points)
    return ScaleScore(name, most, bands, lines, tuple(part.what for part in parts if isinstance(part, Missing)))


def ticked(what: str, points: int, known: bool | None, fact: str = "") -> ScoreLine | Missing:
    """Return the points of something that is so or not; missing, by the name of the fact, when that is not known."""
    return Missing(fact or what) if known is None else ScoreLine(what, points * known, what)
