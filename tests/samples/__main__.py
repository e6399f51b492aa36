"""Makes the sample workbooks in data/samples: units and panels that look like real ones, of people who do not
exist.

python -m tests.samples            # writes them all; takes a few minutes, most of it to solve their histories
"""

import sys
import time
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from optimizer.engine.cpsat import solve
from optimizer.engine.run import Run
from optimizer.planning.formulation import formulate
from optimizer.planning.policy import Policy
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.law.lawful_need import with_lawful_needs
from optimizer.workbook.hospital.write import write_hospital
from optimizer.workbook.panel.write import write_panel
from optimizer.workbook.unit.write import write_unit
from tests.samples.faulty import write_faulty
from tests.samples.hospitals import hospital
from tests.samples.intensive_care import icu
from tests.samples.medical_surgical import medsurg, medsurg_scenarios
from tests.samples.panels import panel_large, panel_small
from tests.samples.perioperative import perioperative
from tests.samples.step_down import clash, shortage, small


def with_history(unit: Unit, policy: Policy, seconds: float) -> Unit:
    """Return a unit with the two weeks before it, as the same people would have worked them."""
    first = unit.calendar.first - timedelta(days=14)
    calendar = replace(unit.calendar, first=first, last=unit.calendar.first - timedelta(days=1))
    before = with_lawful_needs(replace(unit, calendar=calendar, requests=(), locked=frozenset()))
    plan = solve(formulate(before, policy), run=Run(time.monotonic() + seconds)).plan
    assert plan is not None
    return replace(unit, history=plan, history_from=first)


def main(folder: Path) -> None:
    """Write every sample."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, make, seconds, scenarios in (
        ("small", small, 10, ()),
        ("medsurg", medsurg, 60, medsurg_scenarios()),
        ("icu", icu, 120, ()),
        ("perioperative", perioperative, 30, ()),
    ):
        unit, policy = make()
        write_unit(folder / f"unit-{name}.xlsx", with_history(unit, policy, seconds), policy, scenarios=scenarios)
    for name, make in (("clash", clash), ("shortage", shortage)):
        write_unit(folder / f"unit-{name}.xlsx", *make())
    write_faulty(folder / "unit-small.xlsx", folder / "unit-faulty.xlsx")
    for name, panel in (("small", panel_small), ("large", panel_large)):
        write_panel(folder / f"panel-{name}.xlsx", panel())
    write_hospital(folder / "hospital", hospital(4, 52, days=14, pool=0.08, seed=3, budget=330_000_00))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent.parent.parent / "data" / "samples")
