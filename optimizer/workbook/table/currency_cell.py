"""The setting for the currency, which a unit and a panel share."""

from typing import Any

from optimizer.workbook.table.codecs import plain
from optimizer.workbook.table.parse import UnreadableError, text
from optimizer.workbook.table.sheet import Column

LONGEST = 4


def currency(value: Any) -> str:
    """Read the sign of a currency, such as €, or its letters, such as CHF."""
    sign = text(value).strip()
    if not sign or len(sign) > LONGEST or any(letter.isdigit() or letter in ' "%{}' for letter in sign):
        raise UnreadableError(f"'{value}' is not the sign of a currency", "write one such as $, €, £ or CHF")
    return sign


CURRENCY = Column(
    "Currency", "The sign, or the letters, of all amounts, such as €, £ or CHF. $ when empty.", plain(currency)
)
