"""A rule's sentence in pieces, so that the numbers in it can be changed where they stand."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from string import Formatter
from typing import Any

from optimizer.planning.rule import Rule
from optimizer.planning.words import capital

NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class RulePiece:
    """A piece of a rule's sentence; with a ``setting`` it is the number that this setting has in its own measure."""

    text: str
    setting: str = ""


def rule_pieces(rule: Rule[Any]) -> tuple[RulePiece, ...]:
    """Return what a rule asks of whom as it is set, in pieces that make the whole sentence ``rule.told``."""
    words, found = rule.words(), list[RulePiece]()
    for text, setting, _, _ in Formatter().parse(f"{rule.opening}{rule.sentence}"):
        found += [RulePiece(text)] if text else []
        found += _pieces(rule, setting, words[setting]) if setting else []
    first, *others = _joined([*found, RulePiece("".join(f"; {detail}" for detail in rule.details()) + ".")])
    return (RulePiece(capital(first.text), first.setting), *others)


def scale_of(rule: Rule[Any], setting: str) -> int:
    """Return how much of a setting, as laws count it, makes one for people: 60 minutes an hour."""
    if setting in rule.in_time:
        return 60
    return rule.measure.scale if setting == "limit" and rule.measure else 1


def _joined(pieces: Iterable[RulePiece]) -> Iterator[RulePiece]:
    """Yield pieces with words that follow each other as one; what is a number of a setting stands alone."""
    for setting, found in groupby(pieces, key=lambda piece: piece.setting):
        yield RulePiece("".join(piece.text for piece in found), setting)


def _pieces(rule: Rule[Any], setting: str, words: str) -> Iterator[RulePiece]:
    """Yield the words of a setting, its number for itself where it is said as one."""
    value, match = getattr(rule, setting, None), NUMBER.search(words)
    if not isinstance(value, int) or not match or float(match[0].replace(",", "")) != value / scale_of(rule, setting):
        yield RulePiece(words)
        return
    pieces = (RulePiece(words[: match.start()]), RulePiece(match[0], setting), RulePiece(words[match.end() :]))
    yield from (piece for piece in pieces if piece.text)
