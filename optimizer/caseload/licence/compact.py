"""What a multistate licence is good for: every state of the compact, while that and the home state are in it."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import NamedTuple

from optimizer.caseload.licence.valid import Valid
from optimizer.caseload.presets import read


class Compact(NamedTuple):
    """The states of the compact: since when nurses of others work there, and since when its own hold its licence."""

    members: Mapping[str, date]
    homes: Mapping[str, date]
    checked: date


@cache
def compact() -> Compact:
    """Return the states of the Nurse Licensure Compact, as of the day on which the list was last checked."""
    data = read("compact")
    homes = {state: day for state, day in (data["members"] | data["home"]).items() if day}
    return Compact(data["members"], homes, data["last_checked"])


def privilege(home: str, held: Valid, state: str) -> Valid | None:
    """Return when a multistate licence of a home state is good for work in a state, None when it never is.

    In the home state itself it is a licence like any other.
    """
    if state == home:
        return held
    there, own = compact().members.get(state), compact().homes.get(home)
    if there is None or own is None:
        return None
    return Valid(held.until, max(day for day in (held.since, there, own) if day))
