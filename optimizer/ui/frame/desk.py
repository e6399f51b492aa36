"""What a page about a schedule works with: the unit, the plan with what it comes to, and which cells are locked."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from optimizer.planning.pair import Plan
from optimizer.planning.policy import Policy
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.scenario import Scenario
from optimizer.staffing.schedule.cell_note import with_those_here
from optimizer.staffing.schedule.figures import Figures
from optimizer.staffing.schedule.freedom import Cell
from optimizer.store.cell_notes import cell_notes_of, set_cell_note
from optimizer.store.edits import Edit
from optimizer.store.locks import locks_of, set_locks
from optimizer.store.publications import publications, published_plan
from optimizer.store.workbooks import workbook_of
from optimizer.ui.frame.draft_desk import DraftDesk
from optimizer.ui.frame.study import Study, UnitFacts, UnitState, study_of
from optimizer.workbook.unit.read import Contents

OPENED = "draft"
"""Where the state of the session, and the address of the page, keep the id of the draft that is open."""
TO_SHOW = "show the schedule"
"""Where the state of the session keeps that a draft was just opened, and its schedule is to be shown."""


@dataclass
class Desk(DraftDesk[UnitState]):
    """What every page is given; all that tells of the draft is for a draft of a schedule."""

    _locks: frozenset[Cell] | None = field(default=None, init=False, repr=False)
    _notes: Mapping[Cell, str] | None = field(default=None, init=False, repr=False)

    @property
    def study(self) -> Study:
        """Return what keeps up with the draft."""
        return study_of(self.address, self.draft.id, self.database)

    def refresh(self) -> None:
        """Look at the store again when something is asked for next."""
        super().refresh()
        self._locks = self._notes = None

    def _currency_of(self, now: UnitState) -> str:
        return now.facts.unit.currency

    @property
    def facts(self) -> UnitFacts:
        """Return the facts that the draft is planned on."""
        return self.now.facts

    @property
    def contents(self) -> Contents:
        """Return what the draft's workbook holds."""
        return self.facts.contents

    @property
    def unit(self) -> Unit:
        """Return the unit."""
        return self.facts.unit

    @property
    def unit_to_count(self) -> Unit:
        """Return the unit with pay, for searches that tell whoever is there totals only."""
        return self.figures.unit

    @property
    def policy(self) -> Policy:
        """Return the rulings in force."""
        return self.contents.policy

    @property
    def scenarios(self) -> tuple[Scenario, ...]:
        """Return the scenarios on the sheet of that name."""
        return self.contents.scenarios

    @property
    def figures(self) -> Figures:
        """Return what the schedule comes to."""
        return self.now.figures

    @property
    def locks(self) -> frozenset[Cell]:
        """Return the cells that a search must leave as they are."""
        if self._locks is None:
            self._locks = locks_of(self.database, self.actor, self.draft.id)
        return self._locks

    @property
    def published(self) -> Plan | None:
        """Return the schedule as it was published last, None when it never was."""
        if not publications(self.database, self.actor, self.draft.id):
            return None
        return published_plan(self.database, self.actor, self.draft.id)

    def lock(self, cells: Iterable[Cell], on: bool) -> None:
        """Lock cells, or unlock them."""
        set_locks(self.database, self.actor, self.draft.id, cells, on)
        self.refresh()

    @property
    def notes(self) -> Mapping[Cell, str]:
        """Return what the manager wrote at cells, in the workbook or here."""
        if self._notes is None:
            here = cell_notes_of(self.database, self.actor, self.draft.id)
            notes = with_those_here(self.contents.notes, here)
            self._notes = {(note.who, note.day): note.text for note in notes}
        return self._notes

    def note(self, cell: Cell, text: str) -> None:
        """Write a note at a cell, "" for none."""
        set_cell_note(self.database, self.actor, self.draft.id, cell, text)
        self.refresh()

    def workbook(self) -> bytes:
        """Return the workbook that holds the draft's facts. It tells pay."""
        return workbook_of(self.database, self.actor, self.draft.id)


def cells_of(edit: Edit) -> Mapping[Cell, Plan]:
    """Return the cells that an edit touched, and what it put there."""
    pairs = edit.minus | edit.plus
    return {
        (who, duty.day): frozenset(pair for pair in edit.plus if pair.who == who and pair.what.day == duty.day)
        for who, duty in pairs
    }
