"""Guide: what there is to know, a chapter at a time."""

import streamlit as st

from optimizer.guide import CHAPTERS, chapter_title
from optimizer.summary.guide import chapter
from optimizer.ui.frame.desk import Desk
from optimizer.ui.frame.permitted import permitted


@permitted
def show(desk: Desk) -> None:
    """Draw the page."""
    del desk
    st.title("Guide")
    name = st.selectbox("Chapter", CHAPTERS, format_func=chapter_title, key="guide chapter", bind="query-params")
    st.markdown(chapter(name).partition("\n")[2])
