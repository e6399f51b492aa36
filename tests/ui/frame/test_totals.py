"""Leadership is handed totals: the same figures, and neither patients nor anybody's pay in what they are read from."""

import re

from optimizer.caseload.capacity.calibration import calibrate
from optimizer.caseload.study import observed
from optimizer.planning.currency import money
from optimizer.store.drafts import accept, drafts
from optimizer.store.locks import lock_patient
from optimizer.store.roles import Actor, Role
from optimizer.ui.caseload.panel_desk import PanelDesk
from optimizer.ui.caseload.panel_study import PanelStudy
from optimizer.ui.frame.desk import Desk
from optimizer.ui.frame.study import Study
from tests.ui.apps import open_store, solved_small
from tests.ui.panels import MANAGER, contents, open_panel

LEADER = Actor("l1", Role.LEADERSHIP)


def loads(now):
    return [(each.manager, each.cases, each.load, each.capacity, each.tiers) for each in now.loads]


def measured(now):
    contents = now.facts.contents
    return calibrate(observed(contents.panel, contents.setting, contents.study).observations)


def said(now):
    """Return all that leadership is handed of caseloads, as text."""
    facts = now.facts
    sentences = [finding.rule.say(facts.panel, finding) for finding in now.findings]
    return repr((facts.contents, facts.known, now.verdict.plan, now.strangers, sentences))


def test_caseloads_have_the_same_totals_and_no_patient(tmp_path):
    store, draft = open_panel(tmp_path)
    study, ids = PanelStudy(store, draft), {each.id for each in contents().panel.patients}
    whole, handed = study.now(MANAGER), study.now(LEADER)
    assert loads(handed) == loads(whole)
    assert handed.verdict.score == whole.verdict.score
    assert not [who for who in ids if re.search(rf"\b{who}\b", said(handed))]
    assert measured(handed) == measured(whole) != ()
    assert study.now(LEADER) is handed
    pair = min(whole.verdict.plan)
    accept(store, MANAGER, draft, 1, [pair], [], "Discharged")
    assert loads(study.now(LEADER)) == loads(study.now(MANAGER)) != loads(whole)
    assert study.now(LEADER).facts is handed.facts
    assert not study.now(LEADER).verdict.plan - handed.verdict.plan


def test_locks_hold_for_what_stands_for_patients(tmp_path):
    store, draft = open_panel(tmp_path)
    patient = min(contents().plan).what.patient
    lock_patient(store, MANAGER, draft, patient, True)
    opened = drafts(store, MANAGER)[0]
    whole, handed = (PanelDesk(Desk(who, store, opened)) for who in (MANAGER, LEADER))
    assert len(handed.locked) == len(whole.locked) > 0
    assert patient not in repr(handed.locked)


def test_a_schedule_has_the_same_totals_and_nobodys_pay(tmp_path):
    store, draft = open_store(tmp_path, "small", solved_small())
    study = Study(store, draft)
    whole, handed = study.now(MANAGER), study.now(LEADER)
    assert handed.figures.spent == whole.figures.spent and sum(whole.figures.spent.values())
    assert handed.verdict is whole.verdict
    rates = [money(paid.rate) for paid in whole.facts.unit.pay.values() if paid.rate]
    text = repr((handed.facts.contents.unit, handed.facts.unit))
    assert rates and not handed.facts.unit.pay and not handed.facts.contents.unit.pay
    assert not [name for name in whole.facts.unit.pay if f"pay_class='{name}'" in text]
    assert study.now(LEADER).facts is handed.facts
