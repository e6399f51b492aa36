"""Where a search found that no schedule keeps every must, the page tells why not, and what would help."""

import pytest

from optimizer.planning.formulation import formulate
from optimizer.planning.score import Judge
from optimizer.scenarios.explain.order import WhyNot
from optimizer.store.drafts import history, plan_at
from optimizer.store.locks import set_locks
from optimizer.store.revisions import revision_of
from optimizer.store.workbooks import workbook_of
from optimizer.ui.jobs.jobs import jobs
from optimizer.workbook.unit.read import read_bytes
from tests.ui.apps import MANAGER, open_store
from tests.ui.one_page import alone, button, words_of


@pytest.fixture
def store(tmp_path):
    yield open_store(tmp_path, "clash")
    for job in jobs()._jobs.values():
        job.stop()
        job.wait(60)


def test_why_not_is_asked_and_a_way_out_is_applied_with_a_schedule_that_keeps_every_must(store):
    database, draft = store
    app = alone("optimizer.ui.schedule.solving.solve_panel", "solve_panel", "manager", "m1")
    button(app, "Start").click().run()
    (solved,) = jobs()._jobs.values()
    assert solved.wait(90)
    button(app.run(), "Why not").click().run()
    (asked,) = (job for job in jobs()._jobs.values() if isinstance(job.order, WhyNot))
    assert asked.wait(120)
    app.run()
    assert not app.exception
    said = words_of(app).replace("\\", "")
    assert "N needs 1 as Charge on Thu 31 Dec." in said or "N lacks 1 as Charge" in said  # on a machine that is busy
    assert "What would make one possible" in said
    assert "on Thu 31 Dec" in said.partition("What would make one possible")[2]
    free = next((staff.id, day) for staff in asked.order.unit.staff for day in asked.order.unit.days)
    set_locks(database, MANAGER, draft, [free], True)
    assert button(app.run(), "Apply").disabled  # the schedule that it was solved with knows nothing of this lock
    set_locks(database, MANAGER, draft, [free], False)
    button(app.run(), "Apply").click().run()
    assert not app.exception
    assert revision_of(database, MANAGER, draft) == 2
    assert not jobs()._jobs
    _, edit = history(database, MANAGER, draft)
    assert edit.why.startswith("Way out: ")
    contents = read_bytes(workbook_of(database, MANAGER, draft))
    assert not Judge(formulate(contents.unit, contents.policy)).judge(plan_at(database, MANAGER, draft)).score.broken
