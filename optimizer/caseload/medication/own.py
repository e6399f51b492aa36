"""What users say of medicines themselves: names and codes, pairs, and which of them prolong QT."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from optimizer.caseload.medication.burden import Dose
from optimizer.caseload.medication.complexity import Regimen


@dataclass(frozen=True, slots=True)
class OwnName:
    """A name, label, NDC or ATC code by a user's own list: what it stands for.

    ``ingredients`` are in small letters; ``classes`` are those of an ingredient that we do not know.
    """

    name: str
    ingredients: tuple[str, ...]
    classes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OwnPair:
    """Two that a user wants looked at together: an ingredient or a class, with another or with a condition."""

    one: str
    other: str
    why: str


@dataclass(frozen=True, slots=True)
class PanelMedicines:
    """What a panel says of medicines beside what was dispensed.

    ``prolonging`` are the ingredients that prolong QT. ``regimens`` and ``doses`` are by patient: of whom is missing in
    them nothing is known, and a panel that keeps none asks nobody for them.
    """

    names: tuple[OwnName, ...] = ()
    pairs: tuple[OwnPair, ...] = ()
    prolonging: tuple[str, ...] = ()
    regimens: Mapping[str, Sequence[Regimen]] = field(default_factory=dict, hash=False)
    doses: Mapping[str, Sequence[Dose]] = field(default_factory=dict, hash=False)


NO_OWN = PanelMedicines()
