"""A measure over periods as a line, with its median and the points that chance alone would seldom make."""

import altair as alt
import pandas as pd

from optimizer.summary.run_chart import RunChart
from optimizer.ui.parts.palette import Drawn, dressed, palette

HEIGHT = 180
PLAIN, SHIFT, TREND = "as chance may have it", "shift", "trend"
SHAPES = {PLAIN: "circle", SHIFT: "square", TREND: "triangle-up"}
"""What tells points apart is their shape, and not their colour alone."""


def drawn(chart: RunChart, title: str, form: str = ".0f") -> Drawn:
    """Return the line of a measure; ``title`` is what its values are, ``form`` how they are written."""
    colours = palette()
    data = _data(chart)
    base = alt.Chart(data).encode(x=alt.X("period:O", title=None, axis=alt.Axis(labelAngle=-45, labelOverlap=True)))
    value = alt.Y("value:Q", title=title, scale=alt.Scale(zero=False), axis=alt.Axis(format=form, tickCount=4))
    line = base.mark_line(color=colours.series[0]).encode(y=value)
    points = base.mark_point(filled=True, size=70, opacity=1).encode(
        y=value,
        color=alt.Color("kind:N", scale=alt.Scale(domain=[*SHAPES], range=list(colours.series[:3])), legend=None),
        shape=alt.Shape("kind:N", scale=alt.Scale(domain=[*SHAPES], range=[*SHAPES.values()]), legend=None),
        tooltip=[
            alt.Tooltip("period:O", title="Period"),
            alt.Tooltip("value:Q", title=title, format=form),
            alt.Tooltip("rests:N", title="Rests on"),
            alt.Tooltip("kind:N", title="Tells"),
        ],
    )
    middle = alt.Chart(pd.DataFrame({"median": [float(chart.median)]}))
    rule = middle.mark_rule(strokeDash=[6, 4], color=colours.quiet).encode(y="median:Q")
    return dressed(alt.layer(rule, line, points).properties(height=HEIGHT), colours)


def _data(chart: RunChart) -> pd.DataFrame:
    shifted = {day for signal in chart.shifts for day in signal.days}
    trending = {day for signal in chart.trends for day in signal.days}
    return pd.DataFrame(
        [
            {
                "period": chart.period(point.day), "value": float(point.value), "rests": point.rests_on,
                "kind": SHIFT if point.day in shifted else TREND if point.day in trending else PLAIN,
            }
            for point in chart.points
        ]
    )  # fmt: skip
