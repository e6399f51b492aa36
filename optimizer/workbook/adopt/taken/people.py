"""The people of a unit, with what lists and the columns beside a grid say of them."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from statistics import median
from typing import NamedTuple

from optimizer.staffing.learn.worked_days import Rostered, Worked
from optimizer.workbook.adopt.said.numbers_said import fte_in, number_in
from optimizer.workbook.adopt.tables.accounts import LostFact
from optimizer.workbook.adopt.tables.filed import FiledTable, said_in
from optimizer.workbook.adopt.taken.identity import Identity
from optimizer.workbook.recognise.proposal import Fact

NAMES = ("name", "first name", "surname", "id")
JOB, FTE, HOURS = "role", "fte", "hours per week"
GROUPS = ("team", "skill", "skills", "certificates")
FULL_WEEK = 40.0
LEAST_FULL = 30.0
"""From how many hours on the longest week in a list is taken for full time there."""


class PersonFact(NamedTuple):
    """What one cell says of one person."""

    who: str
    filed: FiledTable
    fact: Fact


class PeopleRead(NamedTuple):
    """The people, what is said of them that is of no use, and the hours of full time where lists tell them."""

    people: tuple[Rostered, ...]
    lost: tuple[LostFact, ...]
    week: float | None = None


def people_of(tables: Iterable[FiledTable], identity: Identity, worked: Sequence[Worked]) -> PeopleRead:
    """Return everybody who works or is on a list of staff."""
    told, lost = _told(tables, identity)
    stated = _full_week(told)
    week = stated or FULL_WEEK
    roles = _roles_worked(worked)
    people = []
    for who in dict.fromkeys((*identity.ids, *(cell.who for cell in worked))):
        person, unused = _person(who, told.get(who, []), roles.get(who, ()), week)
        people.append(person)
        lost += unused
    return PeopleRead(tuple(people), tuple(lost), stated)


def _told(tables: Iterable[FiledTable], identity: Identity) -> tuple[dict[str, list[PersonFact]], list[LostFact]]:
    told: dict[str, list[PersonFact]] = {}
    lost = []
    for filed in tables:
        for fact in filed.table.facts:
            if fact.field is None or not said_in(fact):
                continue
            if who := identity.who(fact.who):
                told.setdefault(who, []).append(PersonFact(who, filed, fact))
            else:
                lost.append(LostFact(filed, fact, f"{fact.who or 'the row'} is no person, as you said"))
    return told, lost


def _full_week(told: Mapping[str, Iterable[PersonFact]]) -> float | None:
    """Return the hours of full time that lists tell: of people with an FTE those for 1.0, else the longest week."""
    weeks, for_one = [], []
    for facts in told.values():
        said = {each.fact.field: each.fact.value for each in facts}
        if (week := number_in(said.get(HOURS))) and (share := fte_in(said.get(FTE, 1))):
            weeks.append(week)
            for_one += [week / share] if FTE in said else []
    longest = median(for_one) if for_one else max(weeks, default=0.0)
    return round(longest, 1) if longest >= LEAST_FULL else None


def _roles_worked(worked: Iterable[Worked]) -> Mapping[str, tuple[str, ...]]:
    """Return the roles that duties name, by person, the most frequent first."""
    counts: dict[str, Counter[str]] = {}
    for cell in worked:
        if cell.role:
            counts.setdefault(cell.who, Counter())[cell.role] += 1
    return {who: tuple(role for role, _ in mine.most_common()) for who, mine in counts.items()}


def _person(
    who: str, told: Iterable[PersonFact], worked: tuple[str, ...], week: float
) -> tuple[Rostered, list[LostFact]]:
    job, fte, groups, lost = "", None, dict[str, None](), []
    name = who
    for each in told:
        field, said = each.fact.field, said_in(each.fact)
        share = _share(each.fact, week)
        if field in NAMES:
            name = said if field == "name" and name == who else name
        elif field == JOB and job in ("", _plain(said)):
            job = _plain(said)
        elif field in (FTE, HOURS) and share is not None and fte in (None, share):
            fte = share
        elif field in GROUPS:
            groups |= dict.fromkeys(part for part in map(_plain, said.replace(";", ",").split(",")) if part)
        else:
            lost.append(LostFact(each.filed, each.fact, _why(field or "", job, fte)))
    roles = (job, *worked) if job else worked
    main, *others = dict.fromkeys(roles) if roles else ("",)
    return Rostered(who, name, main, tuple(others), fte, tuple(groups)), lost


def _share(fact: Fact, week: float) -> float | None:
    if fact.field == HOURS:
        number = number_in(fact.value)
        return round(min(1.5, number / week), 2) if number is not None and number >= 0 else None
    return fte_in(fact.value) if fact.field == FTE else None


def _plain(said: str) -> str:
    return " ".join(said.replace(",", " ").replace(";", " ").split())


def _why(field: str, job: str, fte: float | None) -> str:
    if field == JOB:
        return f"another list says {job}, which is believed"
    if field in (FTE, HOURS):
        return "it is no share of full time" if fte is None else f"{fte:g} FTE is said as well, and is believed"
    return f"{field}: nobody is planned by it; enter it on the sheet Staff where it matters"
