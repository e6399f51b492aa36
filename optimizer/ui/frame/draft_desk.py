"""What pages work with, whatever kind of draft is open: who is there, what is known of it, and how it is changed."""

from abc import ABC, abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Generic, TypeAlias
from zlib import crc32

from optimizer.planning.currency import speak_in
from optimizer.planning.pair import Pair, Plan
from optimizer.planning.policy import Policy
from optimizer.planning.rule import Finding
from optimizer.planning.score import Judge, Verdict
from optimizer.store.database.connection import Database
from optimizer.store.drafts import Draft, accept, history, redo, undo
from optimizer.store.edits import Edit
from optimizer.store.roles import OF_ONE_UNIT, PERMITTED, Actor, Permission
from optimizer.ui.frame.draft_study import DraftStudy, S


@dataclass
class DraftDesk(ABC, Generic[S]):
    """Made anew for every run of the page; ``opened`` is None while no draft is open.

    Reading a property that tells of the draft asks the store what is newest once, and keeps to that until ``refresh``
    or a change; a fragment that runs again begins with ``refresh``.
    """

    actor: Actor
    database: Database
    opened: Draft | None = None
    _now: S | None = field(default=None, init=False, repr=False)

    @property
    @abstractmethod
    def study(self) -> DraftStudy[S]:
        """Return what keeps up with the draft."""

    @property
    @abstractmethod
    def policy(self) -> Policy:
        """Return the rulings in force."""

    def may(self, permission: Permission) -> bool:
        """Tell whether whoever is there may do something, to the draft that is open; the store checks it again."""
        if permission in OF_ONE_UNIT and self.opened is not None and not self.actor.manages(self.opened.unit):
            return False
        return permission in PERMITTED[self.actor.role]

    def refresh(self) -> None:
        """Look at the store again when something is asked for next."""
        self._now = None

    @property
    def address(self) -> str:
        """Return where the store is, without a password: what tells it from others."""
        return str(self.database.engine.url)

    def session_key(self, what: str) -> str:
        """Return under which key the state of the session keeps something of the draft."""
        return f"{what}-{crc32(self.address.encode()):08x}-{self.draft.id}"

    @property
    def draft(self) -> Draft:
        """Return the draft that is open; its version is that of the last run."""
        if self.opened is None:
            raise ValueError("No draft is open.")
        return self.opened

    @property
    def now(self) -> S:
        """Return the draft as it stands."""
        if self._now is None:
            self._now = self.study.now(self.actor)
            speak_in(self._currency_of(self._now))
        return self._now

    @abstractmethod
    def _currency_of(self, now: S) -> str:
        """Return what the amounts of a draft are in."""

    @property
    def version(self) -> int:
        """Return the newest version of the draft."""
        return self.now.version

    @property
    def judge(self) -> Judge:
        """Return who judges plans by the rulings in force."""
        return self.now.facts.judge

    @property
    def verdict(self) -> Verdict:
        """Return the verdict on the draft as it stands."""
        return self.now.verdict

    @property
    def plan(self) -> Plan:
        """Return the plan as it stands."""
        return self.verdict.plan

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Return every breach, the gravest first."""
        return self.now.findings

    def edits_since(self, version: int) -> tuple[Edit, ...]:
        """Return what was edited after a version, the oldest first."""
        return history(self.database, self.actor, self.draft.id, after=version)

    def edit(self, minus: Iterable[Pair], plus: Iterable[Pair], why: str) -> int:
        """Save an edit and return the version it makes. Raise ConflictError when another was faster."""
        return self._changed(accept(self.database, self.actor, self.draft.id, self.version, minus, plus, why))

    def undo(self) -> int:
        """Turn round the newest edit that stands, and return the version that this makes."""
        return self._changed(undo(self.database, self.actor, self.draft.id, self.version))

    def redo(self) -> int:
        """Do the edit again that was undone last, and return the version that this makes."""
        return self._changed(redo(self.database, self.actor, self.draft.id, self.version))

    def _changed(self, version: int) -> int:
        self.refresh()
        return version


AnyDesk: TypeAlias = DraftDesk[Any]
"""A desk for a draft of whatever kind."""
