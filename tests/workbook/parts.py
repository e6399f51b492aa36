"""Workbooks changed below the cells: the parts of the archive, and its bytes."""

import re
import zipfile
from collections.abc import Callable
from io import BytesIO


def names(content: bytes) -> list[str]:
    """Return what the parts of a workbook are called."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return archive.namelist()


def with_part(content: bytes, part: str, change: Callable[[bytes], bytes | None]) -> bytes:
    """Return a workbook with one of its parts changed, or left out where the change comes to None."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            found = change(old.read(name)) if name == part else old.read(name)
            if found is not None:
                new.writestr(name, found)
    return out.getvalue()


def with_more(content: bytes, **parts: bytes) -> bytes:
    """Return a workbook with further parts, which may be called as others are."""
    out = BytesIO(content)
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return out.getvalue()


def packed(**parts: bytes | str) -> bytes:
    """Return an archive of these parts alone."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return file.getvalue()


def before_end(more: bytes) -> Callable[[bytes], bytes]:
    """Return what puts rows at the end of a sheet."""
    return lambda part: part.replace(b"</sheetData>", more + b"</sheetData>")


def behind(more: bytes) -> Callable[[bytes], bytes]:
    """Return what puts an element behind the rows, or in the place of merges."""
    return lambda part: re.sub(rb"(<mergeCells.*?</mergeCells>)|</sheetData>", lambda m: m[0] + more, part, count=1)
