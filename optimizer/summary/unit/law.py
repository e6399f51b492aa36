"""What laws and contracts say, and where they say it."""

from typing import Any

from optimizer.staffing.law.citation import Binding, Citation
from optimizer.staffing.law.citation_words import in_words
from optimizer.staffing.law.statute import Preset

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
        "average_over_weeks": law.weeks or None,
        "must": law.must,
        "from": law.first and law.first.isoformat(),
        "until": law.until and law.until.isoformat(),
        "grade": law.grade,
        "source": law.source,
        "last_checked": law.last_checked.isoformat(),
        "note": law.note,
    }
