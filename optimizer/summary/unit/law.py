"""What laws and contracts say, and where they say it."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from optimizer.staffing.facts.words import count
from optimizer.staffing.law.citation import Binding, Citation
from optimizer.staffing.law.citation_words import in_words
from optimizer.staffing.law.statute import Preset

NO_NUMBER = "No number of its own"
ANY_DAY = "A must in force on any day of a period binds a solver on all of its days; comply judges each day by itself."


def statute_lines(preset: Preset) -> list[str]:
    """Return all that a preset says, each number with when and whom it binds and its source; then its notes."""
    lines = [f"{preset.title} ({preset.name})"]
    for provision in preset.provisions:
        lines += [f"  {provision.says}", *_told(provision.citation)]
    for act in preset.acts:
        standing = "REPEALED" if act.binds is Binding.REPEALED else act.binds
        lines += [f"  {act.law} ({standing})", *_told(act)]
    return [*lines, *([f"  {ANY_DAY}"] if preset.limits else [])]


def _told(law: Citation) -> list[str]:
    return [f"      {said}" for said in (in_words(law), cited(law), law.note) if said]


def unread_lines(presets: Iterable[Preset]) -> list[str]:
    """Return what was not read in its own text, with its grade, source and the day on which it was last checked."""
    presets = tuple(presets)
    told = [(preset.name, says, law) for preset in presets for says, law in _said(preset) if not law.read]
    number = sum(len(_said(preset)) for preset in presets)
    lines = [
        f"{len(told)} of {count(number, 'number or text', 'numbers and texts')} not read in their own text; "
        "of law and contracts they warn only."
    ]
    for name, group in groupby(told, key=lambda each: each[0]):
        lines += [
            name,
            *(f"  {law.grade:<4}{law.last_checked}  {says} ({law.law}; {law.source})" for _, says, law in group),
        ]
    return lines


def unread_json(presets: Iterable[Preset]) -> list[dict[str, Any]]:
    """Return what was not read in its own text as plain values."""
    return [
        {"preset": preset.name, "says": says, **_citation_json(law)}
        for preset in presets
        for says, law in _said(preset)
        if not law.read
    ]


def _said(preset: Preset) -> list[tuple[str, Citation]]:
    """Return every number of a preset with its citation, and every text that has none."""
    said = [(provision.says, provision.citation) for provision in preset.provisions]
    numbered = tuple(citation.law for _, citation in said)
    return [*said, *((NO_NUMBER, act) for act in preset.acts if not any(law.startswith(act.law) for law in numbered))]


def statute_json(preset: Preset) -> dict[str, Any]:
    """Return all that a preset says as plain values."""
    said = [(provision.says, provision.citation) for provision in preset.provisions]
    return {
        "name": preset.name,
        "title": preset.title,
        "provisions": [{"says": says, **_citation_json(citation)} for says, citation in said],
        "acts": [_citation_json(act) for act in preset.acts],
    }


def cited(law: Citation) -> str:
    """Return a citation in one line."""
    since = f"; {law.since}" if law.since else ""
    return f"{law.law}; {law.binds}, {law.hours}{since}; {law.grade}: {law.source}; checked {law.last_checked}"


def _citation_json(law: Citation) -> dict[str, Any]:
    return {
        "law": law.law,
        "binds": law.binds,
        "hours": law.hours,
        "whom": law.whom,
        "waivable": law.waivable,
        "instead": law.instead or None,
        "average_over": law.average or None,
        "average_over_weeks": law.weeks or None,
        "must": law.must,
        "from": law.first and law.first.isoformat(),
        "until": law.until and law.until.isoformat(),
        "grade": law.grade,
        "source": law.source,
        "last_checked": law.last_checked.isoformat(),
        "note": law.note,
    }
