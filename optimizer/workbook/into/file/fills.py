"""What the styles of a workbook fill cells with, to tell equal looks of different styles."""

from optimizer.workbook.into.file.xml import elements


def fills_of(styles: bytes) -> tuple[bytes, ...]:
    """Return for each cell style of a workbook its fill as the file writes it."""
    found = elements(styles, frozenset({"fill", "xf"}))
    fills = [styles[each.start : each.end] for each in found if each.name == "fill" and each.path[-1:] == ("fills",)]
    plain = [b"" if b"none" in fill else fill for fill in fills]
    return tuple(
        _fill(plain, each.attributes.get("fillId", "0"))
        for each in found
        if each.name == "xf" and each.path[-1:] == ("cellXfs",)
    )


def _fill(fills: list[bytes], number: str) -> bytes:
    return fills[int(number)] if number.isdigit() and int(number) < len(fills) else b""
