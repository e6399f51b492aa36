"""How the cost of planning a hospital grows with its units: a table, and a plot of processor seconds against units."""

import os
import resource
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from PIL import Image, ImageDraw

from tests.benchmarks.share_pool import solved
from tests.samples.hospitals import hospital

HEADERS = ("units", "people", "seconds", "processor s", "processor s a unit", "bound after, s", "gap", "peak MiB")
PEOPLE_EACH = 45
WIDE, HIGH, MARGIN = 640, 420, 60
"""The size of the plot and what is left around it, in pixels."""


class Growth(NamedTuple):
    """What a hospital of so many units took: seconds, those of all processors, and how near its plan came."""

    units: int
    people: int
    seconds: float
    processor: float
    bound_after: float | None
    gap: float | None
    peak: int

    def __str__(self) -> str:
        """Return a row of the table."""
        bound = "-" if self.bound_after is None else f"{self.bound_after:.0f}"
        gap = "-" if self.gap is None else f"{self.gap:.1%}"
        each = f"{self.processor / self.units:.1f}"
        cells = (self.units, self.people, round(self.seconds), round(self.processor), each, bound, gap, self.peak)
        return f"| {' | '.join(map(str, cells))} |"


def grow_hospital(sizes: Sequence[int], days: int, seconds_each: float, plot: Path | None) -> Iterator[str]:
    """Yield a table of hospitals of so many units, each given so many seconds a unit; draw it where that is wanted."""
    yield f"| {' | '.join(HEADERS)} |"
    yield "|---" * len(HEADERS) + "|"
    rows = []
    for units in sizes:
        rows.append(_grown(units, days, seconds_each))
        yield str(rows[-1])
    if plot:
        drawn([(row.units, row.processor) for row in rows]).save(plot, "PNG")


def _grown(units: int, days: int, seconds_each: float) -> Growth:
    facts, began, bounded = hospital(units, units * PEOPLE_EACH, days=days), time.monotonic(), list[float]()
    before = _processor()
    found = solved(
        facts, units * seconds_each, None, lambda now: bounded.append(time.monotonic() - began) if now.bound else None
    )
    peak = sum(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) // 1024
    after = bounded[0] if bounded else None
    return Growth(units, facts.size, found.seconds, _processor() - before, after, found.gap, peak)


def _processor() -> float:
    """Return the seconds of a processor of this process and of those that it began and that have ended."""
    return sum(os.times()[:4])


def drawn(points: Sequence[tuple[float, float]]) -> Image.Image:
    """Return a plot of processor seconds against units, both from 0 on, each point with what it stands for."""
    image = Image.new("RGB", (WIDE, HIGH), "white")
    draw, most = ImageDraw.Draw(image), [max(axis) or 1 for axis in zip(*points, strict=True)]
    left, top, right, low = MARGIN, MARGIN, WIDE - MARGIN, HIGH - MARGIN
    there = [(left + (right - left) * x / most[0], low - (low - top) * y / most[1]) for x, y in points]
    draw.line([(left, top), (left, low), (right, low)], "black")
    draw.line([(left, low), *there], "steelblue", 2)
    for (x, y), (units, seconds) in zip(there, points, strict=True):
        draw.ellipse((x - 3, y - 3, x + 3, y + 3), "steelblue")
        draw.text((x - 10, y - 16), f"{seconds:,.0f}", "black")
        draw.text((x - 5, low + 5), f"{units}", "black")
    draw.text((left, MARGIN / 3), "Processor seconds by the number of units", "black")
    return image
