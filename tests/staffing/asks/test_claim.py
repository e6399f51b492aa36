"""Open shifts are those that somebody is missing on, and go first to whom they cost the least."""

from optimizer.planning.pair import Pair
from optimizer.staffing.asks.claim import Claim, ClaimRank, claim_of
from optimizer.staffing.asks.openings import open_shifts
from optimizer.staffing.facts.demand import Need, When
from optimizer.staffing.facts.shift import Duty
from optimizer.staffing.facts.staff import Employment
from optimizer.staffing.schedule.figures import Figures
from tests.draw import day, draw

PEOPLE = {
    "ann": {"fte": 1.0, "experience": 60},
    "ben": {"fte": 0.1, "experience": 240},
    "cam": {"employment": Employment.PER_DIEM},
    "dee": {"employment": Employment.AGENCY},
}


def figures(picture, needs=()):
    return Figures(*draw(picture, PEOPLE, needs=needs))


def duty(number, shift="D"):
    return Duty(day(number), shift, "RN")


def test_a_shift_is_open_while_it_is_below_its_target():
    found = figures(
        """
        ann  D . N
        ben  D D .
        """,
        (Need(When(), "D", "RN", 1, 2), Need(When(), "23:00-07:00", "RN", 1, 1)),
    )
    told = [(each.duty, each.missing, each.urgent) for each in open_shifts(found, day(0))]
    assert told == [(duty(1), 1, False), (duty(2), 2, True)]
    assert [each.duty for each in open_shifts(found, day(2))] == [duty(2)]


def test_who_owes_hours_comes_before_those_for_whom_it_is_more_than_the_contract():
    found = figures(
        """
        ann  . . . . . . .
        ben  D . . . . . .
        cam  . . . . . . .
        dee  . . . . . . .
        """
    )
    ranks = {who: claim_of(found, Pair(who, duty(3))).rank for who in PEOPLE}
    assert ranks == {
        "ann": ClaimRank.OWED, "ben": ClaimRank.ABOVE, "cam": ClaimRank.PER_DIEM, "dee": ClaimRank.AGENCY,
    }  # fmt: skip


def test_overtime_goes_last():
    found = figures("ann  D D D D D . .")
    claim = claim_of(found, Pair("ann", duty(5)))
    assert claim.overtime == 8 * 60
    assert claim.rank is ClaimRank.OVERTIME


def test_of_one_rank_who_has_been_a_nurse_for_longest_goes_first():
    young, old = (Claim(Employment.FULL_TIME, months, 0, 0) for months in (12, 120))
    above = Claim(Employment.FULL_TIME, 400, 0, 60)
    assert sorted((above, young, old), key=lambda each: each.order) == [old, young, above]
