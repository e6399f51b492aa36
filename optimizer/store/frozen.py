"""How what was published is written down, so that it can be read without the workbook that it came from."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, fields
from datetime import date
from fractions import Fraction
from typing import Any

from optimizer.planning.policy import Policy
from optimizer.staffing.facts.calendar import Span
from optimizer.staffing.facts.shift import Kind, Part, Shift, Window
from optimizer.staffing.ledger.balance import Balance, Burden
from optimizer.staffing.schedule.accepted import Accepted
from optimizer.staffing.schedule.posting import Colleague, Posting
from optimizer.store.canonical import canonical


def policy_text(policy: Policy) -> str:
    """Return a policy as JSON: of every ruling the rule's key, how it counts, its price in cents and its settings."""
    return canonical(
        [
            {
                "rule": ruling.rule.key,
                "mode": ruling.mode.value,
                "price": ruling.price,
                "settings": {each.name: getattr(ruling.rule, each.name) for each in fields(ruling.rule)},
            }
            for ruling in policy.rulings
        ]
    )


def accepted_text(answers: Iterable[Accepted]) -> str:
    """Return accepted breaches as JSON."""
    return canonical([asdict(each) | {"day": each.day.isoformat()} for each in answers])


def read_accepted(text: str) -> tuple[Accepted, ...]:
    """Return the accepted breaches that JSON holds."""
    return tuple(Accepted(**row | {"day": date.fromisoformat(row["day"])}) for row in json.loads(text))


def posting_text(posting: Posting) -> str:
    """Return what everybody may see of a schedule as JSON."""
    return canonical(
        {
            "unit": posting.unit,
            "first": posting.span.first.isoformat(),
            "last": posting.span.last.isoformat(),
            "people": [asdict(each) for each in posting.people],
            "shifts": [asdict(each) for each in posting.shifts],
            "holidays": {day.isoformat(): name for day, name in posting.holidays.items()},
            "rotations": [[who, day.isoformat(), code] for (who, day), code in posting.rotations.items()],
        }
    )


def read_posting(text: str) -> Posting:
    """Return what everybody may see of a schedule, as JSON holds it."""
    row = json.loads(text)
    return Posting(
        row["unit"],
        Span(date.fromisoformat(row["first"]), date.fromisoformat(row["last"])),
        tuple(Colleague(**each) for each in row["people"]),
        tuple(map(_shift, row["shifts"])),
        {date.fromisoformat(day): name for day, name in row["holidays"].items()},
        {(who, date.fromisoformat(day)): code for who, day, code in row.get("rotations", ())},
    )


def _shift(row: dict[str, Any]) -> Shift:
    parts = tuple(Window(*part) for part in row.get("parts", ()))
    return Shift(**row | {"kind": Kind(row["kind"]), "part": Part(row["part"]), "parts": parts})


def balances_text(balances: Iterable[Balance]) -> str:
    """Return what everyone bore and got as JSON, fractions exact."""
    return canonical([asdict(each) | {"burdens": _burdens(each.burdens)} for each in balances])


def read_balances(text: str) -> tuple[Balance, ...]:
    """Return what everyone bore and got, as JSON holds it."""
    return tuple(Balance(**row | {"burdens": _read_burdens(row["burdens"])}) for row in json.loads(text))


def _burdens(burdens: Mapping[str, Burden]) -> dict[str, Any]:
    return {name: [b.had, *map(_exact, (b.each, b.mean, b.more))] for name, b in burdens.items()}


def _exact(value: Fraction | None) -> str | None:
    return None if value is None else str(value)


def _read_burdens(rows: Mapping[str, Any]) -> dict[str, Burden]:
    return {name: Burden(had, *(each and Fraction(each) for each in rest)) for name, (had, *rest) in rows.items()}
