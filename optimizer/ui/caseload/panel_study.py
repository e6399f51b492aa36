"""What is known of a draft of caseloads: its facts, who has whom, the verdict on it, and everybody's load."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

import streamlit as st

from optimizer.caseload.figures import Caseload, caseloads
from optimizer.caseload.panel import Panel
from optimizer.caseload.referral import Referrals
from optimizer.planning.formulation import Formulation, formulate
from optimizer.planning.pair import Plan
from optimizer.planning.score import Judge
from optimizer.store.audit.seeing import see_patients
from optimizer.store.database.connection import Database
from optimizer.store.locks import patient_locks_of
from optimizer.store.roles import Actor, Permission, check
from optimizer.summary.unit.kept_facts import kept_facts
from optimizer.ui.caseload.without_patients import Aliases, aliases_of, renamed, without_patients
from optimizer.ui.frame.draft_study import KEPT, PAGE, DraftFacts, DraftState, DraftStudy
from optimizer.workbook.panel.read import PanelContents, read_panel_bytes


@dataclass(frozen=True)
class PanelFacts(DraftFacts):
    """One revision of a panel's facts, in which patients are ids alone."""

    contents: PanelContents
    formulation: Formulation
    _names: Mapping[str, str] = field(repr=False)

    @property
    def panel(self) -> Panel:
        """Return the panel, with the case managers whom patients had when the draft was opened."""
        return self.contents.panel

    def names_for(self, actor: Actor) -> Mapping[str, str]:
        """Return patients' names by id, as far as they are known. Raise ForbiddenError for who may not see them."""
        check(actor, Permission.READ_PATIENT_NAMES)
        return self._names


@dataclass(frozen=True)
class PanelState(DraftState[PanelFacts]):
    """A draft of caseloads as it stands at one version."""

    @cached_property
    def loads(self) -> tuple[Caseload, ...]:
        """Return everybody's caseload, in the panel's order."""
        return caseloads(self.facts.panel, self.facts.contents.setting, self.verdict.plan)

    @cached_property
    def referrals(self) -> Referrals:
        """Return what ranks case managers for a patient."""
        facts = self.facts
        return Referrals(facts.panel, facts.formulation, facts.contents.goals, self.verdict.plan)


@dataclass(frozen=True)
class Handed:
    """What is handed to those who see totals only: of which state, that state without patients, and their aliases."""

    of: PanelState
    state: PanelState
    aliases: Aliases


class PanelStudy(DraftStudy[PanelState]):
    """Keeps up with one draft of caseloads."""

    to_see_all = Permission.READ_PATIENT_NAMES
    _handed: Handed | None = None

    def locks(self, actor: Actor) -> Mapping[str, bool]:
        """Return who is locked or open by what was said, by the patients' ids or by what stands for them."""
        if self.sees_all(actor):
            return patient_locks_of(self._database, actor, self._draft)
        self.now(actor)
        assert self._handed is not None
        aliases = self._handed.aliases
        return {aliases.get(who, who): on for who, on in patient_locks_of(self._database, PAGE, self._draft).items()}

    def _note_seen(self, actor: Actor) -> None:
        see_patients(self._database, actor, self._draft)

    def _read(self, reader: Actor, revision: int, version: int, plan: Plan) -> PanelState:
        contents = kept_facts(self._database, reader, self._draft, PanelContents, read_panel_bytes, revision)
        return _state(version, panel_facts(contents, revision), plan)

    def _for_totals(self, now: PanelState) -> PanelState:
        """Return the draft with words in place of patients; they stay the same while the facts do."""
        if self._handed is None or self._handed.of is not now:
            self._handed = _handed(now, self._handed)
        return self._handed.state


def _handed(now: PanelState, then: Handed | None) -> Handed:
    if then and then.of.facts is now.facts:
        facts, aliases = then.state.facts, then.aliases
    else:
        aliases = aliases_of(now.facts.panel.patients)
        facts = _facts_in(without_patients(now.facts.contents, aliases), now.facts.revision, {})
    state = _state(now.version, facts, renamed(now.verdict.plan | now.strangers, aliases))
    vars(state)["loads"] = now.loads  # they rest on dispensing rows too, which are not handed on
    return Handed(now, state, aliases)


def _state(version: int, facts: PanelFacts, plan: Plan) -> PanelState:
    return PanelState(version, facts, facts.judge.judge(plan & facts.known), plan - facts.known)


def panel_facts(contents: PanelContents, revision: int) -> PanelFacts:
    """Return the facts of a panel's draft, ready to judge by."""
    names = {each.id: each.name for each in contents.panel.patients if each.name}
    nameless = tuple(replace(each, name="") for each in contents.panel.patients)
    locked = contents.panel.locked & contents.plan
    panel = replace(contents.panel, patients=nameless, given=contents.plan, locked=locked)
    return _facts_in(replace(contents, panel=panel), revision, names)


def _facts_in(contents: PanelContents, revision: int, names: Mapping[str, str]) -> PanelFacts:
    formulation = formulate(contents.panel, contents.policy)
    known = frozenset(contents.panel.pairs)
    return PanelFacts(revision, Judge(formulation), known, contents, formulation, names)


@st.cache_resource(max_entries=KEPT, show_spinner="Reading the panel ...")
def panel_study_of(address: str, draft: int, _database: Database) -> PanelStudy:
    """Return what is known of a draft of caseloads in the store at an address."""
    return PanelStudy(_database, draft)
