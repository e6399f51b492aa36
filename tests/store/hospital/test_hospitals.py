"""Hospitals and their plans are kept as they were; who may not see pay is told sums and never a workbook."""

import json

import pytest

from optimizer.store.audit.trail import export
from optimizer.store.audit.verify import verify
from optimizer.store.errors import ForbiddenError, MissingError, StoreError
from optimizer.store.hospital.hospital_plans import hospital_plan, hospital_plans, keep_hospital_plan
from optimizer.store.hospital.hospitals import HospitalFile, hospital_files, hospitals, open_hospital
from optimizer.store.hospital.revising import revise_hospital
from optimizer.store.roles import Actor, Role
from tests.store.conftest import MANAGER
from tests.store.test_publications import PLAN

FILES = (HospitalFile("hospital.xlsx", b"units"), HospitalFile("icu.xlsx", b"what everybody earns", "ICU"))
LEADER, OFFICE = Actor("l1", Role.LEADERSHIP), Actor("o1", Role.STAFFING_OFFICE)
TOLD = [("Units", "ICU has enough"), ("", "3E lacks 12 h")]


@pytest.fixture
def kept(store):
    open_hospital(store, OFFICE, "General", FILES, TOLD, "Opened", "€", 5_000_00)
    return store


def test_a_hospital_comes_back_as_it_was(kept):
    (found,) = hospitals(kept, LEADER)
    assert (found.id, found.name, found.who, found.why) == (1, "General", "o1", "Opened")
    assert (found.currency, found.budget, [*found.told]) == ("€", 5_000_00, TOLD)
    assert hospital_files(kept, MANAGER, 1) == FILES
    assert not verify(kept, MANAGER)


def test_plans_are_numbered_and_told_without_who_works_when(kept):
    assert keep_hospital_plan(kept, LEADER, 1, 4_000_00, PLAN, "sums") == 1
    assert keep_hospital_plan(kept, OFFICE, 1, None, frozenset(), "others") == 2
    first, second = hospital_plans(kept, LEADER, 1)
    assert (first.number, first.who, first.budget, first.report) == (1, "l1", 4_000_00, "sums")
    assert (second.number, second.budget) == (2, None)
    assert hospital_plan(kept, OFFICE, 1, 1) == PLAN
    assert not verify(kept, MANAGER)


def test_workbooks_tell_pay_and_who_reads_them_stands_in_the_audit(kept):
    for actor in (LEADER, OFFICE):
        with pytest.raises(ForbiddenError, match="may not see pay"):
            hospital_files(kept, actor, 1)
    hospital_files(kept, MANAGER, 1)
    last = json.loads(export(kept, MANAGER)[-1])
    assert (last["action"], last["subject"], last["who"]) == ("read pay", "hospital 1", MANAGER.id)


def test_staff_and_administrators_know_of_no_hospital(kept):
    for role in (Role.STAFF, Role.ADMINISTRATOR):
        with pytest.raises(ForbiddenError, match="may not plan the whole hospital"):
            hospitals(kept, Actor("x", role))


def test_what_is_not_there_is_said_to_be_missing(kept):
    with pytest.raises(MissingError, match="There is no hospital 2"):
        hospital_files(kept, MANAGER, 2)
    with pytest.raises(MissingError, match="There is no hospital 2"):
        keep_hospital_plan(kept, LEADER, 2, None, PLAN, "")
    with pytest.raises(MissingError, match="There is no plan 3 of hospital 1"):
        hospital_plan(kept, LEADER, 1, 3)


MIA, KIM = (Actor(who, Role.MANAGER, units=frozenset({unit})) for who, unit in (("mia", "ICU"), ("kim", "3E")))


@pytest.mark.parametrize(
    ("actor", "name", "may"),
    [(MIA, "icu.xlsx", True), (KIM, "icu.xlsx", False), (OFFICE, "icu.xlsx", False), (LEADER, "icu.xlsx", False),
     (OFFICE, "hospital.xlsx", True), (LEADER, "hospital.xlsx", False), (MANAGER, "hospital.xlsx", True),
     (MIA, "hospital.xlsx", False)],
)  # fmt: skip
def test_a_unit_is_its_managers_to_replace_and_the_pool_the_staffing_offices(kept, actor, name, may):
    if not may:
        with pytest.raises(ForbiddenError):
            revise_hospital(kept, actor, 1, "General", {name: b"new"}, TOLD, "€", None)
        assert len(hospitals(kept, MANAGER)) == 1
        return
    assert revise_hospital(kept, actor, 1, "General", {name: b"new"}, TOLD, "€", None) == 2
    assert hospital_files(kept, MANAGER, 1) == FILES
    changed = tuple(file._replace(content=b"new") if file.name == name else file for file in FILES)
    assert hospital_files(kept, MANAGER, 2) == changed
    assert hospitals(kept, LEADER)[1].why == f"Replaced {name}"
    assert not verify(kept, MANAGER)


def test_two_managers_who_replace_at_the_same_time_lose_nothing(kept):
    files = (*FILES, HospitalFile("3e.xlsx", b"the other unit", "3E"))
    first = open_hospital(kept, OFFICE, "Two units", files, TOLD, "Opened")
    second = revise_hospital(kept, MIA, first, "Two units", {"icu.xlsx": b"new"}, TOLD, "$", None)
    with pytest.raises(StoreError, match=f"Hospital {second} of the same name is newer, by mia; choose it and replace"):
        revise_hospital(kept, KIM, first, "Two units", {"3e.xlsx": b"new"}, TOLD, "$", None)
    third = revise_hospital(kept, KIM, second, "Two units", {"3e.xlsx": b"new"}, TOLD, "$", None)
    assert [file.content for file in hospital_files(kept, MANAGER, third)] == [b"units", b"new", b"new"]
    assert revise_hospital(kept, MIA, 1, "General", {"icu.xlsx": b"new"}, TOLD, "€", None)  # another is none of its
    assert not verify(kept, MANAGER)


def test_nothing_and_a_workbook_that_is_not_there_are_not_replaced(kept):
    with pytest.raises(StoreError, match="No workbook is replaced"):
        revise_hospital(kept, LEADER, 1, "Another name", {}, TOLD, "€", None)
    assert len(hospitals(kept, MANAGER)) == 1
    with pytest.raises(MissingError, match=r"Hospital 1 has no workbook 4w\.xlsx"):
        revise_hospital(kept, MANAGER, 1, "General", {"4w.xlsx": b"new"}, TOLD, "€", None)
