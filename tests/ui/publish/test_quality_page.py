"""The page Quality."""

import pytest

from optimizer.planning.score import Score
from optimizer.staffing.policy import default_policy
from optimizer.store.frozen import policy_text
from optimizer.store.publications import publish
from optimizer.summary.schedule.quality import QualityMeasure
from tests.read_samples import unit_sample
from tests.ui.apps import MANAGER, addresses, app_as, at_page, open_store, solved_small


@pytest.fixture
def store(tmp_path):
    return open_store(tmp_path, plan=solved_small())[0]


@pytest.mark.parametrize("role", ["manager", "leadership"])
def test_every_measure_of_what_was_published_is_drawn(store, role):
    facts = {"unit": unit_sample("small").unit, "policy": policy_text(default_policy()), "score": Score(0, 0)}
    publish(store, MANAGER, 1, 1, revision=1, **facts)
    app = at_page(app_as(role), "quality")
    assert not app.exception
    titles = [each.value for each in app.markdown if each.value.startswith("**")]
    assert titles == [f"**{measure.said.capitalize()}**" for measure in QualityMeasure]
    assert {"**Requests met**", "**Must-fix problems accepted**"} <= {*titles}
    assert len(app.get("vega_lite_chart")) == len(titles)
    assert "Neither rules nor what was published changed." in [each.value for each in app.caption]


def test_before_anything_is_published_there_is_nothing_to_draw(store):
    app = at_page(app_as("manager"), "quality")
    assert "published nothing yet" in app.info[0].value


def test_staff_have_no_such_page(store):
    assert "quality" not in addresses(app_as("staff", "R001"))
