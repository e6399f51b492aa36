"""How far somebody's medicines were looked at: what was not recognised is said, never passed over."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from optimizer.caseload.medication.fill import Fill, FillStatus, claims, stray_reversals
from optimizer.caseload.medication.naming.recognise import Reading, reading
from optimizer.caseload.medication.naming.vocabulary import Vocabulary
from optimizer.caseload.span import PanelSpan
from optimizer.planning.words import count

LATER = "was filled after the day that is looked at"
STRAY = "takes back a claim that is not in the data, or a part of one"
SHOWN = 3
LOST = "what they interact with, duplicate or cover is not known"


class UnreadFills(NamedTuple):
    """A text that is not recognised, or a drug without days of supply: its fills, whose they are and where they stand.

    ``places`` are cells such as "Dispensing!C4", as far as they are known.
    """

    text: str
    why: str
    fills: int
    patients: tuple[str, ...]
    places: tuple[str, ...]

    @property
    def sentence(self) -> str:
        """Return what is not recognised, how often and where."""
        cells = ", ".join(self.places[:SHOWN]) + (f" and {len(self.places) - SHOWN} more" * (len(self.places) > SHOWN))
        whose = f"{count(self.fills, 'fill')} of {count(len(self.patients), 'patient')}"
        return f"'{self.text}' {self.why}: {whose}{f' ({cells})' if cells else ''}."


@dataclass(frozen=True, slots=True)
class Extent:
    """One patient's fills that were not taken back: how many, how many of them lately, and those not looked at.

    ``restored`` counts those by a product code before which a spreadsheet had dropped zeros, which were put back.
    """

    patient: str
    fills: int
    lately: int
    unread: tuple[UnreadFills, ...]
    restored: int = 0

    @property
    def missed(self) -> int:
        """Return how many fills were not looked at."""
        return sum(each.fills for each in self.unread)

    @property
    def complete(self) -> bool:
        """Tell whether there are fills and all of them were looked at."""
        return bool(self.lately) and not self.unread

    @property
    def sentence(self) -> str:
        """Return what was not looked at, "" when everything was."""
        if self.unread:
            texts = ", ".join(f"'{each.text}'" for each in self.unread[:SHOWN])
            more = f" and {len(self.unread) - SHOWN} more" if len(self.unread) > SHOWN else ""
            return f"Not looked at: {self.missed} of {count(self.fills, 'fill')} ({texts}{more}); {LOST}."
        return "" if self.lately else "No dispensing data in the year: nothing was looked at."


def extent(patient: str, fills: Sequence[Fill], vocabulary: Vocabulary, period: PanelSpan) -> Extent:
    """Return how far a patient's medicines are looked at in a period."""
    found = _found(fills, vocabulary)
    lately = sum(period.has(fill.filled) for fill, _ in found)
    restored = sum(names.restored for _, names in found)
    return Extent(patient, len(found), lately, _unread(found, period.last), restored)


def looked_at(found: Sequence[Extent]) -> list[tuple[str, str]]:
    """Return, by title, how many fills are looked at, and of how many patients nobody can say that they are clear."""
    fills, missed = sum(each.fills for each in found), sum(each.missed for each in found)
    whose = count(sum(bool(each.fills) for each in found), "patient")
    unclear = {
        "with fills that are not looked at": sum(bool(each.unread) for each in found),
        "without dispensing data in the year": sum(not each.lately for each in found),
    }
    told = "; ".join(f"{count(number, 'patient')} {why}" for why, number in unclear.items() if number)
    facts = [("Recognised", f"{fills - missed} of {count(fills, 'fill')} of {whose}")]
    restored = sum(each.restored for each in found)
    zeros = f"put back before the product codes of {count(restored, 'fill')}: a spreadsheet drops them"
    return [*facts, *([("Zeros", zeros)] if restored else []), *([("Not known", told)] if told else [])]


def unread(fills: Iterable[Fill], vocabulary: Vocabulary, last: date | None = None) -> tuple[UnreadFills, ...]:
    """Return what is not looked at of everybody's fills up to a day, by text, the most frequent first."""
    return _unread(_found([*fills], vocabulary), last)


def _found(fills: Sequence[Fill], vocabulary: Vocabulary) -> list[tuple[Fill, Reading]]:
    """Return claims, and the reversals of which the claim is not there, with what each names."""
    return [(fill, reading(fill, vocabulary)) for fill in (*claims(fills), *stray_reversals(fills))]


def _unread(found: Iterable[tuple[Fill, Reading]], last: date | None) -> tuple[UnreadFills, ...]:
    groups: dict[tuple[str, str], list[Fill]] = defaultdict(list)
    for fill, names in found:
        if why := _why(fill, names, last):
            groups[fill.called, why].append(fill)
    made = (_one_unread(text, why, fills) for (text, why), fills in groups.items())
    return tuple(sorted(made, key=lambda each: (-each.fills, each.text, each.why)))


def _why(fill: Fill, names: Reading, last: date | None) -> str:
    if fill.status is FillStatus.REVERSAL:
        return STRAY
    if not names.ingredients:
        return names.why
    if not fill.days:
        return "has no days of supply"
    return LATER if last and fill.filled > last else ""


def _one_unread(text: str, why: str, fills: list[Fill]) -> UnreadFills:
    patients = tuple(sorted({fill.patient for fill in fills}))
    return UnreadFills(text, why, len(fills), patients, tuple(fill.place for fill in fills if fill.place))
