"""Colours and axes of charts, for the light and the dark page alike; nothing is ever told by colour alone."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

import altair as alt
import streamlit as st

from optimizer.staffing.need.cover import Standing

FONT, FACE = 13, "Source Sans, sans-serif"
Drawn: TypeAlias = alt.Chart | alt.LayerChart | alt.FacetChart
"""A chart of whatever make."""


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one mode. ``standings`` are fills behind ``ink``; ``series`` are for bars and lines."""

    ink: str
    quiet: str
    rule: str
    chosen: str
    standings: Mapping[Standing, str]
    series: tuple[str, ...]


LIGHT = Palette(
    ink="#17252e",
    quiet="#4d5f6a",
    rule="#d5dee3",
    chosen="#17252e",
    standings={
        Standing.BELOW_MINIMUM: "#f2a08a",
        Standing.BELOW_TARGET: "#fbe09a",
        Standing.MET: "#e6eff2",
        Standing.OVER: "#a6cdea",
        Standing.PAST: "#f7f9fa",
    },
    series=("#0f6480", "#d55e00", "#7a5195", "#3b8a5f", "#a87900", "#56789a", "#8c564b"),
)
DARK = Palette(
    ink="#f2f6f8",
    quiet="#a9bac3",
    rule="#2f3e47",
    chosen="#ffffff",
    standings={
        Standing.BELOW_MINIMUM: "#9c3220",
        Standing.BELOW_TARGET: "#6e5200",
        Standing.MET: "#1d2d35",
        Standing.OVER: "#1f5482",
        Standing.PAST: "#131d23",
    },
    series=("#4fb3d1", "#f0883e", "#b497d6", "#5fc290", "#e0b84c", "#8fb0d0", "#c9968a"),
)
"""After Okabe and Ito's colours, which those who cannot tell red from green can tell apart."""


def palette() -> Palette:
    """Return the colours of the mode that the reader's page has."""
    return DARK if st.context.theme.type == "dark" else LIGHT


def dressed(chart: Drawn, colours: Palette) -> Drawn:
    """Return a chart with our axes: quiet lines, readable labels, no frame, the page behind it."""
    found: Drawn = (
        chart.configure(background="transparent", font=FACE)
        .configure_view(strokeWidth=0)
        .configure_axis(
            labelColor=colours.ink, titleColor=colours.quiet, labelFontSize=FONT, titleFontSize=FONT,
            titleFontWeight="normal", gridColor=colours.rule, domain=False, ticks=False, labelLimit=220,
        )
        .configure_legend(labelColor=colours.ink, titleColor=colours.quiet, labelFontSize=FONT, titleFontSize=FONT)
    )  # fmt: skip
    return found
