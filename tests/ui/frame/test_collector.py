"""What is made undisturbed stays, and goes when nobody needs it any more."""

import gc
import weakref

from optimizer.ui.caseload.panel_study import panel_facts
from optimizer.ui.frame.collector import undisturbed
from optimizer.ui.frame.study import facts_of
from optimizer.workbook.panel.read import read_panel
from optimizer.workbook.unit.read import read as read_unit
from tests.paths import SAMPLES


def test_facts_go_without_the_collector_when_nobody_needs_them():
    for make, read, sample in ((facts_of, read_unit, "unit-small"), (panel_facts, read_panel, "panel-small")):
        contents = read(SAMPLES / f"{sample}.xlsx")
        with undisturbed():
            facts = make(contents, 1)
        judge, known = weakref.ref(facts.judge), weakref.ref(facts)
        gc.disable()  # only what is counted may free them
        try:
            del facts
            assert judge() is None and known() is None
        finally:
            gc.enable()


def test_the_collector_goes_on_also_after_a_failure():
    try:
        with undisturbed():
            assert not gc.isenabled()
            raise ValueError
    except ValueError:
        pass
    assert gc.isenabled()
