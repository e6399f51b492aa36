"""What is taken to be so without a question, each with its evidence, to be changed where it is not so."""

from collections.abc import Iterator, Sequence

import pandas as pd
import streamlit as st

from optimizer.staffing.facts.words import count
from optimizer.workbook.adopt.adopted import Assumption
from optimizer.workbook.adopt.said.sayings import Saying

OF, SAID, WHY, SURE = "Of", "What holds", "Why", "Sure"
KEY = "import assumed"


def draw_assumptions(found: Sequence[Assumption], digest: str) -> None:
    """Draw all assumptions, folded, in a table whose second column can be changed."""
    if not found:
        return
    with st.expander(f"{count(len(found), 'assumption')}, each with its evidence", icon=":material/lightbulb:"):
        st.caption("Where something is not so, write what is: off, leave, work 07:00-15:00, 0.8, no.")
        rows = [{OF: each.of, SAID: each.said, WHY: each.evidence, SURE: round(100 * each.sure)} for each in found]
        st.data_editor(
            pd.DataFrame(rows), hide_index=True, width="stretch", disabled=[OF, WHY, SURE], key=f"{KEY} {digest[:8]}",
            column_config={
                OF: st.column_config.TextColumn(width="medium"),
                SAID: st.column_config.TextColumn(width="medium"),
                WHY: st.column_config.TextColumn(width="large"),
                SURE: st.column_config.ProgressColumn(format="%d %%", min_value=0, max_value=100, width="small"),
            },
        )  # fmt: skip


def changed(found: Sequence[Assumption], digest: str) -> Iterator[Saying]:
    """Yield what was changed in the table, as the session keeps it."""
    for row, cells in st.session_state.get(f"{KEY} {digest[:8]}", {}).get("edited_rows", {}).items():
        said = str(cells.get(SAID) or "").strip()
        if said and said != found[int(row)].said:
            yield Saying(found[int(row)].of, said)
