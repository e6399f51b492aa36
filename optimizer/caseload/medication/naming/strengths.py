"""The strengths that the text of a label tells, as "20 MG", "5-325", "250-50 mcg/dose", "100 UNIT/ML" or "0.083%"."""

import re
from typing import NamedTuple

NUMBER = r"(?:\d+(?:[.,]\d+)*|\.\d+)"
UNIT = r"(?:(?:mg|mcg|micrograms?|ug|gm|g|ml|meq|mmol|unt|units?|iu|u|hrs?|hours?|actuat|act)\b|%)"
PER = rf"\s*/\s*(?:{NUMBER}\s*)?(?:ml|hrs?|h|hours?|actuat|actuation|act|dose|spray|inh|inhalation|puff)\b"
ONE = rf"{NUMBER}(?:\s*{UNIT})?(?:{PER})?"
ROW = re.compile(rf"(?<![\w.,/-]){ONE}(?:\s*[-/]\s*{ONE})*(?![\w/%-]|\.\d|\s*%)")
"""One strength, or several in a row with hyphens or slashes between, each with its unit or without."""
MEASURED = re.compile(rf"\d\s*{UNIT}")
AMOUNT = re.compile(rf"{NUMBER}(?:mg|mcg|micrograms?|ug|gm|g)|\d*[.,]\d+")
"""A mass, or a fraction of one: a medicine has one for each of its ingredients."""
PARTED = re.compile(rf"{ONE}")
COUNTED = re.compile(r"(?<!\w)(?:#\s*\d{2,}|qty\s*\d+|\d+\s*ct)\b")
"""How many were dispensed, which is no strength."""
NUMBERED = re.compile(r"(?<!\w)(?:#|no\.?)\s*(?=\d\b)")
"""Before a strength that has a number for its name, as "acetaminophen-codeine #3"."""
LEAST = 5
"""A lone whole number below it may be part of a name, as in "Tylenol 3", which has codeine."""


class Strengths(NamedTuple):
    """The text of a label without its strengths, and those without blanks: ("20mg",) or ("20-12.5mg",).

    ``begun`` tells that the text begins with a number without a unit: it may be part of a name, as in "5 ASA".
    """

    rest: str
    rows: tuple[str, ...]
    begun: bool

    def fit(self, ingredients: int) -> bool:
        """Tell whether so many ingredients can have these strengths: several in a row or apart are of one each."""
        bare = [row for row in self.rows if not MEASURED.search(row)]
        return (
            len(bare) <= 1
            and sum(bool(AMOUNT.fullmatch(row)) for row in self.rows) <= ingredients
            and all(_parts(row) in (1, ingredients) for row in self.rows)
            and (ingredients > 1 or not any(row.isdigit() and int(row) < LEAST for row in bare))
        )


def without_strengths(text: str) -> Strengths:
    """Return a text in small letters parted from its strengths."""
    text = NUMBERED.sub(" ", COUNTED.sub(" ", text))
    first = ROW.match(text)
    begun = first is not None and not MEASURED.search(first[0])
    return Strengths(ROW.sub(" ", text), tuple("".join(found[0].split()) for found in ROW.finditer(text)), begun)


def beside(text: str, ingredients: int) -> bool:
    """Tell whether what stands in a column of its own, as "20-12.5 mg", can be the strengths of so many ingredients."""
    measured = (row for row in without_strengths(text.casefold()).rows if MEASURED.search(row))
    return all(_parts(row) in (1, ingredients) for row in measured)


def _parts(row: str) -> int:
    return len(PARTED.findall(row))
