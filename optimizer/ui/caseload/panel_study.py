"""What is known of a panel's draft: its facts, its caseloads and the verdict on them, worked out once for all."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

import streamlit as st

from optimizer.caseload.figures import Caseload, caseloads
from optimizer.caseload.panel import Panel
from optimizer.caseload.referral import Referrals
from optimizer.planning.formulation import Formulation, formulate
from optimizer.planning.pair import Pair, Plan
from optimizer.planning.rule import Finding
from optimizer.planning.score import Judge, Verdict
from optimizer.store.audit.seeing import see_patients
from optimizer.store.database.connection import Database
from optimizer.store.drafts import plan_at
from optimizer.store.edits import Edit
from optimizer.store.locks import patient_locks_of
from optimizer.store.roles import PERMITTED, Actor, Permission, check
from optimizer.summary.unit.kept_facts import kept_facts
from optimizer.ui.frame.for_totals import Aliases, aliases_of, renamed, without_patients
from optimizer.ui.frame.study import KEPT, PAGE, Study
from optimizer.workbook.panel.read import PanelContents, read_panel_bytes


@dataclass(frozen=True)
class PanelFacts:
    """One revision of a panel's facts, in which patients are ids alone."""

    revision: int
    contents: PanelContents
    formulation: Formulation
    judge: Judge
    known: frozenset[Pair]
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
class PanelNow:
    """A panel's draft as it stands at one version. ``strangers`` are pairs that its facts do not know any more."""

    version: int
    facts: PanelFacts
    verdict: Verdict
    strangers: Plan

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """Return every breach, the gravest first."""
        return self.facts.judge.findings(self.verdict)

    @cached_property
    def loads(self) -> tuple[Caseload, ...]:
        """Return everybody's caseload, in the panel's order."""
        return caseloads(self.facts.panel, self.facts.contents.setting, self.verdict.plan)

    @cached_property
    def referrals(self) -> Referrals:
        """Return what ranks case managers for a patient."""
        facts = self.facts
        return Referrals(facts.panel, facts.formulation, facts.contents.goals, self.verdict.plan)

    def after(self, edits: Iterable[Edit]) -> "PanelNow":
        """Return the draft as it stands after some edits more."""
        known, verdict, strangers, version = self.facts.known, self.verdict, self.strangers, self.version
        for edit in edits:
            verdict = self.facts.judge.edit(verdict, edit.minus & known, edit.plus & known)
            strangers = (strangers - edit.minus) | (edit.plus - known)
            version = edit.version
        return PanelNow(version, self.facts, verdict, strangers)


class PanelStudy(Study):
    """Keeps up with one draft of caseloads."""

    _totals: tuple[PanelNow, PanelNow, Aliases] | None = None

    def sees_all(self, actor: Actor) -> bool:
        """Tell whether somebody may see single patients; the store tells its audit of who does."""
        if Permission.READ_PATIENT_NAMES not in PERMITTED[actor.role]:
            return False
        see_patients(self._database, actor, self._draft)
        return True

    def locks(self, actor: Actor) -> Mapping[str, bool]:
        """Return who is locked or open by what was said, by the patients' ids or by what stands for them."""
        if self.sees_all(actor):
            return patient_locks_of(self._database, actor, self._draft)
        self.now(actor)
        assert self._totals is not None
        aliases = self._totals[2]
        return {aliases.get(who, who): on for who, on in patient_locks_of(self._database, PAGE, self._draft).items()}

    def _read(self, actor: Actor, revision: int, version: int) -> PanelNow:  # type: ignore[override]
        contents = kept_facts(self._database, actor, self._draft, PanelContents, read_panel_bytes, revision)
        facts = panel_facts(contents, revision)
        plan = plan_at(self._database, actor, self._draft, version)
        return _now(version, facts, plan)

    def _for_totals(self, now: PanelNow) -> PanelNow:  # type: ignore[override]
        """Return the draft with words in place of patients; they stay the same while the facts do."""
        if self._totals is None or self._totals[0] is not now:
            then = self._totals
            if then and then[0].facts is now.facts:
                facts, aliases = then[1].facts, then[2]
            else:
                aliases = aliases_of(now.facts.panel.patients)
                facts = _facts_in(without_patients(now.facts.contents, aliases), now.facts.revision, {})
            plan = renamed(now.verdict.plan | now.strangers, aliases)
            handed = _now(now.version, facts, plan)
            vars(handed)["loads"] = now.loads  # they rest on dispensing rows too, which are not handed on
            self._totals = now, handed, aliases
        return self._totals[1]


def _now(version: int, facts: PanelFacts, plan: Plan) -> PanelNow:
    return PanelNow(version, facts, facts.judge.judge(plan & facts.known), plan - facts.known)


def panel_facts(contents: PanelContents, revision: int) -> PanelFacts:
    """Return the facts of a panel's draft, ready to judge by."""
    names = {each.id: each.name for each in contents.panel.patients if each.name}
    nameless = tuple(replace(each, name="") for each in contents.panel.patients)
    locked = contents.panel.locked & contents.plan
    panel = replace(contents.panel, patients=nameless, given=contents.plan, locked=locked)
    return _facts_in(replace(contents, panel=panel), revision, names)


def _facts_in(contents: PanelContents, revision: int, names: Mapping[str, str]) -> PanelFacts:
    formulation = formulate(contents.panel, contents.policy)
    return PanelFacts(revision, contents, formulation, Judge(formulation), frozenset(contents.panel.pairs), names)


@st.cache_resource(max_entries=KEPT, show_spinner="Reading the panel ...")
def panel_study_of(address: str, draft: int, _database: Database) -> PanelStudy:
    """Return what is known of a draft of caseloads in the store at an address."""
    return PanelStudy(_database, draft)
