"""Who calls in misses all of the day: each duty of it, in every contract."""

from optimizer.planning.pair import Pair
from optimizer.scenarios.replan.known import KnownSchedule
from optimizer.staffing.facts.shift import Duty
from optimizer.store.drafts import drafts
from optimizer.ui.frame.desk import Desk
from optimizer.ui.schedule.out_sick import _listed
from tests.read_samples import unit_sample
from tests.ui.apps import MANAGER, open_store

UNIT = unit_sample("perioperative").unit


def test_a_day_and_the_call_after_it_both_leave_who_called_in(tmp_path):
    day = UNIT.days[1]
    who = next(staff.id for staff in UNIT.staff if "RN" in staff.roles)
    both = frozenset(Pair(who, Duty(day, code, "RN")) for code in ("D", "OC"))
    store, _ = open_store(tmp_path, "perioperative", both)
    desk = Desk(MANAGER, store, drafts(store, MANAGER)[-1])
    known = KnownSchedule(desk.unit, desk.policy, desk.judge, desk.verdict)
    duties = known.staffing(who, day)
    assert {duty.shift for duty in duties} == {"D", "OC"}
    listed = _listed(desk, known, who, duties)
    assert listed.offers
    for offer in listed.offers:
        assert both <= offer.edit.minus
        assert f"called in for {duties[0].shift} and {duties[1].shift} on" in offer.why
