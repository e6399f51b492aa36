"""What breaches of ratios can cost, as the law's penalties rise from one to the next."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from optimizer.staffing.law.compliance.breach import Breach, Severity
from optimizer.staffing.law.lawful import in_force
from optimizer.staffing.law.statute import Penalty, Preset

Violation = date | tuple[date, str]
"""A calendar day, or a shift by the day on which it begins."""


def exposed(breaches: Iterable[Breach], presets: Iterable[Preset]) -> Iterator[Breach]:
    """Yield breaches with what each can add to the penalties, if there were none in the years before.

    A calendar day or shift counts once however many ratios are broken in it. Each day that a shift touches costs what
    the law of that very day says.
    """
    known = {each.name: each for each in presets}
    charged: dict[str, set[Violation]] = {name: set() for name in known}
    for breach in sorted(breaches, key=lambda breach: (breach.day, breach.shift, breach.who)):
        name = breach.law.preset
        if breach.severity is Severity.WARN:
            yield breach
        else:
            violations = dict(_violations(breach, known[name]))
            yield replace(breach, exposure=_added(violations, charged[name]))


def _violations(breach: Breach, preset: Preset) -> Iterator[tuple[Violation, Penalty]]:
    """Yield the violations that a breach is, each with the penalty in force on its day."""
    for day in breach.on_days:
        for penalty in in_force(preset.penalties, [day])[:1]:
            yield day if penalty.by_day else (breach.day, breach.shift), penalty


def _added(violations: dict[Violation, Penalty], charged: set[Violation]) -> int:
    cents = 0
    for violation, penalty in violations.items():
        if violation not in charged:
            cents += penalty.cents[min(len(charged), len(penalty.cents) - 1)]
            charged.add(violation)
    return cents
