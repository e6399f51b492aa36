"""What a page about caseloads works with: the panel, who has whom, what is wrong with it, and how it is changed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from optimizer.caseload.figures import Caseload
from optimizer.caseload.panel import Panel
from optimizer.planning.goal import Goals
from optimizer.planning.pair import Pair, Plan
from optimizer.planning.policy import Policy
from optimizer.planning.rule import Finding
from optimizer.planning.score import Verdict
from optimizer.store.drafts import accept, redo, undo
from optimizer.store.edits import Edit
from optimizer.store.locks import lock_patient
from optimizer.store.roles import Permission
from optimizer.summary.caseload.moves import Move, best_moves, move
from optimizer.ui.caseload.panel_study import PanelFacts, PanelNow, PanelStudy, panel_study_of
from optimizer.ui.frame.desk import Desk


@dataclass
class PanelDesk:
    """Made from a desk on which a draft of caseloads is open; it asks the store what is newest once, until a change."""

    desk: Desk
    _now: PanelNow | None = field(default=None, repr=False)
    _locks: Mapping[str, bool] | None = field(default=None, repr=False)

    @property
    def now(self) -> PanelNow:
        """Return the draft as it stands."""
        if self._now is None:
            self._now = self._study.now(self.desk.actor)  # type: ignore[assignment]
        assert self._now is not None
        return self._now

    @property
    def _study(self) -> PanelStudy:
        return panel_study_of(str(self.desk.database.engine.url), self.desk.draft.id, self.desk.database)

    def refresh(self) -> None:
        """Look at the store again when something is asked for next."""
        self._now = self._locks = None

    @property
    def facts(self) -> PanelFacts:
        """Return the facts of the panel."""
        return self.now.facts

    @property
    def panel(self) -> Panel:
        """Return the panel, with who had whom when the draft was opened."""
        return self.facts.panel

    @property
    def panel_now(self) -> Panel:
        """Return the panel with who has whom now, from where a search begins."""
        return replace(self.panel, given=self.plan, locked=self.locked)

    @property
    def locked(self) -> Plan:
        """Return the pairs that a search leaves as they are: by what was said here, else by the workbook."""
        if self._locks is None:
            self._locks = self._study.locks(self.desk.actor)
        said, by_workbook = self._locks, {pair.what.patient for pair in self.panel.locked}
        return frozenset(p for p in self.plan if said.get(p.what.patient, p.what.patient in by_workbook))

    @property
    def policy(self) -> Policy:
        """Return the rulings in force."""
        return self.facts.contents.policy

    @property
    def goals(self) -> Goals:
        """Return what matters before what."""
        return self.facts.contents.goals

    @property
    def verdict(self) -> Verdict:
        """Return the verdict on the caseloads as they stand."""
        return self.now.verdict

    @property
    def plan(self) -> Plan:
        """Return who has whom."""
        return self.verdict.plan

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Return every breach, the gravest first."""
        return self.now.findings

    @property
    def loads(self) -> tuple[Caseload, ...]:
        """Return everybody's caseload."""
        return self.now.loads

    @property
    def names(self) -> Mapping[str, str]:
        """Return patients' names by id, none for whoever may not see them."""
        return self.facts.names_for(self.desk.actor) if self.sees_patients else {}

    @property
    def sees_patients(self) -> bool:
        """Tell whether whoever is there may see single patients."""
        return self.desk.may(Permission.READ_PATIENT_NAMES)

    @property
    def edits(self) -> bool:
        """Tell whether whoever is there may change who has whom."""
        return self.desk.may(Permission.EDIT_CASELOADS)

    def called(self, patient: str) -> str:
        """Return a patient's id, with the name after it where there is one and it may be seen."""
        name = self.names.get(patient)
        return f"{patient} {name}" if name else patient

    def best_moves(self, patient: str) -> tuple[Move, ...]:
        """Return the best case managers for a patient and what each changes."""
        return best_moves(self.panel, self.facts.judge, self.verdict, self.now.referrals, patient)

    def move(self, patient: str, manager: str) -> Move:
        """Return what giving a patient to a case manager changes."""
        return move(self.panel, self.facts.judge, self.verdict, patient, manager)

    def edit(self, minus: Iterable[Pair], plus: Iterable[Pair], why: str) -> None:
        """Save an edit. Raise ConflictError when another was faster."""
        desk = self.desk
        accept(desk.database, desk.actor, desk.draft.id, self.now.version, minus, plus, why)
        self.refresh()

    def lock(self, patient: str, on: bool) -> None:
        """Lock a patient to whoever has them, or open the lock."""
        lock_patient(self.desk.database, self.desk.actor, self.desk.draft.id, patient, on)
        self.refresh()

    def undo(self) -> Edit:
        """Turn round the newest edit that stands, and return which that is."""
        return self._turned(undo(self.desk.database, self.desk.actor, self.desk.draft.id, self.now.version))

    def redo(self) -> Edit:
        """Do the edit again that was undone last, and return which that is."""
        return self._turned(redo(self.desk.database, self.desk.actor, self.desk.draft.id, self.now.version))

    def _turned(self, version: int) -> Edit:
        """Return the edit that a version turned round."""
        self.refresh()
        edits = {edit.version: edit for edit in self.desk.edits_since(0)}
        return edits[edits[version].of or version]
