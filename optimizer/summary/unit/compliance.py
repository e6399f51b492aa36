"""What a schedule breaks of the law, and what falls due."""

from typing import Any

from optimizer.planning.currency import money
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import count, hours
from optimizer.staffing.law.compliance.comply import Compliance
from optimizer.summary.facts import Facts

NOTHING_YET = "nothing to judge yet"


def compliance_facts(unit: Unit, found: Compliance) -> Facts:
    """Return the judgement by law, in short."""
    blocking, warnings = len(found.blocking), len(found.breaches) - len(found.blocking)
    past, judged = sum(each.past for each in found.due), bool(found.planned or found.breaches)
    exposure = f"{money(found.exposure)}, if there was no violation in the years before" if found.exposure else "none"
    told = [
        ("Unit", unit.name),
        ("Judged by", "; ".join(each.title for each in found.presets)),
        ("Breaches", f"{blocking} that block, {warnings} to be warned of" if judged else NOTHING_YET),
        ("Exposure", exposure if judged else NOTHING_YET),
        ("Due", f"{count(len(found.due), 'credential or review', 'credentials or reviews')}, {past} of them past"),
    ]
    if any(each.ratios or each.care_hours for each in found.presets) and not found.census:
        told.insert(2, ("Ratios", "not judged: the workbook does not tell how many patients there are"))
    if not found.planned:
        told.insert(1, ("Schedule", "empty: nobody has a duty yet"))
    return told


def compliance_lines(unit: Unit, found: Compliance, shown: int) -> list[str]:
    """Return breaches, dates due and mentoring, one a line; of breaches and dates at most so many."""
    breaches = [f"  {each.severity:>10}  {each.law.law}: {each.sentence}" for each in found.breaches]
    dates = [f"  {each.day}  {unit.name_of(each.who)}: {each.what}{' (past)' * each.past}" for each in found.due]
    beside = [
        f"  {unit.name_of(each.who)}: {hours(each.there)} there, {hours(each.beside)} beside a preceptor, "
        f"{hours(each.alone)} without"
        for each in found.mentoring
    ]
    titled = (("Breaches:", breaches), ("Due:", dates), ("Mentoring:", beside))
    return [line for title, lines in titled if lines for line in (title, *_first(lines, shown))]


def _first(lines: list[str], shown: int) -> list[str]:
    more = len(lines) - shown
    return [*lines[:shown], f"  and {more} more; --json and -o have them all"] if more > 0 else lines


def compliance_json(found: Compliance) -> dict[str, Any]:
    """Return the judgement by law as plain values."""
    return {
        "presets": [each.name for each in found.presets],
        "ratios_judged": found.census,
        "blocking": len(found.blocking),
        "exposure_cents": found.exposure,
        "breaches": [
            {
                "severity": breach.severity,
                "day": breach.day.isoformat(),
                "shift": breach.shift or None,
                "who": breach.who or None,
                "law": breach.law.law,
                "preset": breach.law.preset,
                "exposure_cents": breach.exposure,
                "sentence": breach.sentence,
            }
            for breach in found.breaches
        ],
        "due": [{"day": d.day.isoformat(), "who": d.who, "what": d.what, "past": d.past} for d in found.due],
        "mentoring": [
            {"who": each.who, "minutes": each.there, "beside": each.beside, "alone": each.alone}
            for each in found.mentoring
        ],
    }
