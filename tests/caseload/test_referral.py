"""Who is next for a patient: who would break a must comes after all who would not, whatever else is mended by it."""

from optimizer.caseload.referral import Referrals
from optimizer.planning.formulation import formulate
from optimizer.planning.rule import broken_musts, worsened
from optimizer.planning.score import Judge
from tests.read_samples import panel_sample


def test_what_is_mended_does_not_weigh_against_what_is_broken():
    contents = panel_sample("small")
    panel, formulation = contents.panel, formulate(contents.panel, contents.policy)
    judge, referrals = Judge(formulation), Referrals(panel, formulation, contents.goals, contents.plan)
    for patient in [each.id for each in panel.patients][:40]:
        mine = frozenset(pair for pair in panel.owners[patient] if pair in contents.plan)
        without = judge.edit(judge.judge(contents.plan), minus=mine)
        found = referrals.next_managers(patient)
        assert [each.broken for each in found] == sorted(each.broken for each in found)
        for each in found:
            (pair,) = (pair for pair in panel.owners[patient] if pair.who == each.manager)
            after = judge.edit(without, plus=(pair,))
            assert each.broken == broken_musts(worsened(*judge.changes(without, after)))
