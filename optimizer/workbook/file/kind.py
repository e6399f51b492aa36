"""What a file is before it is opened as a workbook, told by its first bytes and its size."""

import zipfile
from collections.abc import Iterable
from io import BytesIO

from optimizer.workbook.file.declared import MOST_TIMES, is_bounded, understated
from optimizer.workbook.file.unreadable import UNREADABLE
from optimizer.workbook.table.faults import Fault

OLD_CONTAINER = bytes.fromhex("d0cf11e0a1b11ae1")
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
MOST_UNPACKED = 100_000_000
"""How many bytes a workbook may have once it is unpacked."""
AS_XLSX = "save it from Excel as .xlsx"
TOO_BIG = "keep to the sheets of one unit and one planning period"


def file_fault(name: str, content: bytes) -> Fault | None:
    """Return why a file cannot be opened as a workbook, None when nothing speaks against it."""
    if not content:
        return Fault(name, "", "the file is empty", "choose the workbook itself")
    if content.startswith(OLD_CONTAINER):
        return _old_container(name, content)
    if not zipfile.is_zipfile(BytesIO(content)):
        return Fault(name, "", "this is not an Excel workbook that can be read", AS_XLSX)
    return _packed(name, content)


def _old_container(name: str, content: bytes) -> Fault:
    if ENCRYPTED in content:
        return Fault(name, "", "the workbook is protected by a password", "take the password off in Excel and save it")
    return Fault(name, "", "this is a file of an old Office program, such as an .xls", AS_XLSX)


def _packed(name: str, content: bytes) -> Fault | None:
    try:
        parts = zipfile.ZipFile(BytesIO(content)).infolist()
    except UNREADABLE:
        return Fault(name, "", "the file is damaged", "save it again from Excel as .xlsx")
    if "[Content_Types].xml" not in {part.filename for part in parts}:
        return Fault(name, "", "this is not an Excel workbook that can be read", AS_XLSX)
    if sum(part.file_size for part in parts) > MOST_UNPACKED:
        return Fault(name, "", "the workbook is too big", TOO_BIG)
    if not _as_declared(content, parts):
        return Fault(name, "", "the file is damaged", "save it again from Excel as .xlsx")
    return None


def _as_declared(content: bytes, parts: Iterable[zipfile.ZipInfo]) -> bool:
    """Tell whether no part unpacks to more than it declares; what is too small for that is not looked into."""
    if not all(map(is_bounded, parts)):
        return False
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return len(content) * MOST_TIMES <= MOST_UNPACKED or not any(understated(archive, part) for part in parts)
