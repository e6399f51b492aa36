"""Names and codes in any script: each run of letters in a font that has them, right-to-left ones as they are read.

DejaVu comes with us and is put into the file; it has the letters of Europe, of Hebrew, Arabic and more. For others a
font of the machine is put into the file where one is found; those of East Asia fall back on the fonts of the reader.
"""

from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from itertools import groupby
from xml.sax.saxutils import escape

from arabic_reshaper import reshape
from bidi.algorithm import get_display
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.pdfmetrics import registerFont, stringWidth
from reportlab.pdfbase.ttfonts import TTFont

from optimizer.workbook.report.pdf.machine_fonts import machine_fonts

PLAIN, BOLD = "DejaVuSansCondensed", "DejaVuSansCondensed-Bold"
EASTERN = (
    ("HYGothic-Medium", "\u1100", "\ud7ff"),
    ("HeiseiKakuGo-W5", "\u3040", "\u30ff"),
    ("STSong-Light", "\u2e80", "\uffef"),
)
"""The fonts of readers, and the letters that each is taken for."""


@lru_cache(maxsize=1)
def _own() -> dict[str, frozenset[int]]:
    """Register the fonts that come with us and return their letters."""
    found = {}
    for name in (PLAIN, BOLD):
        font = TTFont(name, str(files("optimizer.workbook.report.pdf") / "fonts" / f"{name}.ttf"))
        registerFont(font)
        found[name] = frozenset(font.face.charToGlyph)
    return found


@lru_cache(maxsize=20_000)
def font_of(letter: str, bold: bool) -> str:
    """Return the font for a letter."""
    own = BOLD if bold else PLAIN
    if ord(letter) in _own()[own]:
        return own
    for name, letters in machine_fonts():
        if ord(letter) in letters:
            return name
    for name, first, last in EASTERN:
        if first <= letter <= last:
            registerFont(UnicodeCIDFont(name))
            return name
    return own


def has_font(letter: str) -> bool:
    """Tell whether any font has a letter."""
    found = font_of(letter, False)
    return found != PLAIN or ord(letter) in _own()[PLAIN]


def runs(text: str, *, bold: bool = False) -> Iterator[tuple[str, str]]:
    """Yield a text in its order on paper, as pieces with the font of each."""
    shown = str(get_display(reshape(text))) if any("\u0590" <= letter <= "\u08ff" for letter in text) else text
    for font, letters in groupby(shown, key=lambda letter: font_of(letter, bold)):
        yield font, "".join(letters)


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """Return how wide a text is in points."""
    return sum(float(stringWidth(piece, font, size)) for font, piece in runs(text, bold=bold))


def cut(text: str, size: float, most: float, *, bold: bool = False) -> str:
    """Return as much of a text as fits, with three dots where some is left out."""
    if width_of(text, size, bold=bold) <= most:
        return text
    while text and width_of(text + "…", size, bold=bold) > most:
        text = text[:-1]
    return text.rstrip() + "…"


def marked(text: str, *, bold: bool = False) -> str:
    """Return a text as marks for a paragraph."""
    return "".join(f'<font name="{font}">{escape(piece)}</font>' for font, piece in runs(text, bold=bold))
