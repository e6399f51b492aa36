"""Who is signed in: whoever sits at this machine, or somebody whom an OpenID Connect provider vouches for."""

import os
from collections.abc import Mapping
from typing import Any

import streamlit as st
from streamlit.errors import StreamlitSecretNotFoundError

from optimizer.store.roles import LOCAL, VARIABLE, Actor, Role, named

LOOPBACK = ("127.0.0.1", "localhost", "::1")
CLAIM, STAFF_CLAIM = "groups", "staff_id"
"""The claims that tell what groups somebody is in, and which row of the sheet Staff is theirs."""


def sign_in_is_configured() -> bool:
    """Tell whether the secrets name a provider."""
    return "auth" in _secrets()


def open_to_strangers() -> bool:
    """Tell whether others could reach the page while it asks nobody who they are."""
    return not sign_in_is_configured() and st.get_option("server.address") not in LOOPBACK


def signed_in() -> Actor | None:
    """Return who asks, None while nobody is signed in or somebody without any role is."""
    if not sign_in_is_configured():
        return named(os.environ[VARIABLE]) if os.environ.get(VARIABLE) else LOCAL
    if not st.user.is_logged_in:
        return None
    return actor_of(st.user.to_dict(), _secrets().get("roles", {}))


def actor_of(claims: Mapping[str, Any], roles: Mapping[str, Any]) -> Actor | None:
    """Return who some claims speak of: of the roles whose groups they name the first in the order of Role, or None.

    ``roles`` has the groups of every role, and may name the claims: ``claim`` and ``staff_claim``.
    """
    found = claims.get(roles.get("claim", CLAIM), ())
    groups = {found} if isinstance(found, str) else set(found)
    name = claims.get("email") or claims.get("sub")
    for role in Role:
        if name and groups & set(roles.get(role.value, ())):
            staff = claims.get(roles.get("staff_claim", STAFF_CLAIM))
            return Actor(str(name), role, str(staff) if staff else None)
    return None


def _secrets() -> Mapping[str, Any]:
    try:
        return st.secrets.to_dict()
    except StreamlitSecretNotFoundError:
        return {}
