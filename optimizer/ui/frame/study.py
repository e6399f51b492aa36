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
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.schedule.figures import Figures
from optimizer.store.audit.seeing import see_pay
from optimizer.store.database.connection import Database
from optimizer.store.drafts import history, plan_at, version_of
from optimizer.store.edits import Edit
from optimizer.store.revisions import revision_of
from optimizer.store.roles import PERMITTED, Actor, Permission, Role
from optimizer.summary.schedule.grid_figures import GridSums, PersonSums
from optimizer.summary.unit.judged import Judged, judged
from optimizer.summary.unit.kept_facts import kept_facts
from optimizer.ui.frame.collector import undisturbed
from optimizer.ui.frame.for_totals import without_pay
from optimizer.workbook.unit.read import Contents, read_bytes

Cell = tuple[str, date]
"""One person's day."""
KEPT = 12
"""How many drafts are kept in memory."""
PAGE = Actor("the page", Role.MANAGER)
"""Who reads what totals are counted from, where whoever looks may see the totals only."""


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

    @cached_property
    def for_totals(self) -> "Facts":
        """Return the same without pay."""
        contents = replace(self.contents, unit=without_pay(self.contents.unit))
        return replace(self, contents=contents, unit=without_pay(self.unit))


@dataclass(frozen=True)
class Now:
    """A draft as it stands at one version. ``strangers`` are duties that its facts do not know any more."""

    version: int
    facts: Facts
    verdict: Verdict
    strangers: Plan
    figures: Figures

    @cached_property
    def for_totals(self) -> "Now":
        """Return the same for somebody who sees totals: facts without pay, and what the schedule comes to in all."""
        return replace(self, facts=self.facts.for_totals)

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
        """Return the draft as it stands, as far as somebody may see it, reading only what is new since last time."""
        with self._lock:
            whole = self.sees_all(actor)
            now = self._keep_up(actor, actor if whole else PAGE)
            return now if whole else self._for_totals(now)

    def sees_all(self, actor: Actor) -> bool:
        """Tell whether somebody may see all that is known of the draft; the store tells its audit of who does."""
        if Permission.READ_PAY not in PERMITTED[actor.role]:
            return False
        see_pay(self._database, actor, self._draft)
        return True

    def _keep_up(self, actor: Actor, reader: Actor) -> Now:
        """Return all that is known of the draft; the store refuses whoever may not know of it at all."""
        revision = revision_of(self._database, actor, self._draft)
        version = version_of(self._database, actor, self._draft)
        if self._now is None or self._now.facts.revision != revision:
            with undisturbed():
                self._now = self._read(reader, revision, version)
        elif self._now.version != version:
            edits = history(self._database, reader, self._draft, after=self._now.version)
            self._now = self._now.after(edits)
        return self._now

    def _for_totals(self, now: Now) -> Now:
        """Return what is handed to somebody who sees totals only."""
        return now.for_totals

    def _read(self, actor: Actor, revision: int, version: int) -> Now:
        contents = kept_facts(self._database, actor, self._draft, Contents, read_bytes, revision)
        facts = facts_of(contents, revision)
        plan = plan_at(self._database, actor, self._draft, version)
        known = plan & facts.known
        return Now(version, facts, facts.judge.judge(known), plan - known, Figures(facts.unit, known))


def facts_of(contents: Contents, revision: int) -> Facts:
    """Return the facts of a draft, ready to judge by."""
    unit = replace(contents.unit, given=contents.plan)
    judge, seen = Judge(formulate(unit, contents.policy)), judged(unit, contents.policy)
    return Facts(revision, contents, unit, judge, seen, frozenset(unit.pairs), GridSums(seen.fair_nights))


@st.cache_resource(max_entries=KEPT, show_spinner="Reading the unit ...")
def study_of(address: str, draft: int, _database: Database) -> Study:
    """Return what is known of a draft of the store at an address."""
    return Study(_database, draft)
