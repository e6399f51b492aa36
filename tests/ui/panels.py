"""The page, opened as somebody on the small sample panel, without a browser."""

from dataclasses import replace
from io import BytesIO

from optimizer.store.drafts import open_draft
from optimizer.store.kinds import DraftKind
from optimizer.store.roles import Actor, Role
from optimizer.workbook.panel.write import write_panel
from tests.paths import SAMPLES
from tests.read_samples import light_contents, panel_sample
from tests.stores import begin

MANAGER = Actor("m1", Role.MANAGER)
NAME = "Zebedee Quill"
SAMPLE = SAMPLES / "panel-small.xlsx"


def contents():
    """Return what the sample holds."""
    return panel_sample("small")


def open_panel(tmp_path, content=None):
    """Make a store with a draft on a panel, and let the page find it. Return the store and the draft's id.

    The sample's facts are kept with it, as the page does; of another workbook's content they are to be read.
    """
    store, facts = begin(tmp_path), None if content else contents()
    content, plan, name = content or SAMPLE.read_bytes(), contents().plan, contents().panel.name
    return store, open_draft(store, MANAGER, name, "December", content, plan, DraftKind.CASELOADS, facts)


def named_patients():
    """Return the sample's workbook with a name for every patient."""
    told = light_contents()
    patients = tuple(replace(each, name=f"{NAME} {each.id}") for each in told.panel.patients)
    file = BytesIO()
    write_panel(file, replace(told, panel=replace(told.panel, patients=patients)))
    return file.getvalue()
