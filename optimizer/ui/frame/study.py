"""What is known of a draft of a schedule: its facts, its plan, the verdict on it, and what it comes to."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

import streamlit as st

from optimizer.planning.formulation import formulate
from optimizer.planning.pair import Plan
from optimizer.planning.score import Judge, Verdict
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.schedule.figures import Figures
from optimizer.store.audit.seeing import see_pay
from optimizer.store.database.connection import Database
from optimizer.store.roles import Actor, Permission
from optimizer.summary.schedule.grid_figures import GridSums, PersonSums
from optimizer.summary.unit.judged import Judged, judged
from optimizer.summary.unit.kept_facts import kept_facts
from optimizer.ui.frame.draft_study import KEPT, DraftFacts, DraftState, DraftStudy
from optimizer.workbook.unit.read import Contents, read_bytes


@dataclass(frozen=True)
class UnitFacts(DraftFacts):
    """One revision of a unit's facts."""

    contents: Contents
    unit: Unit
    judged: Judged
    sums: GridSums

    @cached_property
    def for_totals(self) -> "UnitFacts":
        """Return the same without pay."""
        contents = replace(self.contents, unit=without_pay(self.contents.unit))
        return replace(self, contents=contents, unit=without_pay(self.unit))


@dataclass(frozen=True)
class UnitState(DraftState[UnitFacts]):
    """A draft of a schedule as it stands at one version, and what it comes to."""

    figures: Figures

    @cached_property
    def for_totals(self) -> "UnitState":
        """Return the same for somebody who sees totals: facts without pay, and what the schedule comes to in all."""
        return replace(self, facts=self.facts.for_totals)

    @cached_property
    def sums(self) -> Mapping[str, PersonSums]:
        """Return what the schedule gives everyone, by id."""
        return self.facts.sums.of(self.figures)

    def _at(self, version: int, verdict: Verdict, strangers: Plan) -> "UnitState":
        return UnitState(version, self.facts, verdict, strangers, self.figures.edited(verdict.plan))


class Study(DraftStudy[UnitState]):
    """Keeps up with one draft of a schedule."""

    to_see_all = Permission.READ_PAY

    def _note_seen(self, actor: Actor) -> None:
        see_pay(self._database, actor, self._draft)

    def _read(self, reader: Actor, revision: int, version: int, plan: Plan) -> UnitState:
        contents = kept_facts(self._database, reader, self._draft, Contents, read_bytes, revision)
        facts = facts_of(contents, revision)
        known = plan & facts.known
        return UnitState(version, facts, facts.judge.judge(known), plan - known, Figures(facts.unit, known))

    def _for_totals(self, now: UnitState) -> UnitState:
        return now.for_totals


def without_pay(unit: Unit) -> Unit:
    """Return a unit without what anybody is paid."""
    staff = tuple(replace(each, pay_class="") for each in unit.staff)
    return replace(unit, staff=staff, pay={}, premiums=())


def facts_of(contents: Contents, revision: int) -> UnitFacts:
    """Return the facts of a draft, ready to judge by."""
    unit = replace(contents.unit, given=contents.plan)
    judge, seen = Judge(formulate(unit, contents.policy)), judged(unit, contents.policy)
    return UnitFacts(revision, judge, frozenset(unit.pairs), contents, unit, seen, GridSums(seen.fair_nights))


@st.cache_resource(max_entries=KEPT, show_spinner="Reading the unit ...")
def study_of(address: str, draft: int, _database: Database) -> Study:
    """Return what is known of a draft of the store at an address."""
    return Study(_database, draft)
