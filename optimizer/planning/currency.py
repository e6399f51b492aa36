"""Amounts of money as people write them: one formatter, in the currency of what is being told of.

A workbook says its currency. Sentences are made in many places that know no workbook, so whoever reads one, opens its
draft or takes an order about it says at the edge what is spoken in from then on, in this thread alone.
"""

from contextvars import ContextVar

DOLLAR = "$"
_SPOKEN: ContextVar[str] = ContextVar("currency", default=DOLLAR)


def speak_in(sign: str) -> None:
    """Have money told in a currency, by its sign or its letters: "$", "€", "CHF"."""
    _SPOKEN.set(sign)


def sign() -> str:
    """Return the sign of the currency that is spoken in, such as "$", as headers have it."""
    return _SPOKEN.get()


def in_money(title: str) -> str:
    """Return the title of a row or column of amounts as "Pay, $"."""
    return f"{title}, {sign()}"


def before_amounts() -> str:
    """Return what stands before an amount: "$", or letters and a space that no line breaks at."""
    spoken = sign()
    return f"{spoken}\N{NO-BREAK SPACE}" if spoken[-1:].isalpha() else spoken


def money(cents: int) -> str:
    """Return hundredths as "$1,234.50"."""
    return f"{before_amounts()}{cents / 100:,.2f}".removesuffix(".00")


def whole_money(cents: float) -> str:
    """Return hundredths to the next whole one: "$1,235"."""
    return money(round(cents / 100) * 100)


def amount_format(decimals: int = 0) -> str:
    """Return the format of amounts in tables on a page, as Streamlit writes formats."""
    return f"{before_amounts().replace('%', '%%')}%,.{decimals}f"
