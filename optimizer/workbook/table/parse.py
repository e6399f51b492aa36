"""Reads what stands in a cell: text, words, numbers, days; what cannot be read becomes a fault, not a guess."""

from collections.abc import Callable, Iterable
from datetime import date, datetime, time
from typing import Any

from openpyxl.utils.datetime import from_excel

from optimizer.workbook.table.dates import days_meant
from optimizer.workbook.table.faults import meant


class UnreadableError(ValueError):
    """Raised by a parser: what is wrong with a value, and what would be right."""

    def __init__(self, problem: str, remedy: str) -> None:
        super().__init__(problem)
        self.problem, self.remedy = problem, remedy


def written(value: Any) -> str:
    """Return what a header says, on one line and with single blanks; "" where there is none."""
    return "" if value is None else " ".join(str(value).split())


def tidy(value: Any) -> Any:
    """Return a cell's value with blanks around text taken off; None when nothing is left."""
    if isinstance(value, str):
        return value.replace("\u00a0", " ").strip() or None
    return value


def text(value: Any) -> str:
    """Read text; a whole number such as an employee's is read as its digits."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, str) and value.startswith("#") and value.endswith(("!", "?", "/A")):
        raise UnreadableError(f"the cell holds the error {value}", "mend its formula")
    return str(value)


def one_of(known: Iterable[str], thing: str) -> Callable[[Any], str]:
    """Return a parser for one of some known words; case is forgiven where it leaves no doubt."""
    words = [*known]

    def parse(value: Any) -> str:
        word = text(value)
        if word in words:
            return word
        alike = [other for other in words if other.casefold() == word.casefold()]
        if len(alike) == 1:
            return alike[0]
        article = "an" if thing[0] in "aeiou" else "a"
        raise UnreadableError(f"'{word}' is not {article} {thing}", meant(word, words))

    return parse


def many_of(known: Iterable[str], thing: str) -> Callable[[Any], tuple[str, ...]]:
    """Return a parser for known words with commas between."""
    parse = one_of(known, thing)
    return lambda value: tuple(parse(word) for word in words(value))


def words(value: Any) -> tuple[str, ...]:
    """Read words with commas or semicolons between."""
    found = tuple(word.strip() for word in text(value).replace(";", ",").split(",") if word.strip())
    if not found:
        raise UnreadableError(f"'{value}' holds no word", "write words with commas between, or leave it empty")
    return found


def number(low: float, high: float) -> Callable[[Any], float]:
    """Return a parser for a number between two others."""

    def parse(value: Any) -> float:
        try:
            found = float(value) if not isinstance(value, (bool, date, time)) else None
        except (TypeError, ValueError, OverflowError):
            found = None
        if found is None:
            raise UnreadableError(f"'{value}' is not a number", f"write one from {low:g} to {high:g}")
        if not low <= found <= high:
            raise UnreadableError(f"{found:g} is out of range", f"write a number from {low:g} to {high:g}")
        return found

    return parse


def whole(low: int, high: int) -> Callable[[Any], int]:
    """Return a parser for a whole number between two others."""
    parse_number = number(low, high)

    def parse(value: Any) -> int:
        found = parse_number(value)
        if not found.is_integer():
            raise UnreadableError(f"{found:g} is not a whole number", f"write one from {low} to {high}")
        return int(found)

    return parse


def day(value: Any) -> date:
    """Read a date: a date cell, the number that Excel keeps of one, or text that can stand for no other day."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, (int, float)) and not isinstance(value, bool) and 30_000 < value < 80_000:
        return day(from_excel(value))
    written = text(value)
    try:
        return date.fromisoformat(written)
    except ValueError:
        return _only(written, days_meant(written))


def _only(written: str, days: tuple[date, ...]) -> date:
    if not days:
        raise UnreadableError(f"'{written}' is not a date", "write it as 2026-12-06")
    if len(days) > 1:
        raise UnreadableError(f"'{written}' may be {days[0]} or {days[1]}", "write the one that is meant")
    return days[0]


def yes(value: Any) -> bool:
    """Read yes or no."""
    word = text(value).casefold()
    if word in ("yes", "y", "true", "1", "x"):
        return True
    if word in ("no", "n", "false", "0"):
        return False
    raise UnreadableError(f"'{value}' is neither yes nor no", "write yes or no")
