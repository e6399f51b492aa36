"""Tells people of a schedule: publish."""

from collections.abc import Iterable, Iterator

import click

from optimizer.cli.draft.drafted import contents_in, draft_number, judge_in
from optimizer.cli.draft.stored import open_store, stored
from optimizer.cli.terminal import as_json, print_facts, refuse
from optimizer.planning.rule import Finding
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import count, points
from optimizer.staffing.schedule.accepted import Accepted, accepted, still_accepted, unaccepted
from optimizer.store.drafts import plan_at
from optimizer.store.errors import StoreError
from optimizer.store.frozen import policy_text
from optimizer.store.publications import grounds_of, known_to
from optimizer.store.publications import publish as freeze
from optimizer.store.revisions import revision_of
from optimizer.store.roles import Actor, Permission, check
from optimizer.store.workbooks import workbook_of
from optimizer.summary.schedule.publication import asked, named


@click.command()
@draft_number
@click.option("--version", required=True, type=click.IntRange(min=1), help="The version you saw.")
@click.option(
    "--accept", "answers", multiple=True, metavar="RULE:WHO:DAY=REASON", help="Answer for a breach; as often as needed."
)
@click.option("--accept-all", "rest", metavar="REASON", help="Answer for every breach that is left.")
@click.option("--why", default="", help="The reason of an amendment: why what was published changes.")
@as_json
@stored
def publish(
    actor: Actor, number: int, version: int, answers: tuple[str, ...], rest: str | None, why: str, as_json: bool
) -> None:
    """Publish a draft's schedule: it is frozen with its rules, its score and who answers for which breach.

    What is published again is an amendment. Breaches that were accepted before, and are the same, stay accepted.
    """
    check(actor, Permission.PUBLISH)
    store = open_store()
    revision = revision_of(store, actor, number)
    contents = contents_in(workbook_of(store, actor, number, revision), as_json)
    judge = judge_in(contents)
    verdict = judge.judge(known_to(contents.unit, plan_at(store, actor, number, version)))
    musts = tuple(found for found in judge.findings(verdict) if found.must)
    before = [each for its in grounds_of(store, actor, number)[-1:] for each in its.accepted]
    given = _accepted(contents.unit, musts, before, answers, rest)
    open_ = unaccepted(contents.unit, musts, given)
    if open_:
        refuse([asked(contents.unit, finding) for finding in open_], as_json)
    made = freeze(
        store, actor, number, version, revision=revision, unit=contents.unit, policy=policy_text(contents.policy),
        score=verdict.score, accepted=given, why=why,
    )  # fmt: skip
    facts = [
        ("Draft", f"{number}, version {version}"),
        ("Published", "for the first time" if made == 1 else f"as amendment {made}"),
        ("Accepted", count(len(given), "must-fix problem")),
        ("Score", points(verdict.score.cost)),
    ]
    if made > 1:
        facts.append(("Notices", f"optimizer draft diff {number} p{made - 1} p{made} -o notices.xlsx"))
    print_facts({"draft": number, "version": version, "number": made, "accepted": len(given)}, facts, as_json)


def _accepted(
    unit: Unit, musts: tuple[Finding, ...], before: Iterable[Accepted], answers: Iterable[str], rest: str | None
) -> tuple[Accepted, ...]:
    """Return who answers for what: what is said now, then what was accepted before, then what is left if asked."""
    reasons = dict(_parsed(answer, {named(found) for found in musts}) for answer in answers)
    new = tuple(accepted(unit, found, reasons[named(found)]) for found in musts if named(found) in reasons)
    left = unaccepted(unit, musts, new)
    old = still_accepted(unit, left, before)
    others = unaccepted(unit, left, old) if rest else ()
    return (*new, *old, *(accepted(unit, found, rest or "") for found in others))


def _parsed(answer: str, known: set[str]) -> tuple[str, str]:
    name, equals, reason = (part.strip() for part in answer.partition("="))
    if not equals or not reason:
        raise StoreError(f"'{answer}' gives no reason; write RULE:WHO:DAY=REASON.")
    if name not in known:
        raise StoreError(f"'{name}' is no must-fix problem of this schedule; there are: {_list(sorted(known))}.")
    return name, reason


def _list(names: list[str]) -> str:
    return ", ".join(_first(names, 12)) or "none"


def _first(names: list[str], most: int) -> Iterator[str]:
    yield from names[:most]
    if len(names) > most:
        yield f"and {len(names) - most} more"
