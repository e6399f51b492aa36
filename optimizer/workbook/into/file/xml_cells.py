"""Cells as bytes: what a changed cell becomes; text is never a formula, and a formula that stays keeps its letters."""

import re
from xml.sax.saxutils import escape

from optimizer.workbook.into.file.edit import Blank, CellEdit, Like, Recalculated, TypedContents
from optimizer.workbook.into.file.xml import Element, opening
from optimizer.workbook.into.file.xml_rows import XmlSheet
from optimizer.workbook.recognise.sheet import CellSpot, address

FORMULA = re.compile(rb"<(?:\w+:)?f\b[^>]*?(?:/>|>.*?</(?:\w+:)?f>)", re.DOTALL)
UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
RICH = ("vm", "cm")
"""Attributes that point to values of other cells or of the web."""


def cell_bytes(sheet: XmlSheet, spot: CellSpot, edit: CellEdit) -> bytes:
    """Return a cell after its change."""
    old = sheet.cell(spot)
    attributes = dict(old.attributes) if old else {"r": address(*spot)}
    if edit.looks is not None:
        attributes = _styled(attributes, sheet.cell(edit.looks))
    prefix = old.prefix if old else sheet.data.prefix
    if edit.contents is None:
        return _tagged(f"{prefix}c", attributes, sheet.inner(old) if old else b"")
    kind, inner = _contents(sheet, old, edit, prefix)
    kept = {key: value for key, value in attributes.items() if key not in (*RICH, "t")}
    return _tagged(f"{prefix}c", {**kept, **({"t": kind} if kind else {})}, inner)


def _styled(attributes: dict[str, str], like: Element | None) -> dict[str, str]:
    kept = {key: value for key, value in attributes.items() if key != "s"}
    style = like.attributes.get("s") if like else None
    return {**kept, "s": style} if style else kept


def _tagged(tag: str, attributes: dict[str, str], inner: bytes) -> bytes:
    if not inner:
        return opening(tag, attributes, closed=True).encode()
    return opening(tag, attributes).encode() + inner + f"</{tag}>".encode()


def _contents(sheet: XmlSheet, old: Element | None, edit: CellEdit, prefix: str) -> tuple[str | None, bytes]:
    """Return the type and the inner bytes of changed contents."""
    match edit.contents:
        case Like(spot) if (source := sheet.cell(spot)) is not None:
            return source.attributes.get("t"), sheet.inner(source)
        case TypedContents(str() as text):
            return "inlineStr", _text(text, prefix)
        case TypedContents(number):
            return None, _value(number, prefix)
        case Recalculated(value) if old is not None:
            formula = FORMULA.search(sheet.inner(old))
            kind = "str" if isinstance(value, str) else None
            return kind, (formula[0] if formula else b"") + _value(value, prefix)
        case Blank() | Like() | Recalculated() | None:
            return None, b""
    return None, b""


def _text(text: str, prefix: str) -> bytes:
    said = escape(UNSEEN.sub(" ", text))
    return f'<{prefix}is><{prefix}t xml:space="preserve">{said}</{prefix}t></{prefix}is>'.encode()


def _value(value: str | float, prefix: str) -> bytes:
    said = escape(value) if isinstance(value, str) else f"{value:.15g}"
    return f"<{prefix}v>{said}</{prefix}v>".encode()
