"""What a pharmacy dispensed, one row a fill."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cache

VOCABULARY = re.compile(r"\[(epc|moa|pe|cs|ext|chemical[^\]]*)\]", re.IGNORECASE)
CODE = "[epc]"
"""The only vocabulary of the NDC directory whose classes are purposes; what a medicine does or is made of is none."""


ClaimKey = tuple[str, date, str, str, str]
"""Whose, when, what, by which prescription, and where."""


class FillStatus(StrEnum):
    """What became of a claim.

    A reversed claim was taken back and stands in its own row; a reversal is a row that takes another one back.
    """

    PAID = "paid"
    REVERSED = "reversed"
    REVERSAL = "reversal"


@dataclass(frozen=True, slots=True)
class Fill:
    """One fill of one patient.

    ``drug`` is its name, label or brand, "" where only codes tell it; once recognised, the ingredients with "/" between
    them. ``group`` is its class by whatever system the data use, or several with semicolons between. ``days`` is the
    days of supply and ``quantity`` thousandths of a unit. ``prescription`` is its number and ``form`` the dose form,
    such as "tablet ER"; both are empty where the data have none. ``classes`` are those of recognised ingredients,
    ``doubled`` those of them of which two at once are a duplication. ``place`` is the cell that tells the drug. ``ndc``
    is the product's code and ``atc`` the substance's, as they stand in the data; ``route`` is such as "oral".
    """

    patient: str
    filled: date
    drug: str
    group: str
    days: int
    quantity: int = 0
    prescriber: str = ""
    pharmacy: str = ""
    prescription: str = ""
    form: str = ""
    status: FillStatus = FillStatus.PAID
    classes: tuple[str, ...] = ()
    doubled: tuple[str, ...] = ()
    place: str = field(default="", compare=False)
    ndc: str = ""
    atc: str = ""
    route: str = ""

    @property
    def called(self) -> str:
        """Return what it is called in the data."""
        return " ".join((self.drug or self.ndc or self.atc).split())

    @property
    def said(self) -> tuple[str, ...]:
        """Return its classes by the data."""
        return classes_of(self.group)

    @property
    def groups(self) -> frozenset[str]:
        """Return its classes, by the data and by its ingredients."""
        return groups_of(self.group, self.classes)

    @property
    def ingredients(self) -> tuple[str, ...]:
        """Return the active ingredients, in lower case."""
        return ingredients_of(self.drug)

    @property
    def course(self) -> tuple[str, ...]:
        """Return what its refills share: the prescription, and without a number the drug and who prescribes it."""
        return (self.prescription,) if self.prescription else (plain(self.called), self.prescriber)

    @property
    def claim(self) -> ClaimKey:
        """Return what a reversal shares with the claim that it takes back."""
        return self.patient, self.filled, plain(self.called), self.prescription, self.pharmacy


@cache
def plain(name: str) -> str:
    """Return a drug or class in lower case, without the mark of its vocabulary: "Biguanide [EPC]" is "biguanide"."""
    return " ".join(name.split("[", maxsplit=1)[0].casefold().split())


@cache
def ingredients_of(drug: str) -> tuple[str, ...]:
    """Return the ingredients of a drug, each once."""
    return tuple(dict.fromkeys(plain(part) for part in drug.split("/") if plain(part)))


@cache
def groups_of(group: str, classes: tuple[str, ...]) -> frozenset[str]:
    """Return the classes of a fill by those that the data and its ingredients have."""
    return frozenset({*classes_of(group), *classes})


@cache
def classes_of(group: str) -> tuple[str, ...]:
    """Return the classes of a cell: those between semicolons, and between commas where each has its vocabulary.

    "Biguanide [EPC], Decreased glucose [PE]" is "biguanide": what a medicine does or is made of is no purpose.
    """
    parts = re.split(r"[;|]|(?<=\]),", group)
    wanted = (part for part in parts if VOCABULARY.search(part) is None or CODE in part.casefold())
    return tuple(dict.fromkeys(name for part in wanted if (name := plain(part))))


def standing(fills: Iterable[Fill]) -> tuple[Fill, ...]:
    """Return the claims that supply at least a day, in order of date."""
    return tuple(sorted((each for each in claims(fills) if each.days > 0), key=lambda fill: fill.filled))


def stray_reversals(fills: Iterable[Fill]) -> tuple[Fill, ...]:
    """Return the reversals that take back a claim which is not among the fills: what they are of still counts."""
    return _settled(fills)[1]


def claims(fills: Iterable[Fill]) -> tuple[Fill, ...]:
    """Return the fills that stand: no reversed claim, no reversal and not the claim it takes back."""
    return _settled(fills)[0]


def _settled(fills: Iterable[Fill]) -> tuple[tuple[Fill, ...], tuple[Fill, ...]]:
    """Return the claims that stand, and the reversals that take none of them back."""
    fills = tuple(fills)
    left = {place: fill for place, fill in enumerate(fills) if fill.status is FillStatus.PAID}
    places: dict[ClaimKey, list[int]] = defaultdict(list)
    for place, fill in left.items():
        places[fill.claim].append(place)
    stray: list[Fill] = []
    for reversal in (fill for fill in fills if fill.status is FillStatus.REVERSAL):
        same = [place for place in places[reversal.claim] if place in left and _whole(left[place], reversal)]
        if same:
            del left[min(same, key=lambda place: _differs(left[place], reversal))]
        else:
            stray.append(reversal)
    return tuple(left.values()), tuple(stray)


def _differs(claim: Fill, reversal: Fill) -> int:
    return (claim.quantity != reversal.quantity) + (claim.days != reversal.days)


def _whole(claim: Fill, reversal: Fill) -> bool:
    """Tell whether a reversal takes back all that was dispensed, as far as both tell how much that was.

    One by the number of a prescription need not tell days of supply, as B2 of NCPDP D.0 does not.
    """
    same = claim.days == reversal.days or (reversal.prescription != "" and not reversal.days)
    return same and (claim.quantity == reversal.quantity or not (claim.quantity and reversal.quantity))
