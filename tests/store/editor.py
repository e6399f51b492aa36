"""A process that edits a draft as fast as it can: python -m tests.store.editor ADDRESS NAME SECONDS.

It prints a line for every version that it was told is kept, and one for every conflict.
"""

import sys
import time
from datetime import date, timedelta
from itertools import count

from optimizer.planning.pair import Pair
from optimizer.staffing.facts.shift import Duty
from optimizer.store.database.connection import database
from optimizer.store.drafts import accept, version_of
from optimizer.store.edits import ConflictError
from optimizer.store.roles import Actor, Role

FIRST = date(2026, 12, 6)


def main(address, name, seconds):
    store, actor = database(address), Actor(name, Role.MANAGER)
    version, until = version_of(store, actor, 1), time.monotonic() + float(seconds)
    for number in count():
        if time.monotonic() > until:
            return
        pair = Pair(f"{name}-{number}", Duty(FIRST + timedelta(days=number % 28), "D", "RN"))
        try:
            version = accept(store, actor, 1, version, [], [pair], f"{name} {number}")
            print("kept", version, pair.who, flush=True)
        except ConflictError as conflict:
            print("conflict", version, len(conflict.theirs), flush=True)
            version = conflict.theirs[-1].version


if __name__ == "__main__":
    main(*sys.argv[1:])
