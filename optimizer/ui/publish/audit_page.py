"""Audit: who did what and when, whether anything was changed behind the store's back, and all of it to take along."""

import json

import pandas as pd
import streamlit as st

from optimizer.store.audit.trail import export, head_in, head_of, with_head
from optimizer.store.audit.verify import verify
from optimizer.store.errors import StoreError
from optimizer.ui.frame.desk import Desk
from optimizer.ui.frame.download import download
from optimizer.ui.frame.permitted import permitted
from optimizer.ui.parts.plain import plain
from optimizer.ui.parts.times import moment

EVERY = "everything"
MOST = 50
"""How many findings are shown one by one."""
HEAD = (
    "Keep the head that stands here, outside the database. Given again, it tells whether rows were since cut off the "
    "end of the audit, or all of it was written anew, which the audit alone cannot show."
)
UNSAID = ("sha256", "rows")
"""Details that are digests; they stay in the export."""


@permitted
def show(desk: Desk) -> None:
    """Draw the page."""
    st.title("Audit")
    st.text(
        "Every change leaves a row here that nothing can take away unseen: each is sealed with the hash of the one "
        "before. Rows tell ids and digests, never names, reasons or anything of a person's health."
    )
    lines = export(desk.database, desk.actor)
    _verdict(desk, lines)
    table = _table(lines)
    shown = _filtered(table)
    st.dataframe(shown, hide_index=True, column_config={"Details": st.column_config.TextColumn(width="large")})
    st.caption(f"{len(shown)} of {len(table)} rows, the newest first")
    download(
        desk, "All rows as JSON lines", "audit.jsonl", "audit",
        lambda: "".join(f"{line}\n" for line in with_head(lines)), draft=None, mime="application/jsonl",
    )  # fmt: skip


def _verdict(desk: Desk, lines: list[str]) -> None:
    """Tell whether the chain holds, or every row that does not."""
    kept = st.text_input("Head that you kept", help=HEAD, placeholder="HASH:COUNT")
    try:
        found = verify(desk.database, desk.actor, head_in(kept) if kept.strip() else None)
    except StoreError as error:
        st.error(plain(str(error)))
        return
    st.text(f"Head now: {head_of(desk.database, desk.actor)}")
    if not found:
        st.success(f"Verified: {len(lines)} rows follow from each other, and every table is as they tell.")
        return
    for each in found[:MOST]:
        st.error(plain(str(each)), icon=":material/gpp_bad:")
    if len(found) > MOST:
        st.text(f"{len(found) - MOST} more; all of them are told by: optimizer audit verify.")
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
    except (TypeError, ValueError):
        return str(details)
    if not isinstance(found, dict):
        return details
    return ", ".join(f"{name} {value}" for name, value in found.items() if name not in UNSAID and value)


def _filtered(table: pd.DataFrame) -> pd.DataFrame:
    """Draw the filters and return the rows that they leave."""
    what, who, of = st.columns(3)
    for column, name in ((what, "What"), (who, "Who"), (of, "Of")):
        chosen = column.selectbox(name, [EVERY, *sorted(table[name].unique())], key=f"audit {name}")
        if chosen != EVERY:
            table = table[table[name] == chosen]
    return table
