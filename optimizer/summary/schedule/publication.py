"""What was published, why as it is, and what somebody still has to answer for."""

from collections.abc import Iterable
from typing import Any

from optimizer.planning.rule import Finding
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import count, points
from optimizer.staffing.schedule.accepted import Accepted
from optimizer.store.publications import Grounds, Publication
from optimizer.summary.facts import Facts


def titled(publication: Publication) -> str:
    """Return what a publication is called: "Publication" for the first of a draft, then "Amendment 2"."""
    return "Publication" if publication.number == 1 else f"Amendment {publication.number}"


def issue(publication: Publication, at: str) -> str:
    """Return which version is in hand, as it stands on what is handed out; ``at`` is when, as people read it."""
    return f"{titled(publication)}, version {publication.version}, published {at} by {publication.who}"


def published_facts(found: Iterable[Publication]) -> Facts:
    """Return a line for every publication, as everybody may see it."""
    return [
        (f"Draft {each.draft}", f"{each.unit}, {each.draft_name}; {titled(each)} by {each.who} at {each.at}")
        for each in found
    ]


def published_json(found: Iterable[Publication]) -> list[dict[str, Any]]:
    """Return publications as plain values, as everybody may see them."""
    return [
        {
            "draft": each.draft, "unit": each.unit, "name": each.draft_name, "number": each.number,
            "version": each.version, "at": each.at, "who": each.who,
        }
        for each in found
    ]  # fmt: skip


def history_facts(publications: Iterable[Publication], grounds: Iterable[Grounds]) -> Facts:
    """Return the publications of a draft with their grounds: a line each, and one for every accepted breach."""
    facts: Facts = []
    for each, its in zip(publications, grounds, strict=True):
        why = f": {its.why}" if its.why else ""
        facts.append((titled(each), f"{each.at}  {each.who}  version {each.version}{why}"))
        broken = count(len(its.accepted), "must-fix problem")
        facts.append(("", f"{broken} accepted, {points(its.score.cost)}"))
        facts += [("  accepted", f"{breach.sentence}  Because: {breach.reason}") for breach in its.accepted]
    return facts


def history_json(publications: tuple[Publication, ...], grounds: Iterable[Grounds]) -> list[dict[str, Any]]:
    """Return the publications of a draft with their grounds as plain values."""
    return [
        {
            **each,
            "why": its.why or None,
            "broken": its.score.broken,
            "cost_cents": its.score.cost,
            "accepted": [_accepted_json(breach) for breach in its.accepted],
        }
        for each, its in zip(published_json(publications), grounds, strict=True)
    ]


def named(finding: Finding) -> str:
    """Return the name of a breach, by which it is accepted: rule, person (empty when nobody's own) and day."""
    return f"{finding.rule.key}:{finding.place.who}:{finding.day}"


def asked(unit: Unit, finding: Finding) -> str:
    """Return what to say of a breach that nobody answers for yet."""
    return f"{named(finding)} needs a reason: {finding.rule.say(unit, finding)}"


def _accepted_json(breach: Accepted) -> dict[str, Any]:
    return {
        "rule": breach.rule,
        "who": breach.who or None,
        "day": breach.day.isoformat(),
        "sentence": breach.sentence,
        "reason": breach.reason,
    }
