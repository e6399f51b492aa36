"""What a page works with: who is there, which draft is open, what is known of it, and how it is changed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from optimizer.planning.pair import Pair, Plan
from optimizer.planning.policy import Policy
from optimizer.planning.rule import Finding
from optimizer.planning.score import Judge, Verdict
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.scenario import Scenario
from optimizer.staffing.schedule.figures import Figures
from optimizer.store.database.connection import Database
from optimizer.store.drafts import Draft, accept, history, redo, undo
from optimizer.store.edits import Edit
from optimizer.store.locks import locks_of, set_locks
from optimizer.store.publications import publications, published_plan
from optimizer.store.roles import PERMITTED, Actor, Permission
from optimizer.store.workbooks import workbook_of
from optimizer.ui.frame.study import Cell, Facts, Now, study_of
from optimizer.workbook.unit.read import Contents

OPENED = "draft"
"""Where the state of the session, and the address of the page, keep the id of the draft that is open."""
TO_SHOW = "show the schedule"
"""Where the state of the session keeps that a draft was just opened, and its schedule is to be shown."""


@dataclass
class Desk:
    """Made anew for every run of the page; ``opened`` is None while no draft is open.

    Reading a property that tells of the draft asks the store what is newest once, and keeps to that until ``refresh``
    or a change; a fragment that runs again begins with ``refresh``.
    """

    actor: Actor
    database: Database
    opened: Draft | None = None
    _now: Now | None = field(default=None, repr=False)
    _locks: frozenset[Cell] | None = field(default=None, repr=False)

    def may(self, permission: Permission) -> bool:
        """Tell whether whoever is there may do something; the store checks it again."""
        return permission in PERMITTED[self.actor.role]

    def refresh(self) -> None:
        """Look at the store again when something is asked for next."""
        self._now = self._locks = None

    @property
    def draft(self) -> Draft:
        """Return the draft that is open; its version is that of the last run."""
        if self.opened is None:
            raise ValueError("No draft is open.")
        return self.opened

    @property
    def now(self) -> Now:
        """Return the draft as it stands."""
        if self._now is None:
            self._now = study_of(str(self.database.engine.url), self.draft.id, self.database).now(self.actor)
        return self._now

    @property
    def facts(self) -> Facts:
        """Return the facts that the draft is planned on."""
        return self.now.facts

    @property
    def version(self) -> int:
        """Return the newest version of the draft."""
        return self.now.version

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
    def judge(self) -> Judge:
        """Return who judges plans by the rulings in force."""
        return self.facts.judge

    @property
    def verdict(self) -> Verdict:
        """Return the verdict on the schedule as it stands."""
        return self.now.verdict

    @property
    def plan(self) -> Plan:
        """Return the schedule as it stands."""
        return self.verdict.plan

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Return every breach, the gravest first."""
        return self.now.findings

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

    def lock(self, cells: Iterable[Cell], on: bool) -> None:
        """Lock cells, or unlock them."""
        set_locks(self.database, self.actor, self.draft.id, cells, on)
        self.refresh()

    def workbook(self) -> bytes:
        """Return the workbook that holds the draft's facts. It tells pay."""
        return workbook_of(self.database, self.actor, self.draft.id)

    def _changed(self, version: int) -> int:
        self.refresh()
        return version


def cells_of(edit: Edit) -> Mapping[Cell, Plan]:
    """Return the cells that an edit touched, and what it put there."""
    pairs = edit.minus | edit.plus
    return {
        (who, duty.day): frozenset(pair for pair in edit.plus if pair.who == who and pair.what.day == duty.day)
        for who, duty in pairs
    }
