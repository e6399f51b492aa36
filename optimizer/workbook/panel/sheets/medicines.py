"""The sheets Drug names, QT list and Drug pairs: what a user says of medicines beside our lists."""

from collections.abc import Iterable, Iterator
from typing import Any

from optimizer.caseload.medication.fill import plain as plain_name
from optimizer.caseload.medication.naming.vocabulary import Vocabulary
from optimizer.caseload.medication.own import OwnName, OwnPair
from optimizer.caseload.panel import Panel
from optimizer.caseload.presets.ingredients import vocabulary, vocabulary_with
from optimizer.caseload.risk.condition import Condition
from optimizer.workbook.panel.source import PanelSource
from optimizer.workbook.table.codecs import TEXT, plain
from optimizer.workbook.table.faults import meant
from optimizer.workbook.table.parse import UnreadableError, text
from optimizer.workbook.table.sheet import CellValues, Column, Sheet
from optimizer.workbook.table.table import SheetRow

NONE = "none"


def _parts(between: str) -> Any:
    """Return a parser for names with something between, in small letters."""

    def parse(value: Any) -> tuple[str, ...]:
        found = tuple(dict.fromkeys(name for part in text(value).split(between) if (name := plain_name(part))))
        if not found:
            raise UnreadableError(f"'{value}' names nothing", "write a name")
        return found

    return parse


NAME = Column("Name", "A text, NDC or ATC code, as it stands in your data.", TEXT, required=True, width=28)
INGREDIENTS = Column(
    "Ingredients",
    "What it is, several with / between, by the names of the NDC directory.",
    plain(_parts("/"), "/".join),
    required=True,
    width=30,
)
CLASSES = Column(
    "Classes",
    "Only for an ingredient that is not known here: its classes with semicolons between, or none.",
    plain(_parts(";"), "; ".join),
    width=30,
)
DRUG_NAMES = Sheet(
    "Drug names",
    "Names and codes of your own data, with the ingredients they stand for. They come before our list.",
    (NAME, INGREDIENTS, CLASSES),
)
PROLONGS = Column("Ingredient", "One of your own list of those that prolong QT.", TEXT, required=True, width=24)
QT_LIST = Sheet(
    "QT list",
    "Ingredients that prolong QT, by a list of your own (the published ones may not be passed on). Two of them on hand "
    "together are an interaction; without a list none is looked for.",
    (PROLONGS,),
)
ONE = Column("One", "An ingredient or a class.", TEXT, required=True, width=24)
OTHER = Column("With", "An ingredient, a class, or a condition as on the sheet Risk.", TEXT, required=True, width=30)
WHY = Column("Why", "In words, with your source.", TEXT, required=True, width=50)
DRUG_PAIRS = Sheet(
    "Drug pairs",
    "Pairs of your own to be looked at, beside our list: two medicines, or a medicine and a condition.",
    (ONE, OTHER, WHY),
)


def read_names(source: PanelSource) -> tuple[OwnName, ...]:
    """Return the names and codes of a user's own list."""
    found: dict[str, OwnName] = {}
    for row in source.rows(DRUG_NAMES):
        name, named, classes = row[NAME], row[INGREDIENTS], row[CLASSES]
        if name is not None and name.casefold() in found:
            row.fault(NAME, f"'{name}' stands twice", "leave one of them")
        for each in named or ():
            if classes is None and vocabulary().named(each) is None:
                known = meant(each, vocabulary().classes)
                row.fault(INGREDIENTS, f"'{each}' is no ingredient that is known here", f"{known} Or write its classes")
        if row.ok and name is not None and named is not None:
            own = () if classes in (None, (NONE,)) else tuple(_class(each) for each in classes or ())
            found[name.casefold()] = OwnName(name, named, own)
    return tuple(found.values())


def read_prolonging(source: PanelSource, names: tuple[OwnName, ...]) -> tuple[str, ...]:
    """Return the ingredients of a user's QT list."""
    words, found = vocabulary_with(names), dict[str, None]()
    for row in source.rows(QT_LIST):
        said = row[PROLONGS]
        named = None if said is None else words.named(plain_name(said))
        if said is not None and named is None:
            row.fault(PROLONGS, f"'{said}' is no ingredient that is known here", meant(said, words.classes))
        elif named is not None:
            found[named] = None
    return tuple(found)


def read_pairs(source: PanelSource, names: tuple[OwnName, ...]) -> tuple[OwnPair, ...]:
    """Return a user's own pairs, by ingredient, class or condition."""
    words = vocabulary_with(names)
    return tuple(pair for row in source.rows(DRUG_PAIRS) if (pair := _pair(row, words)) is not None)


def name_lines(panel: Panel) -> Iterator[CellValues]:
    """Yield a user's own names."""
    for each in panel.medicines.names:
        unknown = any(vocabulary().named(name) is None for name in each.ingredients)
        classes = each.classes or ((NONE,) if unknown else None)
        yield DRUG_NAMES.line(values={NAME: each.name, INGREDIENTS: each.ingredients, CLASSES: classes})


def prolonging_lines(panel: Panel) -> Iterator[CellValues]:
    """Yield a user's QT list."""
    return (QT_LIST.line(values={PROLONGS: each}) for each in panel.medicines.prolonging)


def pair_lines(panel: Panel) -> Iterator[CellValues]:
    """Yield a user's own pairs."""
    return (DRUG_PAIRS.line(values={ONE: e.one, OTHER: e.other, WHY: e.why}) for e in panel.medicines.pairs)


def _pair(row: SheetRow, words: Vocabulary) -> OwnPair | None:
    said, conditions = (row[ONE], row[OTHER]), [*Condition]
    for column, each, more in ((ONE, said[0], []), (OTHER, said[1], conditions)):
        if each is not None and _medicine(each, words) is None and each.casefold() not in _folded(more):
            known = (*words.classes, *_classes(words), *more)
            row.fault(column, f"'{each}' is nothing that is known here", meant(each, known))
    one, other, why = *said, row[WHY]
    if not row.ok or one is None or other is None or why is None:
        return None
    return OwnPair(_medicine(one, words) or one, _medicine(other, words) or other.casefold(), why)


def _medicine(said: str, words: Vocabulary) -> str | None:
    """Return an ingredient or a class by its name."""
    name = plain_name(said)
    held = words.held(name)
    return words.named(name) or (name if name in _classes(words) else held[0] if held else None)


def _classes(words: Vocabulary) -> frozenset[str]:
    return frozenset(group for groups in words.classes.values() for group in groups)


def _class(said: str) -> str:
    held = vocabulary().held(said)
    return held[0] if held else said


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word.casefold() for word in words)
