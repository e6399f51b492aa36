"""How complicated a regimen is: the Medication Regimen Complexity Index (MRCI, George 2004), in half points."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from optimizer.caseload.source import CitedSource

HIGH = 2 * 25
"""Half points from which a regimen is complicated: a mean of home care and one standard deviation."""


class Frequency(NamedTuple):
    """Half points of a frequency, taken regularly and as needed; None where the table has no such entry."""

    regular: int | None
    as_needed: int | None


@dataclass(frozen=True, slots=True)
class Complexities:
    """The table of the index: form to its row and half points, frequency and direction to half points."""

    forms: Mapping[str, tuple[str, int]]
    frequencies: Mapping[str, Frequency]
    directions: Mapping[str, int]
    source: CitedSource


@dataclass(frozen=True, slots=True)
class Regimen:
    """How one medicine is taken: its form, how often, whether only as needed, and further directions."""

    drug: str
    form: str
    frequency: str
    as_needed: bool = False
    directions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Complexity:
    """Half points for forms, frequencies and directions; ``unlisted`` is what the table does not know."""

    forms: int
    frequencies: int
    directions: int
    unlisted: tuple[str, ...]

    @property
    def halves(self) -> int:
        """Return all half points."""
        return self.forms + self.frequencies + self.directions

    @property
    def points(self) -> str:
        """Return the points as "27" or "27.5"."""
        return f"{self.halves / 2:g}"

    @property
    def high(self) -> bool:
        """Tell whether the regimen is complicated."""
        return self.halves >= HIGH


def complexity(regimens: Iterable[Regimen], table: Complexities) -> Complexity:
    """Return the index of one patient's regimens; every form counts once, whatever number of medicines has it."""
    regimens = [*regimens]
    rows = {table.forms[each.form] for each in regimens if each.form in table.forms}
    taken = [_halves(each, table) for each in regimens]
    directed = [table.directions.get(word, 0) for each in regimens for word in each.directions]
    unlisted = tuple(word for each in regimens for word in _unlisted(each, table))
    return Complexity(sum(halves for _, halves in rows), sum(each or 0 for each in taken), sum(directed), unlisted)


def _halves(regimen: Regimen, table: Complexities) -> int | None:
    frequency = table.frequencies.get(regimen.frequency)
    if frequency is None:
        return None
    return frequency.as_needed if regimen.as_needed else frequency.regular


def _unlisted(regimen: Regimen, table: Complexities) -> Iterator[str]:
    if regimen.form not in table.forms:
        yield f"form '{regimen.form}' of {regimen.drug}"
    if _halves(regimen, table) is None:
        yield f"frequency '{regimen.frequency}{' as needed' * regimen.as_needed}' of {regimen.drug}"
    yield from (f"direction '{each}' of {regimen.drug}" for each in regimen.directions if each not in table.directions)
