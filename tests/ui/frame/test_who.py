"""Who is signed in, by what a provider says of them."""

import pytest

from optimizer.store.roles import Actor, Role
from optimizer.ui.frame.who import actor_of, is_fresh

ROLES = {"manager": ["nurse-managers"], "leadership": ["executives"], "staff": ["nurses"]}


@pytest.mark.parametrize(
    "groups, role",
    [(["nurse-managers"], Role.MANAGER), (["nurses", "nurse-managers"], Role.MANAGER),
     (["executives"], Role.LEADERSHIP), ("nurses", Role.STAFF)],
)  # fmt: skip
def test_the_first_role_of_ones_groups_counts(groups, role):
    assert actor_of({"email": "a@b.example", "groups": groups}, ROLES).role is role


def test_staff_are_known_by_their_row_of_the_sheet():
    claims = {"sub": "x", "teams": ["nurses"], "badge": 1007}
    found = actor_of(claims, ROLES | {"claim": "teams", "staff_claim": "badge"})
    assert found == Actor("x", Role.STAFF, "1007")


@pytest.mark.parametrize(
    "claims", [{}, {"email": "a@b.example"}, {"email": "a", "groups": ["cooks"]}, {"groups": ["nurses"]}]
)
def test_who_has_no_role_or_no_name_is_nobody(claims):
    assert actor_of(claims, ROLES) is None


@pytest.mark.parametrize(
    "groups", ["n", ["n"], [["nurse-managers"]], None, 7, True, {"nurse-managers": 1}, "nurse-managers,x"]
)
def test_what_is_not_the_name_of_a_group_is_none(groups):
    roles = {"manager": "nurse-managers", "staff": 7, "leadership": None}
    assert actor_of({"email": "a@b.example", "groups": groups}, roles) is None


def test_a_single_group_need_not_be_a_list():
    claims = {"email": "a@b.example", "groups": "nurse-managers"}
    assert actor_of(claims, {"manager": "nurse-managers"}).role is Role.MANAGER


def test_an_address_that_is_not_verified_names_nobody():
    claims = {"email": "boss@b.example", "email_verified": False, "sub": "s7", "groups": ["nurses"]}
    assert actor_of(claims, ROLES) == Actor("s7", Role.STAFF)


@pytest.mark.parametrize("found", [["1007"], {"id": 1}, True, "", None])
def test_what_is_no_id_of_the_sheet_is_nobodys_row(found):
    assert actor_of({"sub": "x", "groups": ["nurses"], "staff_id": found}, ROLES).staff_id is None


@pytest.mark.parametrize(
    "claims, roles, fresh",
    [({"iat": 1000}, {"hours": 1}, True), ({"iat": 1000}, {"hours": 0.5}, False), ({"iat": 1000}, {}, True),
     ({}, {}, False), ({"iat": "now"}, {}, False), ({"iat": 1000}, {"hours": "long"}, False)],
)  # fmt: skip
def test_a_sign_in_lasts_so_many_hours(claims, roles, fresh):
    assert is_fresh(claims, roles, now=1000 + 3000) is fresh


@pytest.mark.parametrize(
    "roles, claims, units",
    [({}, {"units": ["4 West"]}, None), ({"units_claim": "units"}, {"units": ["4 West"]}, {"4 West"}),
     ({"units_claim": "units"}, {"units": "4 West"}, {"4 West"}), ({"units_claim": "units"}, {}, set())],
)  # fmt: skip
def test_a_manager_has_the_units_that_a_claim_names_and_all_where_no_claim_is_asked_for(roles, claims, units):
    found = actor_of({"sub": "x", "groups": ["nurse-managers"], **claims}, ROLES | roles)
    assert found.units == units
    assert actor_of({"sub": "x", "groups": ["executives"], **claims}, ROLES | roles).units is None
