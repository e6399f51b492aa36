"""A workbook that is worked with: opened once however often it is looked at, and saved once when it is changed."""

from functools import cached_property
from pathlib import Path

from openpyxl.workbook import Workbook

from optimizer.workbook.file.formulas import has_formulas
from optimizer.workbook.file.opened import WORKBOOK, Opened, bytes_of, load_bytes, opened_from


class Book:
    """The bytes of a workbook, opened when it is first looked at; what is wrong with the file is told then.

    Without formulas it is opened once, with formulas twice: for them, and for what they came to.
    """

    def __init__(self, content: bytes, name: str = WORKBOOK) -> None:
        self.content, self.name = content, name

    @classmethod
    def at(cls, path: Path) -> "Book":
        """Return the workbook in a file. Raise FaultyWorkbookError when it cannot be read."""
        return cls(bytes_of(path), path.name)

    @cached_property
    def opened(self) -> Opened:
        """Return what formulas came to, and where they came to nothing."""
        return opened_from(self.values, self._formulas)

    @cached_property
    def values(self) -> Workbook:
        """Return the workbook as it is read: what its formulas came to."""
        return load_bytes(self.content, self.name, values=True)

    @cached_property
    def _formulas(self) -> Workbook:
        """Return the workbook with its formulas, the same one where it has none."""
        if not has_formulas(self.content):
            return self.values
        return load_bytes(self.content, self.name, values=False)

    def to_change(self) -> Workbook:
        """Return the workbook with its formulas, to be changed; who looks at this book again finds it unchanged."""
        book = self._formulas
        del self._formulas
        if book is self.values:
            del self.values
        vars(self).pop("opened", None)
        return book
