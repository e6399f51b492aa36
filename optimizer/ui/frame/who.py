"""Who is signed in: whoever sits at this machine, or somebody whom an OpenID Connect provider vouches for."""

import os
import time
from collections.abc import Mapping
from typing import Any, TypeGuard

import streamlit as st

from optimizer.store.roles import LOCAL, VARIABLE, Actor, Role, named
from optimizer.ui.frame.door import Door, secrets

CLAIM, STAFF_CLAIM = "groups", "staff_id"
"""The claims that tell what groups somebody is in, and which row of the sheet Staff is theirs."""
HOURS = 12
"""How long a sign-in lasts where [roles] does not say: a role that is taken away at the provider ends by then."""


def signed_in(door: Door) -> Actor | None:
    """Return who asks, None while nobody is signed in, or somebody who has no role or signed in too long ago."""
    if door is Door.OURS:
        return named(os.environ[VARIABLE]) if os.environ.get(VARIABLE) else LOCAL
    if door is not Door.SIGN_IN or not st.user.is_logged_in:
        return None
    roles = (secrets() or {}).get("roles", {})
    claims = st.user.to_dict()
    return actor_of(claims, roles) if is_fresh(claims, roles, time.time()) else None


def is_fresh(claims: Mapping[str, Any], roles: Mapping[str, Any], now: float) -> bool:
    """Tell whether somebody signed in within so many ``hours`` of ``roles``; who does not say when, did not."""
    hours, at = roles.get("hours", HOURS), claims.get("iat")
    return _is_number(hours) and _is_number(at) and now - at < hours * 3600


def actor_of(claims: Mapping[str, Any], roles: Mapping[str, Any]) -> Actor | None:
    """Return who some claims speak of: of the roles whose groups they name the first in the order of Role, or None.

    ``roles`` has the groups of every role, and may name the claims: ``claim``, ``staff_claim`` and ``units_claim``.
    """
    groups = _texts(claims.get(str(roles.get("claim", CLAIM))))
    name = _name(claims)
    for role in Role:
        if name and groups & _texts(roles.get(role.value)):
            staff = _staff(claims.get(str(roles.get("staff_claim", STAFF_CLAIM))))
            return Actor(name, role, staff, _units(claims, roles) if role is Role.MANAGER else None)
    return None


def _units(claims: Mapping[str, Any], roles: Mapping[str, Any]) -> frozenset[str] | None:
    """Return the units that a manager may change: all where no claim is named for them, none where it says nothing."""
    claim = roles.get("units_claim")
    return None if claim is None else frozenset(_texts(claims.get(str(claim))))


def _name(claims: Mapping[str, Any]) -> str:
    """Return by what somebody is known: the address, but for one that the provider says is not verified."""
    address = claims.get("email") if claims.get("email_verified") is not False else None
    found = address or claims.get("sub")
    return found if isinstance(found, str) else ""


def _texts(found: Any) -> set[str]:
    """Return the texts of a list; a single text is a list of one, and what is neither says nothing."""
    listed = [found] if isinstance(found, str) else found if isinstance(found, (list, tuple)) else []
    return {text for text in listed if isinstance(text, str) and text}


def _staff(found: Any) -> str | None:
    """Return an id of the sheet Staff: a text or a whole number."""
    return str(found) if isinstance(found, (str, int)) and not isinstance(found, bool) and found != "" else None


def _is_number(found: Any) -> TypeGuard[float]:
    return isinstance(found, (int, float)) and not isinstance(found, bool)
