"""Quality: how the unit's published schedules went, each measure against its own median, and what changed when."""

import pandas as pd
import streamlit as st

from optimizer.planning.words import capital
from optimizer.store.database.connection import Database
from optimizer.store.publications import publications
from optimizer.summary.run_chart import signals_text
from optimizer.summary.schedule.changes.what_changed import quality_changes
from optimizer.summary.schedule.quality import (
    PublishedPeriod,
    QualityMeasure,
    drafts_published,
    published_period,
    quality_charts,
)
from optimizer.ui.frame.desk import Desk
from optimizer.ui.frame.draft_study import PAGE
from optimizer.ui.frame.permitted import permitted
from optimizer.ui.parts.plain import plain
from optimizer.ui.parts.run_charts import drawn

KEPT = 100
ABOUT = (
    "Every published period is a point, as it was published last. The dashed line is the median: six or more points "
    "in a row on one side of it are a shift (squares), five or more that rise or fall a trend (triangles), which is "
    "the weaker sign. What changed when stands below."
)


@permitted
def show(desk: Desk) -> None:
    """Draw the page."""
    st.title("Quality")
    st.text(ABOUT)
    drafts = drafts_published(desk.database, desk.actor, desk.draft.unit)
    if not drafts:
        st.info("This unit has published nothing yet. Each published period is a point here.")
        return
    periods = [_period(desk.address, each, _issues(desk, each), desk.database) for each in drafts]
    charts = [*quality_charts(periods).items()]
    for place in range(0, len(charts), 2):
        for column, (measure, chart) in zip(st.columns(2), charts[place : place + 2], strict=False):
            with column:
                st.markdown(f"**{measure.said.capitalize()}**")
                st.altair_chart(drawn(chart, _axis(measure), ",.1~f"), theme=None)
                st.caption(plain(f"{capital(signals_text(chart, measure.unit))}."))
    _changes(periods)


def _axis(measure: QualityMeasure) -> str:
    return measure.unit.strip() or "Number"


def _issues(desk: Desk, draft: int) -> int:
    """Return how often a draft was published: with another amendment it is read again."""
    return sum(each.draft == draft for each in publications(desk.database, desk.actor, draft))


@st.cache_resource(max_entries=KEPT, show_spinner="Reading what was published ...")
def _period(address: str, draft: int, issues: int, _database: Database) -> PublishedPeriod:
    """Return what was published of a draft in the store at an address; that never changes, and is read once.

    The page reads it for all, since nothing of anybody's pay comes out of it.
    """
    del address, issues
    return published_period(_database, PAGE, draft)


def _changes(periods: list[PublishedPeriod]) -> None:
    st.header("What changed when")
    found = quality_changes(periods)
    if not found:
        st.caption("Neither rules nor what was published changed.")
        return
    rows = [{"Period from": str(each.first), "What": each.what} for each in reversed(found)]
    wide = {"What": st.column_config.TextColumn(width="large")}
    st.dataframe(pd.DataFrame(rows), hide_index=True, width="stretch", height="content", column_config=wide)
