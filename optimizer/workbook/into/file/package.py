"""The parts of a packed workbook: which of them is a sheet, and the package again with some parts changed."""

import io
import posixpath
import re
import zipfile
from dataclasses import dataclass
from functools import cached_property

from optimizer.workbook.file.unreadable import UNREADABLE
from optimizer.workbook.into.file.refused import CannotWriteError
from optimizer.workbook.into.file.xml import Element, attribute, elements, opening, spliced

RELATIONS = frozenset({"Relationship"})
BEFORE_CALCULATION = frozenset({"sheets", "functionGroups", "externalReferences", "definedNames"})
CHAIN = re.compile(rb"<(?:\w+:)?(?:Relationship|Override)\b[^>]*calcChain[^>]*?(?:/>|>\s*</[^>]*>)")
MOST_SHEET = 150_000_000


@dataclass(frozen=True)
class Package:
    """A packed workbook as bytes."""

    content: bytes

    @cached_property
    def _zip(self) -> zipfile.ZipFile:
        return zipfile.ZipFile(io.BytesIO(self.content))

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Return the names of the parts."""
        return tuple(self._zip.namelist())

    def read(self, name: str) -> bytes:
        """Return a part. Raise CannotWriteError for one that is missing or too big."""
        try:
            if self._zip.getinfo(name).file_size > MOST_SHEET:
                raise CannotWriteError("The sheet is bigger than any roster; keep to the sheets of one unit.")
            return self._zip.read(name)
        except (KeyError, *UNREADABLE) as error:
            raise CannotWriteError(f"The workbook is damaged: {name} cannot be read; save it again.") from error

    @cached_property
    def book(self) -> str:
        """Return the name of the part that lists the sheets."""
        for relation in elements(self.read("_rels/.rels"), RELATIONS):
            if (attribute(relation.attributes, "Type") or "").endswith("/officeDocument"):
                return (attribute(relation.attributes, "Target") or "").lstrip("/")
        raise CannotWriteError("The file is no Excel workbook; save it as .xlsx, and write into that.")

    @cached_property
    def relations(self) -> str:
        """Return the name of the part that tells which part is which sheet."""
        folder, name = posixpath.split(self.book)
        return posixpath.join(folder, "_rels", f"{name}.rels")

    def sheet_element(self, title: str | None) -> Element:
        """Return how the workbook lists a sheet."""
        for sheet in elements(self.read(self.book), frozenset({"sheet"})):
            if sheet.path[-1:] == ("sheets",) and title in (None, sheet.attributes.get("name")):
                return sheet
        raise CannotWriteError(f"The workbook has no sheet {title}.")

    def sheet_part(self, title: str | None) -> str:
        """Return the name of a sheet's part."""
        wanted = attribute(self.sheet_element(title).attributes, "id")
        for relation in elements(self.read(self.relations), RELATIONS):
            if attribute(relation.attributes, "Id") == wanted:
                return _joined(self.book, attribute(relation.attributes, "Target") or "")
        raise CannotWriteError(f"The workbook is damaged: the sheet {title} has no cells; save it again.")

    def part_of(self, kind: str) -> str | None:
        """Return the name of the workbook's one part of a kind, such as styles."""
        for relation in elements(self.read(self.relations), RELATIONS):
            if (attribute(relation.attributes, "Type") or "").endswith(f"/{kind}"):
                return _joined(self.book, attribute(relation.attributes, "Target") or "")
        return None

    def with_parts(self, changed: dict[str, bytes], dropped: frozenset[str] = frozenset()) -> bytes:
        """Return the package with some parts changed and some left out; all others are what they were."""
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as packed:
            for part in self._zip.infolist():
                if part.filename not in dropped:
                    packed.writestr(part, changed.get(part.filename) or self._zip.read(part), part.compress_type)
        return out.getvalue()


def _joined(book: str, target: str) -> str:
    if target.startswith("/"):
        return target[1:]
    return posixpath.normpath(posixpath.join(posixpath.dirname(book), target))


def calculated_anew(book: bytes) -> bytes:
    """Return the part of the workbook so that programs work every formula out again when they open it."""
    found = elements(book, BEFORE_CALCULATION | {"calcPr"})
    calculation = next((each for each in found if each.name == "calcPr"), None)
    if calculation:
        attributes = {**calculation.attributes, "fullCalcOnLoad": "1"}
        tag = opening(calculation.tag, attributes, closed=True)
        return spliced(book, [(calculation.start, calculation.end, tag.encode())])
    last = max((each for each in found if len(each.path) == 1), key=lambda each: each.end)
    tag = opening(f"{last.prefix}calcPr", {"fullCalcOnLoad": "1"}, closed=True)
    return spliced(book, [(last.end, last.end, tag.encode())])


def without_chain(part: bytes) -> bytes:
    """Return a part that lists parts without the order of calculation, which Excel makes anew."""
    return CHAIN.sub(b"", part)
