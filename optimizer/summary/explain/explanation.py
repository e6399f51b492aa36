"""Why no schedule keeps every must, in a few lines for people, and as values for machines."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any

from optimizer.engine.explain.cause import Cause, FixedCell
from optimizer.engine.explain.explain import Explanation
from optimizer.engine.explain.shortfall import Shortfall
from optimizer.planning.law import Sum
from optimizer.planning.rule import Finding
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import count, on
from optimizer.staffing.rules.coverage.coverage import Coverage
from optimizer.summary.explain.clash_words import clash_in_short, clash_lines, on_days

MOST = 8
"""How many lines an explanation has at most."""
PLACES = 4
"""How many places of a shortage are told."""
POSSIBLE = "Nothing stands in the way: a schedule without a must-fix problem is possible."
UNKNOWN = "In the time given neither a schedule was found nor why there is none; give it more seconds."


def explanation_lines(unit: Unit, explanation: Explanation) -> tuple[str, ...]:
    """Return why there is no schedule in at most eight lines: what is short, and what clashes."""
    if explanation.possible:
        return (POSSIBLE,)
    short = _shortfall_lines(unit, explanation.shortfall) if explanation.shortfall else ()
    found = sorted(explanation.clashes.found, key=lambda clash: len(clash.causes))
    if not found:
        return short or (UNKNOWN,)
    if short:
        return (*short[: MOST - 2], *(clash_in_short(unit, clash) for clash in found))[:MOST]
    others = [clash_in_short(unit, clash) for clash in found[1:]]
    return (*clash_lines(unit, found[0], MOST - len(others)), *others)


def _shortfall_lines(unit: Unit, short: Shortfall) -> tuple[str, ...]:
    """Return how much is missing, whether that is proved to be the least, and where one best schedule has it."""
    amount = sum(finding.rule.units(finding.amount) for finding in short.findings if finding.must)
    groups = sorted(_places(short.findings).items(), key=lambda group: -sum(f.amount for f in group[1]))
    told = [_place_said(unit, key, found) for key, found in groups[:PLACES]]
    if left := groups[PLACES:]:
        told.append(f"and {sum(len(found) for _, found in left)} more places, of other rules, shifts and roles.")
    return (_head(short, amount), *told)


def _head(short: Shortfall, amount: int) -> str:
    if short.others:
        broken = count(amount, "unit is", "units are")
        sure = "no schedule breaks less" if short.proved else "fewer may do"
        return f"What must be kept cannot all be, even without the needs: {broken} missed at the best, and {sure}."
    duties = count(amount, "duty", "duties")
    if short.proved:
        return f"{duties} cannot be filled, and that is proved: no schedule that keeps the rest lacks fewer."
    least = f"at least {short.least} are proved to be" if short.least else "how few must be is not proved"
    return f"{duties} are not filled in the best schedule found; {least}."


def _places(findings: Iterable[Finding]) -> dict[tuple[str, tuple[str, ...]], list[Finding]]:
    groups: dict[tuple[str, tuple[str, ...]], list[Finding]] = defaultdict(list)
    for finding in findings:
        if finding.must:
            groups[finding.rule.key, finding.place.what].append(finding)
    return groups


def _place_said(unit: Unit, key: tuple[str, tuple[str, ...]], found: list[Finding]) -> str:
    """Return what is short of one shift and role, with days and the week that it is worst in."""
    if not isinstance(found[0].rule, Coverage):
        return found[0].rule.say(unit, found[0]) + (f" So in {len(found) - 1} more places." if found[1:] else "")
    shift, role = key[1]
    days = on_days([finding.day for finding in found])
    return f"{shift} lacks {sum(f.amount for f in found)} as {role}, {days}{_worst(unit, found)}."


def _worst(unit: Unit, found: list[Finding]) -> str:
    """Return which week is the worst, where the days are in several."""
    weeks: dict[date, int] = defaultdict(int)
    for finding in found:
        first = next(week.first for week in unit.calendar.weeks if week.first <= finding.day <= week.last)
        weeks[first] += finding.amount
    worst = max(weeks, key=lambda first: weeks[first])
    return f"; {weeks[worst]} of them in the week of {on(worst)}" if len(weeks) > 1 else ""


def explanation_json(unit: Unit, explanation: Explanation) -> dict[str, Any]:
    """Return an explanation as plain values."""
    short = explanation.shortfall
    return {
        "possible": explanation.possible,
        "lines": [*explanation_lines(unit, explanation)],
        "clashes": [
            {"smallest": clash.smallest, "causes": [_cause_json(cause) for cause in clash.causes]}
            for clash in explanation.clashes.found
        ],
        "shortfall": short
        and {
            "units": short.units,
            "at_least": short.least,
            "proved": short.proved,
            "places": [
                {
                    "rule": finding.rule.key,
                    "day": finding.day.isoformat(),
                    "what": " ".join(finding.place.what),
                    "missing": finding.amount,
                }
                for finding in short.findings
            ],
        },
    }


def _cause_json(cause: Cause) -> dict[str, Any]:
    if isinstance(cause, FixedCell):
        kept = [f"{pair.what.shift} {pair.what.role}".strip() for pair in sorted(cause.keep)]
        return {"who": cause.who, "day": cause.day and cause.day.isoformat(), "locked": kept}
    law = cause.law
    place = law.place if isinstance(law, Sum) else None
    day = place.day.isoformat() if place and place.day else None
    who = place.who if place else law.who if not isinstance(law, Sum) else ""
    return {"rule": cause.rule.key, "who": who, "day": day, "what": " ".join(place.what) if place else ""}
