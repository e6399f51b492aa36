"""What is known of a draft: its facts, its schedule and the verdict on it, worked out once for all who look at it."""

import threading
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

import streamlit as st

from optimizer.planning.formulation import formulate
from optimizer.planning.pair import Pair, Plan
from optimizer.planning.rule import Finding
from optimizer.planning.score import Judge, Verdict
from optimizer.staffing.figures import Figures
from optimizer.staffing.unit import Unit
from optimizer.store.database import Database
from optimizer.store.drafts import history, plan_at, version_of
from optimizer.store.edits import Edit
from optimizer.store.revisions import revision_of
from optimizer.store.roles import Actor
from optimizer.store.workbooks import workbook_for_totals
from optimizer.summary.grid_figures import GridSums, PersonSums
from optimizer.summary.judged import Judged, judged
from optimizer.ui.collector import undisturbed
from optimizer.workbook.read import Contents, read_bytes

Cell = tuple[str, date]
"""One person's day."""
KEPT = 12
"""How many drafts are kept in memory."""


@dataclass(frozen=True)
class Facts:
    """One revision of a draft's facts; ``known`` are the duties that they let anybody have."""

    revision: int
    contents: Contents
    unit: Unit
    judge: Judge
    judged: Judged
    known: frozenset[Pair]
    sums: GridSums


@dataclass(frozen=True)
class Now:
    """A draft as it stands at one version. ``strangers`` are duties that its facts do not know any more."""

    version: int
    facts: Facts
    verdict: Verdict
    strangers: Plan
    figures: Figures

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """Return every breach, the gravest first."""
        return self.facts.judge.findings(self.verdict)

    @cached_property
    def sums(self) -> Mapping[str, PersonSums]:
        """Return what the schedule gives everyone, by id."""
        return self.facts.sums.of(self.figures)

    def after(self, edits: Iterable[Edit]) -> "Now":
        """Return the draft as it stands after some edits more."""
        judge, known = self.facts.judge, self.facts.known
        verdict, strangers, version = self.verdict, self.strangers, self.version
        for edit in edits:
            verdict = judge.edit(verdict, edit.minus & known, edit.plus & known)
            strangers = (strangers - edit.minus) | (edit.plus - known)
            version = edit.version
        return Now(version, self.facts, verdict, strangers, self.figures.edited(verdict.plan))


class Study:
    """Keeps up with one draft; many pages may ask at the same time."""

    def __init__(self, database: Database, draft: int) -> None:
        self._database, self._draft = database, draft
        self._lock = threading.Lock()
        self._now: Now | None = None

    def now(self, actor: Actor) -> Now:
        """Return the draft as it stands, reading only what is new since the last time."""
        with self._lock:
            revision = revision_of(self._database, actor, self._draft)
            version = version_of(self._database, actor, self._draft)
            if self._now is None or self._now.facts.revision != revision:
                with undisturbed():
                    self._now = self._read(actor, revision, version)
            elif self._now.version != version:
                edits = history(self._database, actor, self._draft, after=self._now.version)
                self._now = self._now.after(edits)
            return self._now

    def _read(self, actor: Actor, revision: int, version: int) -> Now:
        facts = facts_of(workbook_for_totals(self._database, actor, self._draft), revision)
        plan = plan_at(self._database, actor, self._draft, version)
        known = plan & facts.known
        return Now(version, facts, facts.judge.judge(known), plan - known, Figures(facts.unit, known))


def facts_of(content: bytes, revision: int) -> Facts:
    """Return the facts that a workbook holds, ready to judge by."""
    contents = read_bytes(content, "workbook.xlsx")
    unit = replace(contents.unit, given=contents.plan)
    judge, seen = Judge(formulate(unit, contents.policy)), judged(unit, contents.policy)
    return Facts(revision, contents, unit, judge, seen, frozenset(unit.pairs), GridSums(seen.fair_nights))


@st.cache_resource(max_entries=KEPT, show_spinner="Reading the unit ...")
def study_of(address: str, draft: int, _database: Database) -> Study:
    """Return what is known of a draft of the store at an address."""
    return Study(_database, draft)
