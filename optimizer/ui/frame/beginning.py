"""What somebody finds who opens the page for the first time: a sample unit that can be solved."""

from optimizer.installed import samples
from optimizer.planning.words import period
from optimizer.store.database.connection import Database
from optimizer.store.drafts import drafts, open_draft
from optimizer.store.roles import Actor, Role
from optimizer.workbook.unit.read import read

SAMPLE = "unit-small.xlsx"
WELCOME = Actor("sample", Role.MANAGER)


def open_a_sample(store: Database) -> None:
    """Open a draft on the small sample unless there is any draft."""
    if drafts(store, WELCOME):
        return
    path = samples() / SAMPLE
    contents = read(path)
    calendar = contents.unit.calendar
    name = f"{period(calendar.first, calendar.last)} (sample)"
    open_draft(store, WELCOME, contents.unit.name, name, path.read_bytes(), contents.plan, facts=contents)
