"""Files to take along: each is made only when it is asked for, and the audit is told who took it."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import streamlit as st

from optimizer.store.audit.seeing import take_along
from optimizer.ui.frame.draft_desk import AnyDesk

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def download(
    desk: AnyDesk, label: str, name: str, what: str, make: Callable[[], bytes | str], *, draft: int | None,
    mime: str = EXCEL, icon: str = "download", about: str | None = None, key: str | None = None,
) -> None:  # fmt: skip
    """Draw the button that takes a file along; ``what`` it is and of which draft is what the audit is told."""
    database, actor = desk.database, desk.actor  # not the desk, which would keep all that is known of its draft

    def made() -> bytes | str:
        take_along(database, actor, draft, what)
        return make()

    st.download_button(label, made, name, mime, on_click="ignore", icon=f":material/{icon}:", help=about, key=key)


def written_by(write: Callable[[Path], None]) -> bytes:
    """Return the workbook that is written to a path."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "written.xlsx"
        write(path)
        return path.read_bytes()
