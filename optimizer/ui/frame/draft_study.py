"""What is known of a draft of any kind: worked out once for all who look at it, and kept up with as it is edited."""

import threading
from abc import ABC, abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import ClassVar, Generic, Self, TypeVar

from optimizer.planning.pair import Pair, Plan
from optimizer.planning.rule import Finding
from optimizer.planning.score import Judge, Verdict
from optimizer.store.database.connection import Database
from optimizer.store.drafts import history, plan_at, version_of
from optimizer.store.edits import Edit
from optimizer.store.revisions import revision_of
from optimizer.store.roles import PERMITTED, Actor, Permission, Role
from optimizer.ui.frame.collector import undisturbed

KEPT = 12
"""How many drafts of a kind are kept in memory."""
PAGE = Actor("the page", Role.MANAGER)
"""Who reads what totals are counted from, where whoever looks may see the totals only."""


@dataclass(frozen=True)
class DraftFacts:
    """One revision of a draft's facts, ready to judge by; ``known`` are the pairs that they let anybody have."""

    revision: int
    judge: Judge
    known: frozenset[Pair]


Facts_co = TypeVar("Facts_co", bound=DraftFacts, covariant=True)


@dataclass(frozen=True)
class DraftState(Generic[Facts_co]):
    """A draft as it stands at one version. ``strangers`` are pairs that its facts do not know any more."""

    version: int
    facts: Facts_co
    verdict: Verdict
    strangers: Plan

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """Return every breach, the gravest first."""
        return self.facts.judge.findings(self.verdict)

    def after(self, edits: Iterable[Edit]) -> Self:
        """Return the draft as it stands after some edits more."""
        known, verdict, strangers, version = self.facts.known, self.verdict, self.strangers, self.version
        for edit in edits:
            verdict = self.facts.judge.edit(verdict, edit.minus & known, edit.plus & known)
            strangers = (strangers - edit.minus) | (edit.plus - known)
            version = edit.version
        return self._at(version, verdict, strangers)

    def _at(self, version: int, verdict: Verdict, strangers: Plan) -> Self:
        return replace(self, version=version, verdict=verdict, strangers=strangers)


S = TypeVar("S", bound=DraftState[DraftFacts])


class DraftStudy(ABC, Generic[S]):
    """Keeps up with one draft; many pages may ask at the same time."""

    to_see_all: ClassVar[Permission]
    """What somebody must be allowed to, to see more than totals."""

    def __init__(self, database: Database, draft: int) -> None:
        self._database, self._draft = database, draft
        self._lock = threading.Lock()
        self._now: S | None = None

    def now(self, actor: Actor) -> S:
        """Return the draft as it stands, as far as somebody may see it, reading only what is new since last time."""
        with self._lock:
            whole = self.sees_all(actor)
            now = self._keep_up(actor, actor if whole else PAGE)
            return now if whole else self._for_totals(now)

    def sees_all(self, actor: Actor) -> bool:
        """Tell whether somebody may see all that is known of the draft; the store tells its audit of who does."""
        if self.to_see_all not in PERMITTED[actor.role]:
            return False
        self._note_seen(actor)
        return True

    @abstractmethod
    def _note_seen(self, actor: Actor) -> None:
        """Have the audit know who sees all."""

    @abstractmethod
    def _read(self, reader: Actor, revision: int, version: int, plan: Plan) -> S:
        """Return what is known of a plan by the facts of the draft."""

    @abstractmethod
    def _for_totals(self, now: S) -> S:
        """Return what is handed to somebody who sees totals only."""

    def _keep_up(self, actor: Actor, reader: Actor) -> S:
        """Return all that is known of the draft; the store refuses whoever may not know of it at all."""
        revision = revision_of(self._database, actor, self._draft)
        version = version_of(self._database, actor, self._draft)
        if self._now is None or self._now.facts.revision != revision:
            with undisturbed():
                self._now = self._read_anew(reader, revision, version)
        elif self._now.version != version:
            edits = history(self._database, reader, self._draft, after=self._now.version)
            self._now = self._now.after(edits)
        return self._now

    def _read_anew(self, reader: Actor, revision: int, version: int) -> S:
        return self._read(reader, revision, version, plan_at(self._database, reader, self._draft, version))
