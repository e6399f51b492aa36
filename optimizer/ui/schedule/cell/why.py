"""Why somebody works the cell in hand or not: what all else would cost in which rules, to be tried by a click."""

from optimizer.planning.pair import Plan
from optimizer.staffing.facts.words import on
from optimizer.staffing.schedule.freedom import settled_cells
from optimizer.store.roles import Permission
from optimizer.summary.explain.why import SHOWN, Asked, Why, now_said, option_said, refusal_said, why
from optimizer.summary.schedule.candidates import Option
from optimizer.summary.schedule.wishes import wish_words
from optimizer.ui.frame.desk import Desk
from optimizer.ui.grid import Selected
from optimizer.ui.grid.memory import GridMemory
from optimizer.ui.schedule.cell.told import option_named
from optimizer.ui.schedule.offers import ButtonWords, EditOffer, OfferList, show_offers

TRY = ButtonWords("Try", "Tried", "Tried beside the grid")
NONE, LOCKED = "Nothing else could stand in this cell.", "Locked: unlock it to try another."
SETTLED = "The workbook settles this cell: change it there to try another."


def cell_why(desk: Desk, memory: GridMemory, chosen: Selected) -> None:
    """Tell what decides the cell, what was asked for and what granting it takes, and all else that could be there."""
    place = ("why", desk.draft.id, chosen.who, chosen.day)
    show_offers(desk, place, lambda: why_list(desk, chosen), TRY, _kept(desk, chosen) or NONE, memory.own.add)


def _kept(desk: Desk, chosen: Selected) -> str:
    """Return what keeps a cell as it is, and how it would be let go; "" where nothing does."""
    cell = (chosen.who, chosen.day)
    if cell in settled_cells(desk.unit):
        return SETTLED
    return LOCKED if cell in desk.locks else ""


def why_list(desk: Desk, chosen: Selected) -> OfferList:
    """Return what may be tried, the grants first; of a cell that is locked its prices are only told."""
    found = why(desk.unit, desk.judge, desk.verdict, chosen.who, chosen.day, locked=desk.locks)
    told = [now_said(desk.unit, found), *(f"Asked for {refusal_said(asked)}" for asked in found.asked)]
    every = [each for each in found.others if not each.reasons]
    could = every[:SHOWN]
    told += [f"Of {len(every)} others the best {SHOWN}:"] if every[SHOWN:] else []
    could_not = tuple((option_named(desk, found.who, each), each.reasons) for each in found.others if each.reasons)
    if not _kept(desk, chosen):
        return OfferList(desk.version, _offers(desk, found, could), could_not, (*told,), in_full=True)
    priced = map(option_said, could) if desk.may(Permission.READ_PAY) else ()
    return OfferList(desk.version, (), could_not, (*told, *priced), in_full=True)


def _offers(desk: Desk, found: Why, could: list[Option]) -> tuple[EditOffer, ...]:
    """Return the edits that may be tried, each once: to grant a request may be to give what else there could be."""
    grants = [offer for asked in found.asked for offer in _grant(desk, found, asked)]
    others = [EditOffer(option_named(desk, found.who, each), each) for each in could]
    once: dict[tuple[Plan, Plan], EditOffer] = {}
    for offer in (*grants, *others):
        once.setdefault((offer.edit.minus, offer.edit.plus), offer)
    return tuple(once.values())


def _grant(desk: Desk, found: Why, asked: Asked) -> list[EditOffer]:
    if asked.grant is None:
        return []
    name = desk.unit.name_of(found.who)
    said = f"Request granted: {name}, {wish_words(asked.request)}, {on(found.day)}"
    return [EditOffer(f"To grant it: {asked.grant.said}", asked.grant, said)]
