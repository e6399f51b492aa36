"""Who is signed in, by what a provider says of them."""

import pytest

from optimizer.store.roles import Actor, Role
from optimizer.ui.who import actor_of

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
