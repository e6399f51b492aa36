"""How robust a schedule is, on the page: from the button to the pictures."""

import pytest

from optimizer.scenarios.stress.order import StressOrder
from optimizer.ui.jobs.jobs import jobs
from tests.ui.apps import open_store, solved_small
from tests.ui.one_page import alone, words_of


@pytest.fixture
def _stopped():
    yield
    for job in jobs()._jobs.values():
        job.stop()
        job.wait(10)


def page(role="manager"):
    app = alone("optimizer.ui.scenarios.robust", "how_robust", role, "x1")
    assert not app.exception
    return app


@pytest.mark.usefixtures("_stopped")
@pytest.mark.parametrize("role", ["manager", "leadership"])
def test_simulated_periods_are_drawn_by_shift_by_day_and_with_what_one_more_would_cover(tmp_path, role):
    open_store(tmp_path, plan=solved_small())
    app = page(role)
    app.number_input(key="robust rate").set_value(20.0).run()
    app.selectbox(key="robust periods").select(200).run()
    app.button(key="robust start").click().run()
    (job,) = jobs()._jobs.values()
    assert isinstance(job.order, StressOrder)
    assert (job.order.stress.rates.absent, job.order.total) == (0.2, 200)
    assert job.wait(120)
    assert job.problem is None
    app.run()
    assert not app.exception
    words = words_of(app)
    assert "200 simulated; 20.0 % of duties missed, as typed" in words.replace("\\", "")
    assert "Fragile shifts" in words
    assert "One more nurse on call, or from the float pool" in words
    assert len(app.get("vega_lite_chart")) == 5


def test_nothing_is_simulated_where_nothing_is_planned(tmp_path):
    open_store(tmp_path)
    app = page()
    assert "Nothing is planned yet" in app.info[0].value
    assert not app.button
