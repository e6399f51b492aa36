"""What a mended schedule changes: in people and duties, with what is proved of it, and in words to each of them."""

from typing import Any

from optimizer.planning.words import count, on
from optimizer.scenarios.replan.mend import Mended
from optimizer.staffing.schedule.difference import Notice, changes_between, notices, said
from optimizer.summary.facts import Facts


def notices_of(mended: Mended) -> tuple[Notice, ...]:
    """Return what everybody has to be told; those who are away know it."""
    return notices(changes_between(mended.unit.given, mended.verdict.plan))


def mended_facts(mended: Mended) -> Facts:
    """Return a mended schedule in short: what changes, how few changes there must be, what is still missing."""
    duties, people = count(len(mended.changes), "day", "days"), count(len(mended.people), "person", "people")
    return [
        ("Changes", f"{duties} of {people}"),
        ("At least", _least(mended)),
        ("Missing", f"{count(mended.missing, 'person', 'people')} of those promised{_proved(mended)}"),
        *(
            (("Result", "No schedule is without a must-fix problem any more; this one has the fewest found."),)
            if mended.bends
            else ()
        ),
    ]


def mended_lines(mended: Mended) -> list[str]:
    """Return a line for everyone whose schedule changes."""
    return [f"  {mended.unit.name_of(notice.who)}: {said(mended.unit, notice)}" for notice in notices_of(mended)]


def mended_json(mended: Mended) -> dict[str, Any]:
    """Return a mended schedule as plain values."""
    return {
        "changes": len(mended.changes), "people": len(mended.people), "least_changes": mended.least,
        "proved": mended.proved, "missing": mended.missing, "bends": mended.bends,
        "broken": mended.verdict.score.broken, "penalty_cents": mended.verdict.score.cost,
        "seconds": round(mended.seconds, 2),
        "notices": [
            {"who": notice.who, "name": mended.unit.name_of(notice.who), "text": said(mended.unit, notice),
             "ask": notice_text(mended, notice)}
            for notice in notices_of(mended)
        ],
    }  # fmt: skip


def notice_text(mended: Mended, notice: Notice) -> str:
    """Return what is sent to somebody whose schedule changes."""
    days = ", ".join(dict.fromkeys(on(change.day) for change in notice.changes))
    return f"Hello {mended.unit.people[notice.who].name}, your schedule changes on {days}: {said(mended.unit, notice)}."


def _least(mended: Mended) -> str:
    if mended.least >= len(mended.changes):
        return f"{count(mended.least, 'day', 'days')}, proved: it cannot be had with fewer changes"
    return f"{count(mended.least, 'day', 'days')}, proved so far"


def _proved(mended: Mended) -> str:
    return ", proved the fewest" if mended.proved and mended.missing else ""
