"""Whether the page answers at all: to this machine alone while it asks nobody who they are, or by signing in.

Without a file of secrets whoever sits at this machine is let in, by this machine's own names only: a foreign page that
has its name lead here (DNS rebinding) or a proxy that passes requests on would else be taken for that person. A file of
secrets that is there and says nothing of sign-in, or cannot be read, opens no door: somebody meant to close it.
"""

import logging
from collections.abc import Container, Iterable, Mapping
from enum import Enum
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import streamlit as st

LOG = logging.getLogger(__name__)
LOOPBACK = ("127.0.0.1", "localhost", "::1")
FORWARDED = ("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-Ip", "Via")
NEEDED = ("redirect_uri", "cookie_secret", "client_id", "client_secret", "server_metadata_url")
SHORTEST_SECRET = 16
"""Characters of a cookie's secret below which sessions could be forged by trying."""


class Door(Enum):
    """How the page is reached."""

    OURS = "this machine's own page, asking nobody who they are"
    SIGN_IN = "by signing in"
    SHUT = "not at all: sign-in is meant and not configured"
    FOREIGN = "from elsewhere than this machine, without sign-in"


def door() -> Door:
    """Return how the page may be reached now; what keeps it shut stands in the log."""
    if not _files():
        return Door.OURS if _from_here() else Door.FOREIGN
    wrong = _wrong_with(secrets())
    if wrong:
        LOG.error("Nobody can sign in: %s in %s.", wrong, ", ".join(_files()))
    return Door.SHUT if wrong else Door.SIGN_IN


def secrets() -> Mapping[str, Any] | None:
    """Return what the files of secrets say, None when one cannot be read."""
    try:
        return st.secrets.to_dict()
    except Exception as error:  # whatever keeps a file from being read keeps the door shut
        LOG.error("The secrets cannot be read (%s).", type(error).__name__)
        return None


def _files() -> list[str]:
    return [name for name in st.get_option("secrets.files") if Path(name).exists() or Path(name).is_symlink()]


def _wrong_with(found: Mapping[str, Any] | None) -> str:
    """Return what keeps sign-in from working, "" when nothing does."""
    if found is None:
        return "the file is damaged"
    auth = found.get("auth")
    if not isinstance(auth, Mapping):
        return "there is no table [auth]"
    missing = [name for name in NEEDED if not (isinstance(auth.get(name), str) and auth[name].strip())]
    if missing:
        return f"[auth] lacks {', '.join(missing)}"
    if len(auth["cookie_secret"]) < SHORTEST_SECRET:
        return f"the cookie_secret has fewer than {SHORTEST_SECRET} characters"
    return "" if isinstance(found.get("roles", {}), Mapping) else "[roles] is no table"


def _from_here() -> bool:
    """Tell whether the page is served to, and asked for by, this machine's own names."""
    headers = st.context.headers
    return are_ours(headers.get_all("Host"), headers.get_all("Origin"), headers)


def are_ours(hosts: Iterable[str], origins: Iterable[str], headers: Container[str]) -> bool:
    """Tell whether what is served here was asked for by this machine's own names, by no proxy."""
    asked = [*hosts, *(urlsplit(origin).netloc for origin in origins)]
    return (
        st.get_option("server.address") in LOOPBACK
        and all(_name(place) in LOOPBACK for place in asked)
        and not any(name in headers for name in FORWARDED)
    )


def answers_calendars(hosts: Iterable[str], origins: Iterable[str], headers: Container[str]) -> bool:
    """Tell whether private addresses of calendars answer a request: from this machine, or where sign-in is in order."""
    if not _files():
        return are_ours(hosts, origins, headers)
    return not _wrong_with(secrets())


def _name(place: str) -> str | None:
    """Return the host of "localhost:8501" or "[::1]:8501", None when it is neither."""
    try:
        return urlsplit(f"//{place}").hostname
    except ValueError:
        return None
