"""The fields of a separated text: what each says, and where it stands among the letters."""

from dataclasses import dataclass

QUOTE = '"'


@dataclass(frozen=True, slots=True)
class Field:
    """A field from ``start`` to ``end``, quotes included, and what it says without them."""

    start: int
    end: int
    said: str
    quoted: bool


def fields_of(text: str, separator: str) -> list[list[Field]]:
    """Return the fields of every line as a CSV reader counts them; a line without any has one field of nothing."""
    rows: list[list[Field]] = [[]]
    place = 0
    while place < len(text):
        field = _field_at(text, place, separator)
        rows[-1].append(field)
        place = field.end
        if text.startswith(separator, place):
            place += len(separator)
            if place == len(text):
                rows[-1].append(Field(place, place, "", False))
        elif place < len(text):
            place += 2 if text.startswith("\r\n", place) else 1
            rows.append([])
    return rows if rows[-1] else rows[:-1]


def _field_at(text: str, start: int, separator: str) -> Field:
    if not text.startswith(QUOTE, start):
        end = _first_of(text, start, separator)
        return Field(start, end, text[start:end], False)
    place = start + 1
    while (close := text.find(QUOTE, place)) >= 0 and text.startswith(QUOTE, close + 1):
        place = close + 2
    last = close if close >= 0 else len(text)
    end = _first_of(text, min(last + 1, len(text)), separator)  # letters behind the quotes belong to the field
    said = text[start + 1 : last].replace(QUOTE * 2, QUOTE) + text[last + 1 : end]
    return Field(start, end, said, True)


def _first_of(text: str, start: int, separator: str) -> int:
    """Return where a field without quotes ends."""
    place = start
    while place < len(text) and text[place] not in (separator, "\n", "\r"):
        place += 1
    return place
