"""Charts of what differs from one simulated period to the next: a mean with its spread, and chances by day."""

from collections.abc import Sequence
from typing import NamedTuple

import altair as alt
import pandas as pd

from optimizer.planning.words import percent
from optimizer.ui.parts.palette import Drawn, dressed, palette

ROW = 34
AXES = 60
"""Pixels of a row, and of the axes around them."""
MARGIN = 24
"""Pixels beside the outermost dots, so that what stands above them is no part of the names."""
TOLD_FROM = 0.005
"""From which chance on a number stands in its cell."""


class ChartedSpread(NamedTuple):
    """A number by name: its mean, and between what it is in nine of ten periods."""

    name: str
    mean: float
    low: float
    high: float


class ChartedChance(NamedTuple):
    """How likely something is at a place on a day; ``when`` is the day in words."""

    place: str
    day: str
    label: str
    when: str
    chance: float


def spreads(rows: Sequence[ChartedSpread], title: str, form: str) -> Drawn:
    """Return a dot for every mean on a line from the 5th to the 95th of 100 periods, with the mean above it."""
    colours = palette()
    frame = pd.DataFrame(rows, columns=ChartedSpread._fields)
    frame["text"] = [format(row.mean, form) for row in rows]
    frame["range"] = [f"{row.low:{form}} to {row.high:{form}}" for row in rows]
    base = alt.Chart(frame).encode(
        y=alt.Y("name:N", sort=None, title=None, axis=alt.Axis(labelLimit=220, labelOverlap=False)),
        tooltip=[
            alt.Tooltip("name:N", title=""), alt.Tooltip("text:N", title=f"{title}, mean"),
            alt.Tooltip("range:N", title="In 9 of 10 periods"),
        ],
    )  # fmt: skip
    axis = alt.X(
        "low:Q", title=title, scale=alt.Scale(zero=False, padding=MARGIN), axis=alt.Axis(format=form, tickCount=4)
    )
    line = base.mark_rule(color=colours.series[0], strokeWidth=4, opacity=0.45).encode(x=axis, x2="high:Q")
    dot = base.mark_point(filled=True, size=90, color=colours.series[0], opacity=1).encode(x="mean:Q")
    text = base.mark_text(dy=-12, color=colours.ink).encode(x="mean:Q", text="text:N")
    return dressed(alt.layer(line, dot, text).properties(height=AXES + ROW * len(rows)), colours)


def chances(rows: Sequence[ChartedChance], title: str) -> Drawn:
    """Return a cell for every place and day, the darker the likelier, with the percent in it."""
    colours = palette()
    frame = pd.DataFrame(rows, columns=ChartedChance._fields)
    frame["told"] = [percent(row.chance) for row in rows]
    frame["text"] = [percent(row.chance, 0) if row.chance >= TOLD_FROM else "" for row in rows]
    names = dict(zip(frame["day"], frame["label"], strict=True))
    label = f"{names}[datum.value]".replace("'", '"')
    axis = alt.Axis(labelExpr=label, labelAngle=0 if len(names) <= 14 else -90, labelOverlap=True, orient="top")
    base = alt.Chart(frame).encode(
        x=alt.X("day:O", title=None, axis=axis), y=alt.Y("place:N", title=None, sort=None),
        tooltip=[
            alt.Tooltip("when:N", title="Day"), alt.Tooltip("place:N", title="Shift"),
            alt.Tooltip("told:N", title=title),
        ],
    )  # fmt: skip
    most = max(0.01, *(row.chance for row in rows))
    fill = alt.Scale(domain=[0, most], range=[colours.rule, colours.series[1]], interpolate="rgb")
    cells = base.mark_rect(cornerRadius=3).encode(color=alt.Color("chance:Q", scale=fill, legend=None))
    text = base.mark_text(color=colours.ink, fontSize=11).encode(text="text:N")
    places = len({row.place for row in rows})
    return dressed(alt.layer(cells, text).properties(height=AXES + ROW * places), colours)
