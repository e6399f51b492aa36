"""What a page about caseloads works with: the panel, who has whom, who is locked, and what a move would change."""

from collections.abc import Mapping
from dataclasses import replace

from optimizer.caseload.figures import Caseload
from optimizer.caseload.panel import Panel
from optimizer.planning.goal import Goals
from optimizer.planning.pair import Plan
from optimizer.planning.policy import Policy
from optimizer.store.edits import Edit
from optimizer.store.locks import lock_patient
from optimizer.store.roles import Permission
from optimizer.summary.caseload.moves import Move, best_moves, move
from optimizer.ui.caseload.panel_study import PanelFacts, PanelState, PanelStudy, panel_study_of
from optimizer.ui.frame.desk import Desk
from optimizer.ui.frame.draft_desk import DraftDesk


class PanelDesk(DraftDesk[PanelState]):
    """Made from a desk on which a draft of caseloads is open."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.actor, desk.database, desk.opened)
        self._locks: Mapping[str, bool] | None = None

    @property
    def study(self) -> PanelStudy:
        """Return what keeps up with the draft."""
        return panel_study_of(self.address, self.draft.id, self.database)

    def refresh(self) -> None:
        """Look at the store again when something is asked for next."""
        super().refresh()
        self._locks = None

    def _currency_of(self, now: PanelState) -> str:
        return now.facts.panel.currency

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
            self._locks = self.study.locks(self.actor)
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
    def loads(self) -> tuple[Caseload, ...]:
        """Return everybody's caseload."""
        return self.now.loads

    @property
    def names(self) -> Mapping[str, str]:
        """Return patients' names by id, none for whoever may not see them."""
        return self.facts.names_for(self.actor) if self.sees_patients else {}

    @property
    def sees_patients(self) -> bool:
        """Tell whether whoever is there may see single patients."""
        return self.may(Permission.READ_PATIENT_NAMES)

    @property
    def edits(self) -> bool:
        """Tell whether whoever is there may change who has whom."""
        return self.may(Permission.EDIT_CASELOADS)

    def called(self, patient: str) -> str:
        """Return a patient's id, with the name after it where there is one and it may be seen."""
        name = self.names.get(patient)
        return f"{patient} {name}" if name else patient

    def best_moves(self, patient: str) -> tuple[Move, ...]:
        """Return the best case managers for a patient and what each changes."""
        return best_moves(self.panel, self.judge, self.verdict, self.now.referrals, patient)

    def move(self, patient: str, manager: str) -> Move:
        """Return what giving a patient to a case manager changes."""
        return move(self.panel, self.judge, self.verdict, patient, manager)

    def lock(self, patient: str, on: bool) -> None:
        """Lock a patient to whoever has them, or open the lock."""
        lock_patient(self.database, self.actor, self.draft.id, patient, on)
        self.refresh()

    def turned(self, version: int) -> Edit:
        """Return the edit that a version turned round."""
        edits = {edit.version: edit for edit in self.edits_since(0)}
        return edits[edits[version].of or version]
