"""The schedule on paper: what hangs on the wall, and nothing that is the manager's alone."""

import re
import shutil
import subprocess

import pytest

from optimizer.planning.formulation import formulate
from optimizer.planning.pair import Pair
from optimizer.planning.score import Judge
from optimizer.staffing.facts.shift import Duty
from optimizer.staffing.schedule.accepted import accepted
from optimizer.store.cell_notes import set_cell_note
from optimizer.store.drafts import version_of
from optimizer.store.frozen import policy_text
from optimizer.store.locks import set_locks
from optimizer.store.publications import publish
from optimizer.store.revisions import revision_of
from tests.read_samples import unit_sample
from tests.ui.apps import MANAGER, open_store, solved_small
from tests.ui.story import page_over, tab

CONTENTS = unit_sample("small")
UNIT = CONTENTS.unit
PRIVATE = ("PTO", "Paid", "leave", "FTE", "Solve", "Undo", "Penalty", "points", "Must-fix", "Problems", "padlock",
           "breaks", "Before", "Hours", "OT", "$", "Mortgage")  # fmt: skip
needs_pdftotext = pytest.mark.skipif(not shutil.which("pdftotext"), reason="pdftotext is not installed")


@pytest.fixture
def posted(tmp_path):
    """Return a store with a published schedule: somebody is on leave, a must is broken, a cell is locked, and noted."""
    away = UNIT.staff[0].id
    rest = frozenset(pair for pair in solved_small() if pair.who != away)
    plan = rest | {Pair(away, Duty(day, "PTO")) for day in UNIT.days[2:4]}
    store, draft = open_store(tmp_path, plan=plan)
    set_locks(store, MANAGER, draft, [(UNIT.staff[1].id, UNIT.days[0])], on=True)
    set_cell_note(store, MANAGER, draft, (UNIT.staff[1].id, UNIT.days[0]), "Mortgage: gladly works more")
    judge = Judge(formulate(UNIT, CONTENTS.policy))
    verdict = judge.judge(plan)
    answers = [accepted(UNIT, finding, "It must be") for finding in judge.findings(verdict) if finding.must]
    version, revision = version_of(store, MANAGER, draft), revision_of(store, MANAGER, draft)
    publish(
        store, MANAGER, draft, version, revision=revision, unit=UNIT,
        policy=policy_text(CONTENTS.policy), score=verdict.score, accepted=answers,
    )  # fmt: skip
    return store, draft, plan


@needs_pdftotext
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_paper_tells_the_period_and_nothing_that_is_private(browser, tmp_path, posted, scheme):
    _, _, plan = posted
    with page_over(tmp_path / "store.db") as url, tab(browser, url, color_scheme=scheme) as it:
        it.grid()
        it.page.pdf(path=tmp_path / "paper.pdf", prefer_css_page_size=True)
    text = subprocess.run(
        ["pdftotext", "-layout", tmp_path / "paper.pdf", "-"], capture_output=True, text=True, check=True
    ).stdout
    assert not [word for word in PRIVATE if word in text]
    first = text.strip().splitlines()[0]
    assert first.startswith(UNIT.name)
    assert re.search(r"version \d+, published .* by m1; printed \d+ \w+ \d{4}, \d\d:\d\d", first)
    assert "N Night, 12 h, 19:00 to 07:30" in text and "empty: off or away" in text
    numbers = next(re.findall(r"\d+", line) for line in text.splitlines() if line.strip().startswith("Staff"))
    assert [int(number) for number in numbers] == [day.day for day in UNIT.days]
    for staff in UNIT.staff:
        line = next(line for line in text.splitlines() if staff.name in line)
        codes = re.findall(r"\b(?:D|N|OC|EDU)\b", line.replace(staff.name, ""))
        assert len(codes) == sum(who == staff.id and duty.shift != "PTO" for who, duty in plan), line
