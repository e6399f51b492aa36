"""Fonts of the machine for scripts that ours lacks: TrueType ones known for many letters, in the usual folders."""

import os
from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFError, TTFont

FOLDERS = (
    "/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts",
    "/System/Library/Fonts", "/Library/Fonts", "~/Library/Fonts", "%WINDIR%/Fonts",
)  # fmt: skip
KNOWN = (
    "arialuni", "arial unicode", "unifont", "freesans", "nirmala", "leelawad", "tahoma", "msyh", "msgothic", "yugothm",
    "malgun", "mingliu", "simhei", "notosansthai", "notosansdevanagari", "notosansbengali", "notosanstamil",
    "notosanstelugu", "notosansgujarati", "notosanskannada", "notosansmalayalam", "notosanssinhala", "notosansmyanmar",
    "notosanskhmer", "notosanslao", "notosansethiopic", "notosans-regular", "loma", "garuda", "wqy",
    "droidsansfallback", "nanumgothic", "ipag", "takao", "vlgothic", "lohit", "padauk",
)  # fmt: skip


@lru_cache(maxsize=1)
def machine_fonts() -> tuple[tuple[str, frozenset[int]], ...]:
    """Return the fonts that were found and could be read, with their letters."""
    return tuple(font for path in _paths() if (font := _read(path)))


def _paths() -> Iterator[Path]:
    for name in FOLDERS:
        folder = Path(os.path.expandvars(name)).expanduser()
        if folder.is_dir():
            fonts = sorted(path for path in folder.rglob("*") if path.suffix.lower() in (".ttf", ".ttc"))
            yield from (path for path in fonts if path.stem.casefold().startswith(KNOWN) and _regular(path))


def _regular(path: Path) -> bool:
    return not any(cut in path.stem.casefold() for cut in ("bold", "italic", "oblique", "light", "thin", "black"))


def _read(path: Path) -> tuple[str, frozenset[int]] | None:
    """Return a font, None for one whose outlines a PDF of ours cannot hold."""
    with suppress(TTFError, OSError, KeyError, ValueError):
        font = TTFont(f"machine-{path.stem}", str(path))
        registerFont(font)
        return font.fontName, frozenset(font.face.charToGlyph)
    return None
