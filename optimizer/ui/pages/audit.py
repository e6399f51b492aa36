"""Audit: who did what and when, whether anything was changed behind the store's back, and all of it to take along."""

import json

import pandas as pd
import streamlit as st

from optimizer.store.trail import export
from optimizer.store.verify import verify
from optimizer.ui.desk import Desk
from optimizer.ui.plain import plain
from optimizer.ui.times import moment

EVERY = "everything"


def show(desk: Desk) -> None:
    """Draw the page."""
    st.title("Audit")
    st.text(
        "Every change leaves a row here that nothing can take away unseen: each is sealed with the hash of the one "
        "before. Rows tell ids and digests, never names, reasons or anything of a person's health."
    )
    lines = export(desk.database, desk.actor)
    _verdict(desk, len(lines))
    table = _table(lines)
    shown = _filtered(table)
    st.dataframe(shown, hide_index=True, column_config={"Details": st.column_config.TextColumn(width="large")})
    st.caption(f"{len(shown)} of {len(table)} rows, the newest first")
    st.download_button(
        "All rows as JSON lines", "".join(f"{line}\n" for line in lines), "audit.jsonl", "application/jsonl",
        on_click="ignore", icon=":material/download:",
    )  # fmt: skip


def _verdict(desk: Desk, rows: int) -> None:
    """Tell whether the chain holds, or every row that does not."""
    found = verify(desk.database, desk.actor)
    if not found:
        st.success(f"Verified: {rows} rows follow from each other, and what they tell of is as they tell.")
        return
    for each in found:
        st.error(plain(str(each)), icon=":material/gpp_bad:")
    st.text("Ask whoever looks after the database; a backup tells what the row was.")


def _table(lines: list[str]) -> pd.DataFrame:
    rows = [json.loads(line) for line in reversed(lines)]
    columns = ("Row", "When", "Who", "What", "Of", "Details")
    values = [
        (row["id"], moment(row["at"]), row["who"], row["action"], row["subject"], _details(row["details"]))
        for row in rows
    ]
    return pd.DataFrame(values, columns=list(columns))


def _details(details: str) -> str:
    """Return details as "version 3"; digests stay in the export."""
    try:
        found = json.loads(details)
    except ValueError:
        return details
    return ", ".join(f"{name} {value}" for name, value in found.items() if name != "sha256" and value)


def _filtered(table: pd.DataFrame) -> pd.DataFrame:
    """Draw the filters and return the rows that they leave."""
    what, who, of = st.columns(3)
    for column, name in ((what, "What"), (who, "Who"), (of, "Of")):
        chosen = column.selectbox(name, [EVERY, *sorted(table[name].unique())], key=f"audit {name}")
        if chosen != EVERY:
            table = table[table[name] == chosen]
    return table
