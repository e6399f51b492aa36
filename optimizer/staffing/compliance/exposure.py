"""What breaches of ratios can cost, as the law's penalties rise from one to the next."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from optimizer.staffing.compliance.breach import Breach, Severity
from optimizer.staffing.law import Penalty, Preset
from optimizer.staffing.lawful import in_force


def exposed(breaches: Iterable[Breach], presets: Iterable[Preset]) -> Iterator[Breach]:
    """Yield breaches with what each can add to the penalties, if there were none in the years before.

    A calendar day or shift counts once however many ratios are broken in it.
    """
    known = {each.name: each for each in presets}
    charged: dict[str, set[object]] = {name: set() for name in known}
    for breach in sorted(breaches, key=lambda breach: (breach.day, breach.shift, breach.who)):
        name = breach.law.preset
        penalties = in_force(known[name].penalties, [breach.day])
        if breach.severity is Severity.WARN or not breach.on_days or not penalties:
            yield breach
            continue
        yield replace(breach, exposure=_added(breach, penalties[0], charged[name]))


def _added(breach: Breach, penalty: Penalty, charged: set[object]) -> int:
    units: tuple[object, ...] = breach.on_days if penalty.by_day else ((breach.day, breach.shift),)
    cents = 0
    for unit in units:
        if unit not in charged:
            cents += penalty.cents[min(len(charged), len(penalty.cents) - 1)]
            charged.add(unit)
    return cents
