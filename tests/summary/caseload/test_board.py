"""What fills case managers' hours, what is wrong by rule, and what moving one patient changes."""

import pytest

from optimizer.caseload.figures import caseloads
from optimizer.caseload.policy import default_goals
from optimizer.caseload.referral import Referrals
from optimizer.planning.formulation import formulate
from optimizer.planning.rule import broken_musts
from optimizer.planning.score import Judge
from optimizer.summary.caseload.board import CARE, Filling, kinds, parts, troubles
from optimizer.summary.caseload.moves import best_moves, owner, percent
from tests.read_samples import panel_sample

TOLD = panel_sample("small")
PANEL, PLAN = TOLD.panel, TOLD.plan
LOADS = caseloads(PANEL, TOLD.setting, PLAN)
FORMULATION = formulate(PANEL, TOLD.policy)
JUDGE = Judge(FORMULATION)
VERDICT = JUDGE.judge(PLAN)
REFERRALS = Referrals(PANEL, FORMULATION, default_goals(), PLAN)


@pytest.mark.parametrize("by", Filling)
def test_the_parts_add_up_to_the_load(by):
    found = parts(PANEL, PLAN, LOADS, by)
    for each in LOADS:
        assert sum(part.minutes for part in found if part.manager == each.manager) == each.load
    assert {part.what for part in found} <= {*kinds(by)}
    assert all(part.minutes > 0 for part in found)


def test_care_is_the_tiers_hours_as_phase_and_contact_make_them():
    care = {part.manager: part.minutes for part in parts(PANEL, PLAN, LOADS, Filling.WORK) if part.what == CARE}
    for each in LOADS:
        assert care[each.manager] == each.load - sum(
            each.minutes.get(kind, 0) for kind in ("Travel", "Interpreting", "Medication", "Reviews", "Care tasks")
        )


def test_troubles_count_every_finding_once():
    findings = JUDGE.findings(VERDICT)
    found = troubles(PANEL, findings)
    assert sum(each.number for each in found) == len(findings)
    assert sum(each.cost for each in found) == VERDICT.score.cost
    assert [each.must for each in found] == sorted((each.must for each in found), reverse=True)


def test_a_move_changes_the_score_by_what_it_says():
    patient = next(pair.what.patient for pair in sorted(PLAN) if len(best(pair.what.patient)) > 1)
    for each in best(patient):
        after = JUDGE.judge((PLAN - each.minus) | each.plus)
        assert after.score.cost - VERDICT.score.cost == each.penalty
        musts = [broken_musts(JUDGE.findings(verdict)) for verdict in (VERDICT, after)]
        assert musts[1] - musts[0] == each.musts
        assert owner(PANEL, after.plan, patient) == each.manager
        assert each.stays == (not each.minus and not each.plus)


def test_a_patient_without_a_case_manager_leaves_nobody():
    patient = next(each.id for each in PANEL.patients if owner(PANEL, PLAN, each.id) is None and best(each.id))
    for each in best(patient):
        assert each.had is None
        assert not each.minus
        assert any("has no case manager" in sentence for sentence in each.gone)


def test_how_full_somebody_is():
    for each in LOADS:
        told = round(100 * each.load / each.capacity)
        assert percent(PANEL, each.manager, PLAN) == f"{told} %"


def best(patient):
    return best_moves(PANEL, JUDGE, VERDICT, REFERRALS, patient)
