"""The words by which medicines are recognised: ingredients, brands, codes, and what labels and data say beside them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from optimizer.caseload.source import CitedSource

Named = tuple[str, ...]
"""The ingredients that a name or a code stands for; none when it is not known."""


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """The names of ingredients with their classes, other names for them, and what a label says beside them.

    ``brands`` and ``substances`` (of ATC) have one or several ingredients, ``products`` those of labeler and product of
    an NDC, nine digits. Members of a ``combined`` class are taken together on purpose. ``prefixes`` are classes by the
    beginning of an ATC code, ``phrases`` those by what a class in the data holds. ``asides`` may stand in brackets, and
    ``local`` words say that a medicine is for eye, ear or skin, which none of the lists is about, ``inhaled`` ones that
    it is breathed in.
    """

    classes: Mapping[str, tuple[str, ...]]
    combined: frozenset[str]
    synonyms: Mapping[str, str]
    forms: frozenset[str]
    salts: frozenset[str]
    source: CitedSource
    brands: Mapping[str, Named]
    products: Mapping[str, Named]
    substances: Mapping[str, Named]
    prefixes: Mapping[str, str]
    phrases: Mapping[str, str]
    asides: frozenset[str]
    local: frozenset[str]
    inhaled: frozenset[str]

    def named(self, name: str) -> str | None:
        """Return the ingredient of a name, None when it is none."""
        name = self.synonyms.get(name, name)
        return name if name in self.classes else None

    def naming(self, name: str) -> Named:
        """Return the ingredients of a name or a brand; a brand comes first, since users may say what a name means."""
        one = self.named(name)
        return self.brands.get(name) or ((one,) if one else ())

    def begun(self, code: str) -> tuple[str, ...]:
        """Return the classes that an ATC code begins with."""
        return tuple(group for prefix, group in self.prefixes.items() if code.startswith(prefix))

    def held(self, group: str) -> tuple[str, ...]:
        """Return the classes that a class in the data holds the words of."""
        words = f" {_folded(group)} "
        return tuple(dict.fromkeys(known for phrase, known in self.phrases.items() if f" {phrase} " in words))


def _folded(group: str) -> str:
    """Return words without hyphens and plurals: "DPP-4 Inhibitors" is "dpp 4 inhibitor"."""
    return " ".join(re.sub(r"(?<=\w\w\w)s$", "", word) for word in re.sub(r"[^a-z0-9]+", " ", group.casefold()).split())
