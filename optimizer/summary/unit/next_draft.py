"""The draft of the period after what was published of another."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from optimizer.planning.words import period
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.schedule.cell_note import with_those_here
from optimizer.store.attachments import attachments_of
from optimizer.store.cell_notes import cell_notes_of
from optimizer.store.database.connection import Database
from optimizer.store.drafts import open_draft
from optimizer.store.publications import publications, published_plan, published_workbook
from optimizer.store.roles import Actor
from optimizer.workbook.unit.next_period import write_next
from optimizer.workbook.unit.read import read

FIRST = 1
"""The publication from which on duties count as moved."""


@dataclass(frozen=True, slots=True)
class Following:
    """The workbook of the next period, with the unit that was published and the one that follows it."""

    content: bytes
    before: Unit
    after: Unit

    @property
    def name(self) -> str:
        """Return what to call its draft."""
        return period(self.after.calendar.first, self.after.calendar.last)


def following(database: Database, actor: Actor, draft: int, last: date | None = None) -> Following:
    """Return the period after the last publication of a draft, of the same length when no last day is given.

    Raise ValueError when it would end before it begins.
    """
    first, plan = (published_plan(database, actor, draft, number) for number in (FIRST, None))
    with _as_file(published_workbook(database, actor, draft)) as source:
        told = read(source)
        contents = replace(told, notes=with_those_here(told.notes, cell_notes_of(database, actor, draft)))
        target = source.with_name("next.xlsx")
        after = write_next(target, contents, plan, last, first)
        return Following(target.read_bytes(), contents.unit, after)


def open_following(database: Database, actor: Actor, draft: int, found: Following) -> int:
    """Open the draft of a period that follows another draft of the same unit, and return its number."""
    unit = publications(database, actor, draft)[-1].unit
    kept = attachments_of(database, actor, draft)
    return open_draft(database, actor, unit, found.name, found.content, frozenset(), made_from=kept)


@contextmanager
def _as_file(content: bytes) -> Iterator[Path]:
    with TemporaryDirectory() as folder:
        source = Path(folder) / "workbook.xlsx"
        source.write_bytes(content)
        yield source
