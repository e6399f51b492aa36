"""The tiles above a panel's board tell what the findings and caseloads say."""

from optimizer.caseload.figures import caseloads
from optimizer.planning.formulation import formulate
from optimizer.planning.score import Judge
from optimizer.summary.caseload.board import troubles
from optimizer.summary.caseload.board_tiles import board_tiles
from optimizer.summary.tile import Tone
from tests.read_samples import panel_sample

TOLD = panel_sample("small")
PANEL = TOLD.panel
JUDGE = Judge(formulate(PANEL, TOLD.policy))


def shown(plan):
    findings = JUDGE.findings(JUDGE.judge(plan))
    found = board_tiles(PANEL, plan, caseloads(PANEL, TOLD.setting, plan), findings)
    return {tile.title: tile for tile in found}, findings


def test_musts_are_counted_as_what_is_wrong_counts_them():
    plan = frozenset(pair for pair in TOLD.plan if pair.what.patient != PANEL.patients[0].id)
    found, findings = shown(plan)
    assert found["Must-fix problems"].text == str(sum(each.number for each in troubles(PANEL, findings) if each.must))
    assert found["Patients placed"].text == f"{len({p.what.patient for p in plan})} of {len(PANEL.patients)}"


def test_while_nobody_has_a_patient_there_is_nothing_to_judge():
    found, _ = shown(frozenset())
    assert {(tile.text, tile.tone) for tile in found.values()} == {("–", Tone.NONE)}
