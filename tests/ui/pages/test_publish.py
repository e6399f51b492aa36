"""The page Publish and history, as those who may see it meet it."""

import pytest

from optimizer.store.database import database
from optimizer.store.drafts import accept, drafts
from optimizer.store.publications import grounds_of, publications
from tests.ui.apps import MANAGER, app_as, open_store, solved_small

PAGE = "Publish and history"


@pytest.fixture
def opened(tmp_path):
    """Return a store with a draft that keeps every must."""
    return open_store(tmp_path, plan=solved_small())[0]


def page(role="manager", name="x1"):
    app = app_as(role, name)
    return app.switch_page(address(app)).run()


def address(app):
    del app
    return "publish-and-history"


def button(app, label):
    return next(each for each in app.button if each.label == label)


def texts(app):
    return [each.value for kind in ("text", "markdown", "caption", "success", "error") for each in app.get(kind)]


def take_out_one(store):
    pair = sorted(solved_small())[0]
    accept(store, MANAGER, 1, 1, [pair], [], "Ill")
    return pair


def test_a_clean_schedule_is_published(opened):
    app = page()
    assert not app.exception
    assert "Nothing of this draft was published yet." in texts(app)
    button(app, "Publish this schedule").click().run()
    assert not app.exception
    assert [each.value for each in app.success] == ["Published\\."]
    assert [each.number for each in publications(opened, MANAGER, 1)] == [1]
