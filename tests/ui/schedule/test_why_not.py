"""Where a search found that no schedule keeps every must, the page tells why not, and what would help."""

import pytest

from optimizer.scenarios.explain.order import WhyNot
from optimizer.ui.jobs.jobs import jobs
from tests.ui.apps import open_store
from tests.ui.one_page import alone, words_of


@pytest.fixture
def store(tmp_path):
    yield open_store(tmp_path, "clash")
    for job in jobs()._jobs.values():
        job.stop()
        job.wait(60)


def button(app, label):
    return next(button for button in app.button if button.label == label)


def test_why_not_is_asked_and_answered_where_no_schedule_was_found(store):
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
