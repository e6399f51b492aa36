"""Two people's duties exchanged as one edit: draft swap."""

from collections.abc import Sequence
from datetime import date, datetime

import click

from optimizer.cli.draft.drafted import contents_in, draft_number, judge_in
from optimizer.cli.draft.stored import open_store, stored
from optimizer.cli.terminal import as_json, print_facts, refuse
from optimizer.cli.unit.wanted import staff_of
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import points_changed
from optimizer.store.drafts import accept, plan_at, version_of
from optimizer.store.errors import StoreError
from optimizer.store.locks import locks_of
from optimizer.store.publications import known_to
from optimizer.store.roles import Actor, Permission, check
from optimizer.store.workbooks import workbook_of
from optimizer.summary.facts import Facts
from optimizer.summary.schedule.swaps import Swap, SwapPartners, swap_partners, swap_said
from optimizer.summary.schedule.swaps import swap as swapped


@click.command()
@draft_number
@click.option("--who", required=True, metavar="STAFF", help="The id of one person.")
@click.option("--with", "other", metavar="STAFF", help="The id of the other; without it, who could swap is listed.")
@click.option(
    "--day", "days", required=True, multiple=True, type=click.DateTime(["%Y-%m-%d"]),
    help="A day on which they have each other's duties. Give it again for more: the day of the one, that of the other.",
)  # fmt: skip
@click.option("--version", type=click.IntRange(min=1), help="The version you saw; needed to swap.")
@click.option("--why", help="The reason, for those who read the history; needed to swap.")
@click.option("--anyway", is_flag=True, help="Swap even where that makes a must-fix problem.")
@as_json
@stored
def swap(
    actor: Actor, number: int, who: str, other: str | None, days: Sequence[datetime], version: int | None,
    why: str | None, anyway: bool, as_json: bool,
) -> None:  # fmt: skip
    """Exchange what two people have on some days, judged in both rows before it is taken; or list who could swap."""
    check(actor, Permission.EDIT_DRAFTS)
    store = open_store()
    seen = version_of(store, actor, number)
    contents, locked = contents_in(workbook_of(store, actor, number), as_json), locks_of(store, actor, number)
    unit, judge = contents.unit, judge_in(contents)
    verdict = judge.judge(known_to(unit, plan_at(store, actor, number, min(version or seen, seen))))
    staff_of(unit, who)
    dates = [_planned(unit, day) for day in days]
    if other is None:
        _list(unit, swap_partners(unit, judge, verdict, who, dates[0], locked=locked), as_json)
        return
    staff_of(unit, other)
    if version is None or not why:
        raise StoreError("A swap takes the version you saw and the reason: --version and --why.")
    wanted = swapped(unit, judge, verdict, who, other, dates, locked)
    _refuse_what_cannot_be(wanted, anyway, as_json)
    said = swap_said(unit, wanted)
    made = accept(store, actor, number, version, wanted.minus, wanted.plus, f"Swap: {said}; {why}")
    print_facts(
        {"draft": number, "version": made, "swap": said, "breaks": [*wanted.effect.breaks]},
        [("Draft", str(number)), ("Version", str(made)), ("Swapped", said), *_told(wanted)], as_json,
    )  # fmt: skip


def _refuse_what_cannot_be(wanted: Swap, anyway: bool, as_json: bool) -> None:
    """Refuse a swap that cannot be at all; and one that breaks a must, unless it is wanted anyway."""
    if wanted.reasons and not (anyway and wanted.reasons == wanted.effect.breaks):
        more = [] if wanted.reasons != wanted.effect.breaks else ["Nothing was done; --anyway swaps all the same."]
        refuse([*wanted.reasons, *more], as_json)


def _list(unit: Unit, found: SwapPartners, as_json: bool) -> None:
    facts: Facts = [(unit.name_of(each.other), f"{swap_said(unit, each)}: {_cost(each)}") for each in found.could]
    facts += [(f"Not {unit.name_of(each.other)}", " ".join(each.reasons)) for each in found.could_not]
    values = {
        "could": [{"with": each.other, "days": [*map(str, each.days)], "penalty_cents": each.effect.penalty}
                  for each in found.could],
        "could_not": [{"with": each.other, "reasons": [*each.reasons]} for each in found.could_not],
    }  # fmt: skip
    print_facts(values, facts or [("Swaps", "none: there is no duty on that day that somebody could swap")], as_json)


def _told(wanted: Swap) -> Facts:
    sentences = (("Breaks", wanted.effect.breaks), ("Puts right", wanted.effect.gone))
    return [("Changes", _cost(wanted)), *((name, each) for name, found in sentences for each in found)]


def _cost(wanted: Swap) -> str:
    return points_changed(wanted.effect.penalty)


def _planned(unit: Unit, day: datetime) -> date:
    if day.date() not in unit.days:
        raise StoreError(f"{day.date()} is not in the planning period, {unit.calendar.first} to {unit.calendar.last}.")
    return day.date()
