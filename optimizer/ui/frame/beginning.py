"""What somebody finds who opens the page for the first time: a sample unit that can be solved."""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from optimizer.staffing.policy import default_policy
from optimizer.store.database.connection import Database
from optimizer.store.drafts import drafts, open_draft
from optimizer.store.roles import Actor, Role
from optimizer.workbook.unit.read import read
from optimizer.workbook.unit.template import example_scenarios, example_unit
from optimizer.workbook.unit.write import write_unit

SAMPLES = Path(__file__).parents[3] / "data" / "samples"
SAMPLE = SAMPLES / "unit-small.xlsx"
WELCOME = Actor("sample", Role.MANAGER)


def open_a_sample(store: Database) -> None:
    """Open a draft on a sample unless there is any draft: the small one, or the template's where none was installed."""
    if drafts(store, WELCOME):
        return
    with TemporaryDirectory() as folder:
        path = SAMPLE
        if not path.exists():
            path = Path(folder) / "example.xlsx"
            write_unit(path, example_unit(date.today()), default_policy(), scenarios=example_scenarios())
        contents = read(path)
        calendar = contents.unit.calendar
        name = f"{calendar.first} to {calendar.last} (sample)"
        open_draft(store, WELCOME, contents.unit.name, name, path.read_bytes(), contents.plan, facts=contents)
