"""What the commands print to, which may know fewer letters than names have."""

import codecs
import sys
from io import TextIOWrapper

ESCAPED = "escaped"


def escape_what_cannot_be_printed() -> None:
    """Have letters that a console does not know printed as the escapes of JSON, by which anybody can tell them."""
    codecs.register_error(ESCAPED, _escaped)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors=ESCAPED)


def _escaped(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    units = error.object[error.start : error.end].encode("utf-16-be", "surrogatepass")
    pairs = zip(units[::2], units[1::2], strict=True)
    return "".join(f"\\u{high:02x}{low:02x}" for high, low in pairs), error.end
