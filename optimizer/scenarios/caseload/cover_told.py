"""Who takes whose patients from when to when, and on which days nobody does."""

from collections.abc import Iterator
from typing import Any

from optimizer.caseload.panel import Panel
from optimizer.caseload.span import PanelSpan, dated
from optimizer.planning.pair import Pair
from optimizer.scenarios.caseload.cover import ManagerCover
from optimizer.scenarios.caseload.relay import Turn
from optimizer.summary.caseload.caseload import endings_json, pairs_json, unplaced_json

CROWDED = "nobody who could has room"


def turns_of(cover: ManagerCover) -> tuple[Turn, ...]:
    """Return everybody's turns, those that last throughout among them, by patient and day."""
    whole = (Turn(pair, cover.span) for pair in cover.takes)
    return tuple(sorted((*whole, *cover.turns), key=lambda turn: (turn.pair.what.patient, turn.span)))


def covered_text(cover: ManagerCover, patients: frozenset[str]) -> str:
    """Return how many of some patients are covered throughout, how many in turns and how many not on every day."""
    whole, kept = len(cover.takes), len(covered(cover, patients))
    told = [f"{len(patients)}, {whole} of them covered by one case manager throughout"]
    told += [f"{kept - whole} by several in turn"] if kept > whole else []
    told += [f"{len(patients) - kept} not on every day"] if kept < len(patients) else []
    return ", ".join(told)


def covered(cover: ManagerCover, patients: frozenset[str]) -> frozenset[str]:
    """Return those of some patients who have somebody on every working day."""
    return patients & {turn.pair.what.patient for turn in turns_of(cover)} - cover.open


def judged_text(cover: ManagerCover) -> str:
    """Return over which days it was judged who can take somebody."""
    ahead = ", the days ahead of the sheet Panel" if cover.for_good else ""
    return f"every working day {cover.span.text}{ahead}"


def gap_sentences(cover: ManagerCover, patients: frozenset[str]) -> list[str]:
    """Return who is not covered when, and why."""
    why = {each.patient: each.sentence.split(": ", 1)[-1] for each in cover.uncovered}
    missed = {gap.patient for gap in cover.gaps}
    found = {pair.what.patient for pair in cover.takes} | {turn.pair.what.patient for turn in cover.turns}
    lost = [(who, cover.span) for who in sorted(patients - missed - found)]
    gaps = [*((gap.patient, gap.span) for gap in cover.gaps), *lost]
    return [f"{who}: nobody {span.text}; {why.get(who, CROWDED + '.')}" for who, span in sorted(gaps)]


def ends_in(turn: Turn, cover: ManagerCover) -> str:
    """Return when a turn ends before the last day, "" when it does not."""
    return "" if _lasts(turn, cover) else f"until {dated(turn.span.last)} only"


def last_text(turn: Turn, cover: ManagerCover) -> str:
    """Return the last day of a turn, "for good" where there is none."""
    return "for good" if cover.for_good and _lasts(turn, cover) else turn.span.last.isoformat()


def _lasts(turn: Turn, cover: ManagerCover) -> bool:
    return turn.span.last >= cover.span.working[-1]


def cover_json(panel: Panel, cover: ManagerCover, patients: frozenset[str]) -> dict[str, Any]:
    """Return who takes whom as plain values; ``takes`` are throughout, ``turns`` share a patient."""
    told = {each.patient for each in cover.uncovered}
    somebody = {turn.pair.what.patient for turn in turns_of(cover)}
    return {
        "from": cover.span.first.isoformat(),
        "to": cover.span.last.isoformat(),
        "for_good": cover.for_good,
        "takes": [*_dated(panel, cover, cover.takes)],
        "turns": [_turn(panel, turn) for turn in turns_of(cover) if turn.pair not in cover.takes],
        "gaps": [{"patient": gap.patient, **_days(gap.span)} for gap in cover.gaps],
        "uncovered": [unplaced_json(each) for each in cover.uncovered if each.patient not in somebody],
        "no_room": sorted(patients - somebody - told),
        "ends": endings_json(cover.ends),
        "elsewhere": sorted(cover.elsewhere),
    }


def _dated(panel: Panel, cover: ManagerCover, pairs: tuple[Pair, ...]) -> Iterator[dict[str, Any]]:
    yield from ({**each, **_days(cover.span)} for each in pairs_json(panel, pairs))


def _turn(panel: Panel, turn: Turn) -> dict[str, Any]:
    (pair,) = pairs_json(panel, (turn.pair,))
    return {**pair, **_days(turn.span)}


def _days(span: PanelSpan) -> dict[str, str]:
    return {"from": span.first.isoformat(), "to": span.last.isoformat()}
