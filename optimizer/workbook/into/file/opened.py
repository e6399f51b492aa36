"""Her file opened to be written into, or the sentence that says why it cannot be."""

import zipfile
from io import BytesIO

from optimizer.workbook.file.kind import OLD_CONTAINER
from optimizer.workbook.file.unreadable import UNREADABLE
from optimizer.workbook.into.file.own_sheet import OwnSheet
from optimizer.workbook.into.file.own_text import OwnText
from optimizer.workbook.into.file.own_workbook import OwnWorkbook
from optimizer.workbook.into.file.refused import CannotWriteError


def opened(content: bytes, title: str | None) -> OwnSheet:
    """Return a sheet of a file. Raise CannotWriteError for a kind of file that could not be kept whole."""
    if content.startswith(OLD_CONTAINER):
        raise _other_kind("an .xls of an old Excel")
    if not content.startswith(b"PK"):
        return OwnText(content)
    try:
        names = zipfile.ZipFile(BytesIO(content)).namelist()
    except UNREADABLE as error:
        raise CannotWriteError("The file is damaged; save it again from Excel as .xlsx.") from error
    if "content.xml" in names:
        raise _other_kind("an .ods of OpenOffice")
    if any(name.endswith("/workbook.bin") for name in names):
        raise _other_kind("an .xlsb")
    return OwnWorkbook(content, title)


def _other_kind(kind: str) -> CannotWriteError:
    return CannotWriteError(
        f"The roster is {kind}, which cannot be changed without loss; save it as .xlsx, and write into that."
    )
