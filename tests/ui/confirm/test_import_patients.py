"""Lists of patients on the page Import become a draft of caseloads."""

import pytest

from optimizer.store.attachments import attached_names
from optimizer.store.drafts import drafts
from optimizer.store.kinds import DraftKind
from tests.ui.apps import MANAGER
from tests.ui.one_page_of import open_page

PATIENTS = b"""Patient ID,Patient name,Date of birth,Case manager
P-1,Ada North,1950-02-03,Kim Hall
P-2,Bob South,1944-07-09,Kim Hall
P-3,Cy West,1961-11-30,Lou Marsh
"""


@pytest.fixture
def page(tmp_path):
    return open_page(tmp_path, "import_")


def test_a_list_of_patients_is_drawn_and_opened_as_caseloads(page):
    app, store = page
    app.file_uploader[0].set_value([("patients.csv", PATIENTS, "")]).run()
    assert not app.exception
    assert "make a panel" in app.success[0].value
    next(button for button in app.button if button.label == "Open a draft of caseloads").click().run()
    assert not app.exception
    draft = drafts(store, MANAGER)[-1]
    assert draft.kind is DraftKind.CASELOADS
    assert attached_names(store, MANAGER, draft.id) == ("patients.csv",)
