"""What laws and contracts say, and where they say it."""

from typing import Any

from optimizer.staffing.law import Binding, Citation, Preset


def law_lines(preset: Preset) -> list[str]:
    """Return all that a preset says, each number with when and whom it binds and its source; then its notes."""
    lines = [f"{preset.title} ({preset.name})"]
    for provision in preset.provisions:
        lines += [f"  {provision.says}", f"      {cited(provision.citation)}", *_note(provision.citation)]
    for act in preset.acts:
        standing = "REPEALED" if act.binds is Binding.REPEALED else act.binds
        lines += [f"  {act.law} ({standing})", f"      {cited(act)}", *_note(act)]
    return lines


def _note(law: Citation) -> list[str]:
    return [f"      {law.note}"] if law.note else []


def law_json(preset: Preset) -> dict[str, Any]:
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
        "from": law.first and law.first.isoformat(),
        "until": law.until and law.until.isoformat(),
        "grade": law.grade,
        "source": law.source,
        "last_checked": law.last_checked.isoformat(),
        "note": law.note,
    }
