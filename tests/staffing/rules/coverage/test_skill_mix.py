from optimizer.staffing.facts.demand import Need, When
from optimizer.staffing.rules.coverage.skill_mix import SkillMix
from tests.draw import amounts, says

NEEDS = tuple(Need(When(), "D", role, 0, 0) for role in ("RN", "Charge", "LPN", "CNA"))
AIDE, LPN = {"job": "CNA", "roles": ("CNA",)}, {"job": "LPN", "roles": ("LPN",)}
RN = SkillMix(limit=50, to=("RN",))


def test_exactly_the_share_is_fine_and_what_is_missing_is_charged():
    assert amounts(RN, "ann  D \n cal  D", {"cal": AIDE}, needs=NEEDS) == []
    assert amounts(RN, "ann  D \n cal  D \n dot  D", {"cal": AIDE, "dot": AIDE}, needs=NEEDS) == [50]
    assert amounts(RN, "cal  D \n dot  D", {"cal": AIDE, "dot": AIDE}, needs=NEEDS) == [100]
    two_thirds = SkillMix(limit=67, to=("RN",))
    assert amounts(two_thirds, "ann  D \n ben  D \n cal  D", {"cal": AIDE}, needs=NEEDS) == [1]


def test_one_person_of_the_mix_more_in_place_of_another_makes_one_unit():
    people = dict.fromkeys(("cal", "dot", "eve"), AIDE)
    assert [RN.units(amount) for amount in (50, 100, 101)] == [1, 1, 2]
    assert amounts(RN, "ann  D \n cal  D \n dot  D \n eve  D", people, needs=NEEDS) == [100]
    assert amounts(RN, "ann  D \n ben  D \n dot  D \n eve  D", people, needs=NEEDS) == []


def test_nobody_there_breaks_nothing():
    assert amounts(RN, "cal  .", {"cal": AIDE}, needs=NEEDS) == []


def test_a_nurse_in_charge_counts_as_the_nurse_that_she_is():
    assert amounts(RN, "ann  D/Charge \n cal  D", {"cal": AIDE}, needs=NEEDS) == []


def test_a_cap_is_a_share_of_all_others():
    people = {"cal": AIDE, "dot": AIDE}
    assert amounts(SkillMix(limit=60, to=("not CNA",)), "ann  D \n cal  D \n dot  D", people, needs=NEEDS) == [80]
    licensed = SkillMix(limit=50, to=("RN",), roles=("RN", "LPN"))
    assert amounts(licensed, "ann  D \n lou  D \n cal  D", {"lou": LPN, "cal": AIDE}, needs=NEEDS) == []
    assert amounts(licensed, "ann  . \n lou  D \n cal  D", {"lou": LPN, "cal": AIDE}, needs=NEEDS) == [50]


def test_orientees_and_shifts_without_needs_are_left_out():
    new = {"job": "RN", "roles": ("Orientee",)}
    assert amounts(RN, "new  D \n cal  D", {"new": new, "cal": AIDE}, needs=NEEDS) == [50]
    assert amounts(RN, "cal  E S P", {"cal": AIDE}, needs=NEEDS) == []


def test_a_window_counts_everyone_who_is_there_through_it():
    window = tuple(Need(When(), "07:00-15:00", role, 0, 0) for role in ("RN", "CNA"))
    assert amounts(RN, "ann  L \n cal  D", {"cal": AIDE}, needs=window) == []
    assert amounts(RN, "ann  E \n cal  D", {"cal": AIDE}, needs=window) == [50]


def test_the_sentence_names_shift_day_share_and_how_many():
    assert says(RN, "cal  D", {"cal": AIDE}, needs=NEEDS) == [
        "D on Mon 1 Jun has less than 50 % who are RN; 1 person in place of others would do."
    ]
