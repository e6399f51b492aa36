"""The words by which medicines are recognised, and those that a user adds."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache, lru_cache
from importlib.resources import files

from optimizer.caseload.medication.naming.label import plain_text
from optimizer.caseload.medication.naming.product_code import product_code
from optimizer.caseload.medication.naming.vocabulary import Named, Vocabulary
from optimizer.caseload.medication.own import OwnName
from optimizer.caseload.presets import read, source_of

BETWEEN = "/"


@cache
def vocabulary() -> Vocabulary:
    """Return the names, their classes, other names for them, codes, and what a label says beside them."""
    data, atc = read("ingredients"), read("atc")
    classes: dict[str, tuple[str, ...]] = dict.fromkeys(data["others"]["drugs"], ())
    for group, drugs in (*data["classes"].items(), *data["combined"].items()):
        classes |= {drug: (*classes.get(drug, ()), group) for drug in drugs}
    label = data["label"]
    substances = {
        f"{group}{number}": tuple(named.split(BETWEEN))
        for group, members in atc["codes"].items()
        for number, named in members.items()
    }
    return Vocabulary(
        classes, frozenset(data["combined"]), data["synonyms"], frozenset(label["forms"]), frozenset(label["salts"]),
        source_of(data), {**dict(_brands()), **_other_brands(data["brands"])}, dict(_products()), substances,
        atc["prefixes"], data["phrases"], frozenset(label["asides"]), frozenset(label["local"]),
        frozenset(label["inhaled"]),
    )  # fmt: skip


@lru_cache(maxsize=8)
def vocabulary_with(own: tuple[OwnName, ...]) -> Vocabulary:
    """Return the vocabulary with a user's own names and codes, which come first."""
    known = vocabulary()
    if not own:
        return known
    brands, products, substances = dict(known.brands), dict(known.products), dict(known.substances)
    classes = dict(known.classes)
    for each in own:
        classes |= {name: tuple(each.classes) for name in each.ingredients if known.named(name) is None}
        named = tuple(known.named(name) or name for name in each.ingredients)
        code = product_code(each.name)
        if code:
            products[code.product] = named
        brands[plain_text(each.name)] = substances[each.name.upper()] = named
    return replace(known, classes=classes, brands=brands, products=products, substances=substances)


def _other_brands(brands: Mapping[str, str]) -> dict[str, Named]:
    """Return the names of products that the directory does not have: of later years, and sold without prescription."""
    return {brand: tuple(named.split(BETWEEN)) for brand, named in brands.items()}


def _brands() -> Iterator[tuple[str, Named]]:
    for named, brands in _rows("brands"):
        yield from ((brand, named) for brand in brands.split(", "))


def _products() -> Iterator[tuple[str, Named]]:
    for named, codes in _rows("products"):
        for labeler, _, products in (part.partition(":") for part in codes.split()):
            yield from ((labeler + product, named) for product in products.split(","))


def _rows(name: str) -> Iterator[tuple[Named, str]]:
    """Yield the ingredients of every row of a list, and what stands for them."""
    text = (files("optimizer.caseload.presets") / f"{name}.txt").read_text(encoding="utf-8")
    for row in text.splitlines():
        named, _, rest = row.partition("\t")
        yield tuple(named.split(BETWEEN)), rest
