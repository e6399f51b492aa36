"""More than a hundred files made by hand to do harm."""

import random
from collections.abc import Callable

from tests.adversary.archives import archives, no_workbooks
from tests.adversary.part_lies import parts, rows
from tests.adversary.sheets import books, panels, sheets
from tests.adversary.trial import Case


def made_cases() -> list[Case]:
    """Return all of them; each is the same file whenever it is made."""
    units = [*no_workbooks(), *archives(), *parts(), *rows(), *sheets(), *books()]
    cases = [Case(f"made: {name}", "unit", _without_chance(make)) for name, make in units]
    return [*cases, *(Case(f"made: {name}", "panel", _without_chance(make)) for name, make in panels())]


def _without_chance(make: Callable[[], bytes]) -> Callable[[random.Random], bytes]:
    return lambda draw: make()
