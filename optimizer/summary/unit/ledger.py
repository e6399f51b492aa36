"""What everyone bore and got over the periods; nothing of pay."""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any

from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import count
from optimizer.staffing.ledger.balance import Balance, Burden
from optimizer.staffing.ledger.burden import BURDENS
from optimizer.staffing.schedule.posting import Posting
from optimizer.store.publications import Publication
from optimizer.summary.facts import Facts

HEADERS = (
    "Name", "Id", "Periods", *(title for burden in BURDENS for title in (burden.capitalize(), "Per FTE", "Balance")),
    "Granted", "Denied in a row", "Moved",
)  # fmt: skip

COUNTED = (
    ("Per FTE", "duties for each FTE in four weeks present"),
    ("Balance", "duties above (+) or below (-) the fair share of those of the same main role who share them"),
)


def ledger_facts(unit: Unit) -> Facts:
    """Return what the ledger covers, and how its balance is counted."""
    periods = sorted({row.period for row in unit.ledger})
    return [
        ("Unit", unit.name),
        ("Ledger", f"{count(len(periods), 'period')} from {periods[0].first} to {max(p.last for p in periods)}"),
        *COUNTED,
    ]


def posted_ledger_facts(posting: Posting, publication: Publication) -> Facts:
    """Return which publication a ledger runs up to, and how its balance is counted."""
    return [
        ("Unit", publication.unit),
        ("Ledger", f"up to {posting.span.last}, as published in number {publication.number} of {publication.said}"),
        *COUNTED,
    ]


def ledger_rows(names: Mapping[str, str], found: Iterable[Balance]) -> list[tuple[str, ...]]:
    """Return a row of text for every person, in the order of HEADERS; ``names`` are by id."""
    return [
        (
            names[each.who],
            each.who,
            str(each.periods),
            *(text for burden in BURDENS for text in burden_row(each.burdens[burden])),
            f"{each.granted} of {each.asked}",
            str(each.denied_in_a_row),
            str(each.moved),
        )
        for each in found
    ]


def burden_row(burden: Burden) -> tuple[str, str, str]:
    """Return duties, duties per FTE, and balance as text."""
    each = "-" if burden.each is None else f"{float(burden.each):.1f}"
    more = "-" if burden.more is None else f"{round(float(burden.more), 1) + 0.0:+.1f}"  # no -0.0
    return str(burden.had), each, more


def ledger_json(names: Mapping[str, str], found: Iterable[Balance]) -> list[dict[str, Any]]:
    """Return the balances as plain values, rounded to hundredths; ``names`` are by id."""
    return [
        {
            "who": each.who,
            "name": names[each.who],
            "periods": each.periods,
            "days_present": each.present,
            **{burden: _burden_json(each.burdens[burden]) for burden in BURDENS},
            "asked": each.asked,
            "granted": each.granted,
            "denied_in_a_row": each.denied_in_a_row,
            "moved": each.moved,
        }
        for each in found
    ]


def _burden_json(burden: Burden) -> dict[str, Any]:
    return {
        "duties": burden.had,
        "per_fte": _rounded(burden.each),
        "mean_per_fte": _rounded(burden.mean),
        "balance": _rounded(burden.more),
    }


def _rounded(value: Fraction | None) -> float | None:
    return None if value is None else round(float(value), 2)
