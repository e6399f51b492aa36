"""National Drug Codes as labels, claims and spreadsheets write them, made one way: eleven digits.

A code has a labeler, a product and a package, of 5, 4 and 2 digits in claims; on labels one of the three lacks its
first zero (21 CFR 207.33), and hyphens tell which. A spreadsheet that takes a code for a number drops the zeros before
it: they can be put back as long as at most nine digits are left, since a code of ten has lost a zero anywhere.
"""

import re
from typing import NamedTuple

HYPHENED = re.compile(r"(\d{4,5})-(\d{3,4})(?:-(\d{1,2}))?")
LONGEST = 11
FEWEST, SHORT, UNCLEAR = 7, 9, 10
"""A labeler's number is two or more, so that a code of eleven digits keeps seven; ten are unclear."""
DIGITS = (10, 11)
"""A code with hyphens has ten digits as on a label, or eleven as in a claim."""
LEAST = 8
"""The digits of labeler and product on a label, at least."""
PRODUCT = 9
"""The digits of labeler and product: they tell the ingredients."""


class ProductCode(NamedTuple):
    """A code of eleven digits; ``restored`` where zeros that a spreadsheet had dropped were put back."""

    digits: str
    restored: bool = False

    @property
    def product(self) -> str:
        """Return labeler and product, nine digits."""
        return self.digits[:PRODUCT]


def is_numeric(text: str) -> bool:
    """Tell whether a text consists of digits and hyphens, so that it is a code or nothing."""
    return bool(text) and not re.sub(r"[\d\s-]", "", text) and any(char.isdigit() for char in text)


def product_code(text: str) -> ProductCode | None:
    """Return the code that a text is, None when it is none or one that cannot be told for certain."""
    said = "".join(text.split()).upper().removeprefix("N4")  # the qualifier that claims put before it
    if parts := HYPHENED.fullmatch(said):
        return _of_parts(*parts.groups())
    if not said.isascii() or not said.isdigit() or set(said) == {"0"}:
        return None
    if len(said) == LONGEST:
        return ProductCode(said)
    bare = not said.startswith("0") and FEWEST <= len(said) <= SHORT
    return ProductCode(said.zfill(LONGEST), restored=True) if bare else None


def why_no_code(text: str) -> str:
    """Return why a text of digits is no code that can be told for certain."""
    if len(re.sub(r"\D", "", text)) == UNCLEAR and "-" not in text:
        return "has ten digits, so that a zero is missing nobody knows where: write eleven, or the hyphens"
    return "is no product code of eleven digits"


def _of_parts(labeler: str, product: str, package: str | None) -> ProductCode | None:
    """Return the code of parts between hyphens; one without a package is of all packages of its product."""
    digits = len(labeler) + len(product) + len(package or "")
    whole = digits in DIGITS if package else digits >= LEAST
    return ProductCode(f"{labeler:0>5}{product:0>4}{package or '':0>2}") if whole else None
