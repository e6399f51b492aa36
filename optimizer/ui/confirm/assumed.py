"""What is taken to be so without a question, each with its evidence, to be changed where it is not so."""

import pandas as pd
import streamlit as st

from optimizer.staffing.facts.words import count
from optimizer.ui.confirm.confirmed import Confirming
from optimizer.workbook.adopt.said.sayings import Saying

OF, SAID, WHY, SURE = "Of", "What holds", "Why", "Sure"
KEY = "import assumed"


def assumptions(confirming: Confirming) -> None:
    """Draw all assumptions, folded, and keep what is changed."""
    found = confirming.assumptions
    if not found:
        return
    with st.expander(f"{count(len(found), 'assumption')}, each with its evidence", icon=":material/lightbulb:"):
        st.caption("Change a cell of the second column where it is not so: off, leave, work 07:00-15:00, 0.8, no.")
        rows = [{OF: each.of, SAID: each.said, WHY: each.evidence, SURE: round(100 * each.sure)} for each in found]
        edited = st.data_editor(
            pd.DataFrame(rows), hide_index=True, width="stretch", disabled=[OF, WHY, SURE],
            key=f"{KEY} {confirming.digest[:8]}",
            column_config={
                OF: st.column_config.TextColumn(width="medium"),
                SAID: st.column_config.TextColumn(width="medium"),
                WHY: st.column_config.TextColumn(width="large"),
                SURE: st.column_config.ProgressColumn(format="%d %%", min_value=0, max_value=100, width="small"),
            },
        )  # fmt: skip
    for each, said in zip(found, edited[SAID], strict=True):
        changed = (said or "").strip()
        confirming.say(each.of, [Saying(each.of, changed)] if changed and changed != each.said else [])
