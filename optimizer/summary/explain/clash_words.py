"""A clash in sentences: its causes together by rule, with names and dates."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from optimizer.engine.explain.cause import Cause, FixedCell, LocalClash
from optimizer.planning.formulation import Clause
from optimizer.planning.law import Sum
from optimizer.planning.words import capital
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import count, on
from optimizer.staffing.rules.coverage.coverage import Coverage
from optimizer.staffing.rules.who.availability import Availability
from optimizer.staffing.rules.who.leave import Leave
from optimizer.summary.explain.duty_words import duty_on_day

SHORT, LONG = 2, 60
"""How many needs a clash in one line tells, and up to how many letters its names are told there."""
NAMED = 4
"""How many names, or days, are told one by one."""
HEAD = "These cannot stand together, and without any one of them there is a way for the rest:"
NOT_SHRUNK = "These cannot stand together; there was no time to find out whether all of them are needed for that:"


def clash_lines(unit: Unit, clash: LocalClash, most: int) -> tuple[str, ...]:
    """Return a clash in at most so many lines, of which the first says what the others are: needs, people, rules."""
    lines = [*cause_lines(unit, clash)]
    if len(lines) > most - 1:
        kept = most - 2
        lines = [*lines[:kept], f"and {count(len(lines) - kept, 'more rule', 'more rules')} for the same days."]
    return (HEAD if clash.smallest else NOT_SHRUNK, *lines)


def cause_lines(unit: Unit, clash: LocalClash) -> tuple[str, ...]:
    """Return the causes of a clash, a sentence for every kind."""
    needs, others = tuple(_needs(clash)), (*_cells(unit, clash), *_rules(unit, clash))
    return (*needs, *(others or (f"{capital(_nobody(needs))}.",)))


def clash_in_short(unit: Unit, clash: LocalClash) -> str:
    """Return a clash in one line: what is needed, and of what else how much stands against it."""
    needs = [said.removesuffix(".") for said in _needs(clash)]
    others = [cause for cause in clash.causes if not _is_need(cause)]
    against = Counter(_title(cause) for cause in others)
    told = ", ".join(f"{title} ({number})" for title, number in against.items())
    who = "; ".join(dict.fromkeys(unit.name_of(who) for cause in others if (who := _who(cause))))
    between = f"{told}{f' of {who}' if who and len(who) < LONG else ''}" or _nobody(needs)
    if not needs:
        return f"{capital(between)} cannot stand together."
    more = f", and {count(len(needs) - SHORT, 'more need')}" if len(needs) > SHORT else ""
    return f"{', '.join(needs[:SHORT])}{more}. Against that: {between}."


def _nobody(needs: Sequence[str]) -> str:
    """Return what stands against needs alone, when no rule and no lock does."""
    return "fewer people than that can be there" if len(needs) > 1 else "nobody can be there"


def _is_need(cause: Cause) -> bool:
    return isinstance(cause, Clause) and isinstance(cause.rule, Coverage)


def _needs(clash: LocalClash) -> Iterable[str]:
    """Yield what is needed, the same on several days together."""
    days: dict[str, list[date]] = defaultdict(list)
    for cause in clash.causes:
        if isinstance(cause, Clause) and isinstance(cause.rule, Coverage) and isinstance(cause.law, Sum):
            shift, role = cause.law.place.what
            asked = f"at most {cause.law.high}" if cause.law.low is None else f"{cause.law.low}"
            days[f"{shift} needs {asked} as {role}"].append(_day(cause) or date.min)
    return (f"{said} {on_days(each)}." for said, each in days.items())


def _cells(unit: Unit, clash: LocalClash) -> Iterable[str]:
    """Yield what is decided already."""
    cells = [cause for cause in clash.causes if isinstance(cause, FixedCell)]
    kept = [f"{unit.name_of(pair.who)} {duty_on_day(pair.what)}" for cell in cells for pair in sorted(cell.keep)]
    closed = [f"{unit.name_of(c.who)} on {on(c.day)}" if c.day else unit.name_of(c.who) for c in cells if not c.keep]
    if kept:
        yield f"Locked or entered: {some(kept)}."
    if closed:
        yield f"Kept free: {some(closed)}."


def _rules(unit: Unit, clash: LocalClash) -> Iterable[str]:
    """Yield every other rule with whom, or what, it binds and when."""
    groups: dict[str, list[Clause]] = defaultdict(list)
    for cause in clash.causes:
        if isinstance(cause, Clause) and not _is_need(cause):
            groups[_opening(cause)].append(cause)
    return (f"{opening}: {some(_bound(unit, each))}." for opening, each in groups.items())


def _opening(clause: Clause) -> str:
    if isinstance(clause.rule, Leave | Availability):
        return str(clause.rule.title)
    asks = clause.rule.asks
    return f"{clause.rule.title} ({asks[:1].lower()}{asks[1:]})"


def _bound(unit: Unit, clauses: Iterable[Clause]) -> list[str]:
    """Return whom, or what, some clauses bind, with the days of those that are about days."""
    days: dict[str, list[date]] = defaultdict(list)
    for clause in clauses:
        who = _who(clause)
        what = clause.law.place.what if isinstance(clause.law, Sum) else ()
        said = unit.name_of(who) if who else " ".join(what) or "everyone"
        days[said].extend([day] if (day := _day(clause)) else [])
    return [f"{said} {on_days(each)}" if each else said for said, each in days.items()]


def _who(cause: Cause) -> str:
    if isinstance(cause, FixedCell):
        return cause.who
    return cause.law.place.who if isinstance(cause.law, Sum) else cause.law.who


def _day(cause: Clause) -> date | None:
    return cause.law.place.day if isinstance(cause.law, Sum) else None


def _title(cause: Cause) -> str:
    return "locked or kept free" if isinstance(cause, FixedCell) else str(cause.rule.title).lower()


def on_days(days: Sequence[date]) -> str:
    """Return some days as "on Thu 24 Dec and Fri 25 Dec", and many as "on 9 days from Thu 24 Dec to Wed 6 Jan"."""
    each = sorted(set(days))
    if len(each) > NAMED:
        return f"on {len(each)} days from {on(each[0])} to {on(each[-1])}"
    said = [on(day) for day in each]
    return f"on {' and '.join((', '.join(said[:-1]), said[-1])) if said[1:] else said[0]}"


def some(names: Sequence[str]) -> str:
    """Return names as "Poe, Ann; Lee, Bob; Ray, Cas", of many the first and how many more."""
    if len(names) > NAMED + 1:
        return f"{'; '.join(names[:NAMED])}; and {len(names) - NAMED} more"
    return "; ".join(names)
