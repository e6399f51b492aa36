"""Charts in the colours of the theme; what tells lines apart is their dash, and not their colour alone."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import altair as alt
import pandas as pd

from optimizer.ui.parts.palette import Drawn, palette

HEIGHT = 260
DASHES = ([1, 0], [6, 4])
"""The first line is whole, the second is dashed."""


class Dot(NamedTuple):
    """One point of a line."""

    line: str
    x: float
    y: float


def stepped(dots: Iterable[Dot], lines: Sequence[str], x_title: str, y_title: str, y_format: str) -> Drawn:
    """Return lines that keep their height until the next dot."""
    base = _lines(dots, lines, x_title, y_title, y_format)
    return _sized(base.mark_line(interpolate="step-after"), base.mark_point(filled=True, size=18))


def banded(
    dots: Sequence[Dot], lines: Sequence[str], x_title: str, y_title: str, x_format: str, y_format: str
) -> Drawn:
    """Return two lines with what lies between them shaded."""
    base = _lines(dots, lines, x_title, y_title, y_format, x_format)
    rows: dict[float, dict[str, float]] = {}
    for dot in dots:
        rows.setdefault(dot.x, {"x": dot.x})[dot.line] = dot.y
    between = [row for row in rows.values() if len(row) == 3]
    frame = pd.DataFrame(
        {"x": [r["x"] for r in between], "high": [r[lines[0]] for r in between], "low": [r[lines[1]] for r in between]}
    )
    band = (
        alt.Chart(frame)
        .mark_area(opacity=0.15, color=palette().series[0])
        .encode(x="x:Q", y=alt.Y("low:Q"), y2="high:Q")
    )
    return _sized(band, base.mark_line(), base.mark_point(filled=True, size=40))


def bars(names: Sequence[str], values: Sequence[float | None], title: str, form: str) -> Drawn:
    """Return a bar for every name that has a value, with the value at its end.

    It is put into text here, since a browser rounds halves otherwise than the tables beside it.
    """
    texts = [None if value is None else format(value, form) for value in values]
    frame = pd.DataFrame({"name": names, "value": values, "text": texts}).dropna()
    base = alt.Chart(frame).encode(
        y=alt.Y("name:N", sort=None, title=None, axis=alt.Axis(labelLimit=220, labelOverlap=False)),
        x=alt.X("value:Q", title=title, axis=alt.Axis(format=form, tickCount=4)),
        tooltip=[alt.Tooltip("name:N", title=""), alt.Tooltip("text:N", title=title)],
    )
    colours = palette()
    text = base.mark_text(align="left", dx=4, color=colours.ink).encode(text="text:N")
    return alt.layer(base.mark_bar(color=colours.series[0]), text).properties(height=60 + 34 * len(frame))


def _lines(
    dots: Iterable[Dot], lines: Sequence[str], x_title: str, y_title: str, y_format: str, x_format: str = ",.0f"
) -> alt.Chart:
    named = alt.Scale(domain=list(lines), range=list(palette().series[: len(lines)]))
    return alt.Chart(pd.DataFrame([*dots], columns=Dot._fields)).encode(
        x=alt.X("x:Q", title=x_title, scale=alt.Scale(zero=False), axis=alt.Axis(format=x_format, tickCount=6)),
        y=alt.Y("y:Q", title=y_title, scale=alt.Scale(zero=False), axis=alt.Axis(format=y_format, tickCount=5)),
        color=alt.Color("line:N", title=None, scale=named, legend=alt.Legend(orient="top")),
        strokeDash=alt.StrokeDash("line:N", title=None, scale=alt.Scale(domain=list(lines), range=list(DASHES))),
        tooltip=[
            alt.Tooltip("line:N", title=""),
            alt.Tooltip("x:Q", title=x_title, format=x_format),
            alt.Tooltip("y:Q", title=y_title, format=y_format),
        ],
    )


def _sized(*layers: alt.Chart) -> Drawn:
    return alt.layer(*layers).properties(height=HEIGHT)
