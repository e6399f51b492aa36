"""A hospital's workbooks as somebody drops them, one by one or as a zip of their folder, within bounds."""

import zipfile
from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from optimizer.staffing.hospital.hospital import Hospital
from optimizer.workbook.file.declared import is_bounded
from optimizer.workbook.file.kind import MOST_UNPACKED
from optimizer.workbook.file.opened import opened_bytes
from optimizer.workbook.file.unreadable import UNREADABLE
from optimizer.workbook.hospital.read import HOSPITAL_FILE, read_hospital
from optimizer.workbook.hospital.sheets import CODE, FILE, UNITS, HospitalSource
from optimizer.workbook.table.faults import Fault, FaultyWorkbookError

MOST_FILES, MOST_PARTS = 150, 2_000
"""Workbooks of a hospital; what a zip may list besides, such as folders and what a system leaves in them."""
MOST_BYTES = 400_000_000
"""Bytes of all workbooks together, as they are unpacked from however many zips."""
PACKED, WORKBOOK = ".zip", ".xlsx"
LEFT_OVER = (".", "~$")
"""How files begin that a system or Excel leaves in a folder."""
LONGEST_NAME = 200
"""Bytes of a file's name, of which systems allow 255."""

Folder = Mapping[str, bytes]
"""The workbooks of a hospital by their names in the folder."""


def folder_of(files: Iterable[tuple[str, bytes]]) -> Folder:
    """Return the workbooks among some files and in zips of them. Raise FaultyWorkbookError with all that is wrong."""
    found: dict[str, bytes] = {}
    faults: list[Fault] = []
    for name, content in files:
        room = MOST_BYTES - sum(map(len, found.values()))
        try:
            for inner, workbook in _workbooks(name, content, room):
                if inner in found:
                    faults.append(Fault(inner, "", "there are two workbooks of this name", "leave one of them out"))
                found[inner] = workbook
        except FaultyWorkbookError as error:
            faults.extend(error.faults)
    if len(found) > MOST_FILES:
        faults.append(Fault("The folder", "", f"there are more than {MOST_FILES} workbooks", "keep to one hospital"))
    if not faults and HOSPITAL_FILE not in found:
        faults.append(Fault(HOSPITAL_FILE, "", "it is not among the files", "choose it too: it names all others"))
    if faults:
        raise FaultyWorkbookError(faults)
    return found


def read_folder(folder: Folder) -> Hospital:
    """Return the hospital that some workbooks are. Raise FaultyWorkbookError with all that is wrong in any of them."""
    with TemporaryDirectory() as place:
        for name, content in folder.items():
            (Path(place) / name).write_bytes(content)
        return read_hospital(Path(place))


def unit_files(folder: Folder, hospital: Hospital) -> Mapping[str, str]:
    """Return the name of the unit that each workbook of a hospital is of; that of the pool is of none."""
    book, unvalued = opened_bytes(folder[HOSPITAL_FILE], HOSPITAL_FILE)
    lines = HospitalSource(book, unvalued=unvalued).rows(UNITS)
    return {file: hospital.member_of[code].unit.name for row in lines if (file := row[FILE]) and (code := row[CODE])}


def _workbooks(name: str, content: bytes, room: int) -> Iterator[tuple[str, bytes]]:
    if name.casefold().endswith(PACKED):
        yield from _unpacked(name, content, room)
    elif _is_workbook(name):
        yield _own_name(name), content
    else:
        raise FaultyWorkbookError([Fault(name, "", "it is no workbook", "choose .xlsx files, or a zip of them")])


def _unpacked(name: str, content: bytes, room: int) -> Iterator[tuple[str, bytes]]:
    """Yield the workbooks of a zip by their own names, in whatever folder of it they are; nothing else is unpacked."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            parts = [part for part in archive.infolist() if _is_workbook(part.filename) and not part.is_dir()]
            _check(name, archive, parts, room)
            for part in parts:
                yield _own_name(part.filename), _content(archive, part)
    except UNREADABLE as error:
        raise FaultyWorkbookError([Fault(name, "", "the file is damaged", "zip the folder again")]) from error


def _content(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bytes:
    """Return what a part holds, never unpacked beyond the size that it declares: read whole, it is first unpacked."""
    if not is_bounded(part):
        raise zipfile.BadZipFile(f"{part.filename} is packed in a way that unpacks without bounds.")
    with archive.open(part) as packed:
        return packed.read(part.file_size)


def _own_name(path: str) -> str:
    """Return the name of a file, whichever system wrote its path."""
    return PurePosixPath(path.replace("\\", "/")).name


def _is_workbook(path: str) -> bool:
    name = _own_name(path)
    is_named_so = name.casefold().endswith(WORKBOOK) and not name.startswith(LEFT_OVER)
    return is_named_so and name.isprintable() and len(name.encode()) <= LONGEST_NAME


def _check(name: str, archive: zipfile.ZipFile, parts: list[zipfile.ZipInfo], room: int) -> None:
    """Refuse what would unpack to too much, by the sizes that the parts declare: one workbook, or more than the room.

    ``room`` is how many bytes are left for it beside the files before it.
    """
    sizes = [part.file_size for part in parts]
    if len(archive.infolist()) > MOST_PARTS or len(parts) > MOST_FILES:
        problem = f"it holds more than {MOST_FILES} workbooks or {MOST_PARTS:,} files"
        raise FaultyWorkbookError([Fault(name, "", problem, "zip the folder of one hospital alone")])
    if max(sizes, default=0) > MOST_UNPACKED or sum(sizes) > room:
        raise FaultyWorkbookError([Fault(name, "", "it is too big", "zip the folder of one hospital alone")])
