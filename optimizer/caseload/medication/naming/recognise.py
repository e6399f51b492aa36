"""Which ingredients a row of dispensing names: by name, label or brand, by its product code, or by its ATC code."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from optimizer.caseload.medication.fill import CODE, Fill, classes_of
from optimizer.caseload.medication.naming.label import ingredients, is_local, plain_text
from optimizer.caseload.medication.naming.product_code import is_numeric, product_code, why_no_code
from optimizer.caseload.medication.naming.strengths import beside
from optimizer.caseload.medication.naming.vocabulary import Named, Vocabulary

ATC = re.compile(r"[A-Z]\d{2}([A-Z]{1,2}(\d{2})?)?")
CLASS_CODE = re.compile(r"[A-Z]\d{2}[A-Z]{2}(\d{2})?")
"""An ATC code from the chemical subgroup on, as C10AA: a shorter one is of many purposes."""
SUBSTANCE = 7
"""The letters of an ATC code that names a substance; a shorter one is a class."""
UNKNOWN = "is not recognised"
LOCAL = "is for eye, ear, skin or another place, of which the lists say nothing"
MORE = "has strengths that are not of as many medicines as it names"
ALIKE = "insulin"
"""Members of this class are named in many ways, by species and by speed, so that two names need not differ."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a row names: ingredients, or why it is not recognised; ``restored`` tells that its code had lost zeros."""

    ingredients: Named
    why: str = ""
    restored: bool = False


def reading(fill: Fill, vocabulary: Vocabulary) -> Reading:
    """Return what a fill names by all that it says; where two of its names differ it is not recognised."""
    if _local(fill, vocabulary):
        return Reading((), LOCAL)
    found = _reading(fill.drug, fill.ndc, fill.atc, vocabulary)
    return found if not found.ingredients or beside(fill.form, len(found.ingredients)) else Reading((), MORE)


def _local(fill: Fill, vocabulary: Vocabulary) -> bool:
    """Tell whether form, route or label say that it works where it is applied; a user's own name says otherwise."""
    label = "" if vocabulary.naming(plain_text(fill.drug)) else fill.drug
    return is_local(" ".join((fill.form, fill.route, label)), vocabulary)


def read(fill: Fill, vocabulary: Vocabulary) -> Fill:
    """Return a fill by its ingredients, or under what it is called where it is not recognised."""
    return recognised(fill, vocabulary) or classified(fill, vocabulary)


def recognised(fill: Fill, vocabulary: Vocabulary) -> Fill | None:
    """Return a fill by the names of its ingredients, with their classes; None when it is not recognised.

    The text of a label tells of the form and the strength beside what the data have.
    """
    found = reading(fill, vocabulary).ingredients
    if not found:
        return None
    classes, doubled = _classes(found, fill.said, vocabulary)
    label = "" if is_numeric(fill.drug) else fill.drug
    form = " ".join(filter(None, (fill.form, label)))
    group = _purposes(fill.group, vocabulary)
    return replace(fill, drug="/".join(sorted(found)), group=group, form=form, classes=classes, doubled=doubled)


@lru_cache(maxsize=10_000)
def _purposes(group: str, vocabulary: Vocabulary) -> str:
    """Return the classes in the data that are as narrow as one purpose: an EPC, a known class, or an ATC code of one.

    "Cardiovascular agents" is none, and two of them are no duplication.
    """
    narrow = (
        each
        for each in classes_of(group)
        if CODE in group.casefold() or vocabulary.held(each) or CLASS_CODE.fullmatch(each.upper())
    )
    return "; ".join(narrow)


def classified(fill: Fill, vocabulary: Vocabulary) -> Fill:
    """Return a fill that is not recognised under what it is called, with the classes that its code or the data say.

    What works where it is applied has none of the classes, nor the name, of what works in the whole body.
    """
    if _local(fill, vocabulary):
        return replace(fill, drug=f"{fill.called} (local)", group="")
    codes = [code for each in (fill.atc, fill.drug) if ATC.fullmatch(code := each.strip().upper())]
    begun = (group for code in codes for group in vocabulary.begun(code))
    held = (group for each in fill.said for group in vocabulary.held(each))
    classes = tuple(dict.fromkeys((*begun, *held)))
    return replace(fill, drug=fill.called, classes=classes, doubled=_doubled(classes, vocabulary))


def means(fill: Fill, name: str, words: frozenset[str], vocabulary: Vocabulary) -> bool:
    """Tell whether some words mean an ingredient of a fill: by name, or by a class that is its own in a combination."""
    own = vocabulary.classes.get(name) if len(fill.ingredients) > 1 else None
    return name in words or not words.isdisjoint(fill.groups if own is None else own)


@lru_cache(maxsize=10_000)
def _reading(drug: str, ndc: str, atc: str, vocabulary: Vocabulary) -> Reading:
    ways = [_by_name(drug, vocabulary)] if drug else []
    ways += [_by_product(ndc, vocabulary)] if ndc else []
    ways += [_by_substance(atc, vocabulary)] if atc else []
    named = [way for way in ways if way.ingredients]
    if not named:
        return ways[0] if ways else Reading((), UNKNOWN)
    if not all(_alike(named[0].ingredients, way.ingredients, vocabulary) for way in named[1:]):
        return Reading((), f"and its code {ndc or atc} name different medicines")
    return replace(named[0], restored=any(way.restored for way in named))


def _by_name(text: str, vocabulary: Vocabulary) -> Reading:
    if named := ingredients(text, vocabulary):
        return Reading(named)
    if is_numeric(text):
        return _by_product(text, vocabulary)
    return _by_substance(text, vocabulary) if ATC.fullmatch(text.strip().upper()) else Reading((), UNKNOWN)


def _by_product(text: str, vocabulary: Vocabulary) -> Reading:
    code = product_code(text)
    if code is None:
        return Reading((), why_no_code(text))
    found = vocabulary.products.get(code.product, ())
    whole = vocabulary.products.get("".join(text.split()), found)
    if code.restored and whole != found:  # nine digits may also be a labeler and a product without their package
        return Reading((), "may be a code that lost its zeros, or one without its package: write eleven digits")
    return Reading(found, "" if found else "is a product code that is not recognised", code.restored)


def _by_substance(text: str, vocabulary: Vocabulary) -> Reading:
    code = text.strip().upper()
    if len(code) < SUBSTANCE and ATC.fullmatch(code):
        return Reading((), "is the code of a class and names no ingredient")
    found = vocabulary.substances.get(code, ())
    return Reading(found, "" if found else UNKNOWN)


def _alike(one: Named, other: Named, vocabulary: Vocabulary) -> bool:
    insulins = all(ALIKE in vocabulary.classes[each] for each in (*one, *other))
    return insulins or {*one} == {*other}


@lru_cache(maxsize=10_000)
def _classes(found: Named, said: tuple[str, ...], vocabulary: Vocabulary) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the classes of some ingredients and of the data, and those of which two at once are a duplication."""
    own = tuple(dict.fromkeys(group for each in found for group in vocabulary.classes[each]))
    classes = tuple(dict.fromkeys((*own, *(group for each in said for group in vocabulary.held(each)))))
    return classes, _doubled(own, vocabulary)


def _doubled(classes: tuple[str, ...], vocabulary: Vocabulary) -> tuple[str, ...]:
    return tuple(group for group in classes if group not in vocabulary.combined)
