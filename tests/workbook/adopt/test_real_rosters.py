"""Real monthly grids, as they are: taken up, learned from, and the month after planned so that its musts hold."""

import sys
import time
from io import BytesIO

import pytest

from optimizer.engine.outcome import Pins
from optimizer.planning.formulation import formulate
from optimizer.workbook.adopt.adopt import adopt_likeliest
from optimizer.workbook.adopt.periods import next_period, worked_period
from optimizer.workbook.recognise.recognise import recognise
from optimizer.workbook.unit.read import read_bytes
from optimizer.workbook.unit.write import write_unit
from tests.adversary.child import run
from tests.first_plan import first_plan
from tests.paths import ROSTERS, needs_rosters
from tests.workbook.adopt.files import PEOPLE, month

GRIDS = (
    "glider-pl/example.xlsx",
    "glider-pl/hist_grafik_sierpien_2016_-_(7).xlsx",
    "glider-pl/marzec_2021_wersja_bazowa.xlsx",
    "linus-thesis/previous.xlsx",
    "thai-er/2025-11-28T01-56_export.csv",
)


def understood(file):
    path = ROSTERS / file
    return [recognise(path.name, path.read_bytes())]


def read_again(made):
    file = BytesIO()
    write_unit(file, made.unit, made.policy, made.plan)
    return read_bytes(file.getvalue())


@needs_rosters
@pytest.mark.parametrize("file", GRIDS)
def test_the_month_after_is_planned_and_keeps_its_musts(file):
    adopted = adopt_likeliest(understood(file))
    assert len(adopted.questions) <= 5
    assert all(account.taken + account.lost == account.cells for account in adopted.accounts)
    worked = worked_period(adopted)
    assert read_again(worked).plan == worked.plan
    contents = read_again(next_period(adopted))
    assert contents.unit.history
    assert first_plan(formulate(contents.unit, contents.policy), Pins(contents.unit.locked))


@needs_rosters
@pytest.mark.parametrize(
    "files",
    [
        ("percy/rota.xlsx", "percy/staff.csv", "percy/requirements.csv"),
        ("thai-er/2025-11-28T07-04_export.csv", "thai-er/leave_requests.csv", "thai-er/staffing_overrides.csv"),
        ("linus-thesis/previous.xlsx", "linus-thesis/working_hours.xlsx", "linus-thesis/wishes.xlsx"),
    ],
)
def test_several_files_become_one_unit_without_faults(files):
    adopted = adopt_likeliest([proposal for file in files for proposal in understood(file)])
    for made in (worked_period(adopted), next_period(adopted)):
        again = read_again(made)
        assert (len(again.unit.staff), again.plan) == (len(made.unit.staff), made.plan)


def big(number):
    """Return a month of so many people."""
    rows = month(3).splitlines()
    people = [rows[2 + row % len(PEOPLE)].partition(",")[2] for row in range(number)]
    letters = [f"{row:03}".translate(str.maketrans("0123456789", "abcdefghij")) for row in range(number)]
    names = [f"{PEOPLE[row % len(PEOPLE)].split()[0]} {name.title()}son" for row, name in enumerate(letters)]
    return "\n".join((*rows[:2], *(f"{name},{codes}" for name, codes in zip(names, people, strict=True))))


@pytest.mark.parametrize(("people", "seconds"), [(60, 5), (1000, 15)])
def test_from_drop_to_proposal_is_quick(people, seconds):
    content, began = big(people).encode(), time.process_time()  # what others use of the machine is none of it
    adopted = adopt_likeliest([recognise("roster.csv", content)])
    assert time.process_time() - began < seconds
    assert len(adopted.learned.roster.people) == people


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells what a fork has in memory")
def test_a_thousand_rows_take_little_memory(tmp_path):
    content = big(1000).encode()
    ending = run(lambda: adopt_likeliest([recognise("roster.csv", content)]), tmp_path / "said.txt")
    assert (ending.code, ending.said) == (0, "")
    assert ending.mib < 500
