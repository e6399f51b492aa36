"""One part of the page alone, over the store that the environment names."""

import os

from streamlit.testing.v1 import AppTest


def alone(module, function, role="manager", name="m1"):
    """Return a function of a module that draws on a desk, drawn once for somebody with a role."""
    os.environ["OPTIMIZER_ACTOR"] = f"{role}:{name}"
    return AppTest.from_function(_draw, default_timeout=60, args=(module, function)).run()


def button(app, label):
    """Return the first button of a page with a label."""
    return next(each for each in app.button if each.label == label)


def words_of(app):
    """Return everything that can be read on a page, in one text."""
    kinds = ("title", "header", "subheader", "markdown", "caption", "info", "warning", "error", "success", "text")
    told = [element.value for kind in kinds for element in getattr(app, kind)]
    tables = [element.value.to_string() for element in (*app.table, *app.dataframe)]
    metrics = [f"{element.label} {element.value}" for element in app.metric]
    labels = [
        element.label for kind in ("button", "selectbox", "multiselect", "tabs") for element in getattr(app, kind)
    ]
    options = [option for kind in ("selectbox", "multiselect") for e in getattr(app, kind) for option in e.options]
    charts = [element.proto.SerializeToString().decode("utf-8", "ignore") for element in app.get("vega_lite_chart")]
    return "\n".join(map(str, (*told, *tables, *metrics, *labels, *options, *charts)))


def _draw(module, function):
    import importlib
    import os

    from optimizer.store.database.connection import database
    from optimizer.store.drafts import drafts
    from optimizer.store.roles import named
    from optimizer.ui.frame.desk import Desk

    store, actor = database(), named(os.environ["OPTIMIZER_ACTOR"])
    getattr(importlib.import_module(module), function)(Desk(actor, store, drafts(store, actor)[-1]))
