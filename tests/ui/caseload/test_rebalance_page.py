"""The page Rebalance: transfers are looked for, and accepted one by one."""

from optimizer.store.drafts import history, plan_at, version_of
from optimizer.store.locks import lock_patient
from tests.ui.apps import app_as, at_page
from tests.ui.one_page import button
from tests.ui.panels import MANAGER, contents, open_panel


def rebalanced():
    """Return the page from which three transfers were looked for, as it was before they were found, and the job."""
    from optimizer.ui.jobs.jobs import jobs

    app = at_page(app_as("manager"), "rebalance")
    app.number_input(key="rebalance most").set_value(3).run()
    app.selectbox(key="rebalance seconds").select(20).run()
    button(app, "Find transfers").click().run()
    (job,) = jobs()._jobs.values()
    assert job.wait(60)
    return app, job


def test_transfers_are_accepted_one_by_one(tmp_path):
    store, draft = open_panel(tmp_path)
    app, job = rebalanced()
    app.run()
    assert not app.exception
    first, *rest = (each for each in app.button if each.label == "Accept")
    assert len(rest) <= 2
    assert [point.limit for point in job.result][-1] == 3
    patient = first.key.split()[-1]
    first.click().run()
    assert not app.exception
    moved = plan_at(store, MANAGER, draft) - contents().plan
    assert [pair.what.patient for pair in moved] == [patient]
    assert moved <= {*job.result[-1].moves}
    assert history(store, MANAGER, draft)[-1].why.startswith("Rebalanced: ")
    assert [each.key for each in app.button if each.label == "Accept"] == [each.key for each in rest]
    assert version_of(store, MANAGER, draft) == 2


def test_a_transfer_of_who_was_locked_since_is_not_offered(tmp_path):
    store, draft = open_panel(tmp_path)
    app, job = rebalanced()
    first = job.result[-1].moves[0].what.patient
    lock_patient(store, MANAGER, draft, first, True)
    app.run()
    offered = {each.key.split()[-1] for each in app.button if each.label == "Accept"}
    assert offered == {pair.what.patient for pair in job.result[-1].moves} - {first}
