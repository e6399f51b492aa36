"""Whether the parts of a packed file are as large as they say, by which it is judged before anything unpacks it.

Who reads a part whole unpacks all of it first and cuts it to its declared size then.
"""

import zipfile
from contextlib import suppress
from copy import copy

from optimizer.workbook.file.unreadable import UNREADABLE

BOUNDED = zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED
"""The packings of which no more is unpacked than is asked for; spreadsheet programs know no others."""
MOST_TIMES = 1_032
"""How many times its packed size a part can have at most, in these packings."""
PIECE = 1 << 20


def is_bounded(part: zipfile.ZipInfo) -> bool:
    """Tell whether a part is packed so that some of it can be unpacked without the rest."""
    return part.compress_type in BOUNDED


def understated(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    """Tell whether a part holds more than it declares; a damaged one is told by who reads it."""
    longer = copy(part)
    longer.file_size, longer.CRC = part.file_size + 1, None  # type: ignore[assignment]  # of a part of it, none is known
    size = 0
    with suppress(*UNREADABLE), archive.open(longer) as packed:
        while piece := packed.read(PIECE):
            size += len(piece)
    return size > part.file_size
