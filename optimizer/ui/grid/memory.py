"""What a session remembers of its grid: what it has done already, what it refused, and the cell that is looked at."""

from dataclasses import dataclass, field
from typing import Any

import streamlit as st

from optimizer.ui.frame.desk import Desk
from optimizer.ui.grid import Focus, GridNotice, Refusal, Selected, Spot


@dataclass
class GridMemory:
    """Lost when the page is loaded anew: the browser then sends again what it was not told of, which does no harm."""

    key: str
    session: str = ""
    ack: int = 0
    own: set[int] = field(default_factory=set)
    refused: list[Refusal] = field(default_factory=list)
    selected: Selected | None = None
    focus: Focus | None = None
    trouble: str = ""
    notice: GridNotice | None = None
    asked: int = 0
    """The version of the edit of which was asked whether to undo it."""
    panel: bool = False
    """Whether what is in hand stands at the side of the grid, rather than below it."""
    proved: Any = None
    """What is known to be proved, after the version and the revision that it is known of."""

    def is_new(self, session: str, seq: int) -> bool:
        """Tell whether something was not done yet; a browser sends until it is told that it was."""
        if session != self.session:
            self.session, self.ack = session, 0
        return seq > self.ack

    def did(self, session: str, seq: int, version: int | None) -> None:
        """Remember that something was done, and the version that it made."""
        self.session, self.ack = session, seq
        if version is not None:
            self.own.add(version)

    def say(self, sentence: str) -> None:
        """Let the grid say something, once."""
        self.notice = GridNotice((self.notice.number if self.notice else 0) + 1, sentence)

    def open_panel(self) -> None:
        """Let what is in hand stand at the side of the grid."""
        self.panel = True

    def close_panel(self) -> None:
        """Let it stand below the grid."""
        self.panel = False

    def look_at(self, spot: Spot) -> None:
        """Let the grid go to where a finding is."""
        self.focus = Focus(spot.who, spot.iso, (self.focus.number if self.focus else 0) + 1, spot.row)


def memory_of(desk: Desk) -> GridMemory:
    """Return what this session remembers of the grid of a draft."""
    key = desk.session_key("grid")
    found: GridMemory = st.session_state.setdefault(f"memory of {key}", GridMemory(key))
    return found
