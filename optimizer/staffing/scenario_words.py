"""What a scenario changes, in words."""

from collections import Counter
from collections.abc import Iterator

from optimizer.planning.currency import money
from optimizer.planning.policy import Mode
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import hours, points
from optimizer.staffing.policy import RULES
from optimizer.staffing.scenario import Position, RuleChange, Scenario


def changes_of(scenario: Scenario, unit: Unit, *, names: bool) -> list[str]:
    """Return one phrase for everything that a scenario changes; people by what they are unless ``names`` is set."""
    return [*_money(scenario), *_patients(scenario), *_people(scenario, unit, names), *map(_rule, scenario.rules)]


def position_said(position: Position) -> str:
    """Return a position as people read it: "2 RN, 0.9 FTE, N only"."""
    only = f", {position.shift} only" if position.shift else ""
    return f"{position.count} {position.role}, {position.fte:g} FTE{only}"


def _money(scenario: Scenario) -> Iterator[str]:
    if scenario.budget is not None:
        yield f"a budget of {money(scenario.budget)}"
    if scenario.overtime_cap is not None:
        yield f"at most {hours(scenario.overtime_cap)} of overtime"
    if scenario.agency_cap is not None:
        yield f"at most {hours(scenario.agency_cap)} of agency staff"
    if scenario.wages:
        yield f"wages {_more(scenario.wages, 'higher', 'lower')}"
    if scenario.agency_rate:
        yield f"agency rates {_more(scenario.agency_rate, 'higher', 'lower')}"


def _patients(scenario: Scenario) -> Iterator[str]:
    if scenario.census:
        yield f"{_more(scenario.census, 'more', 'fewer')} patients"
    if scenario.hppd is not None:
        yield f"{hours(scenario.hppd)} of direct care a patient and day"
    if scenario.jurisdictions is not None:
        yield f"the law of {', '.join(scenario.jurisdictions) or 'no jurisdiction'}"


def _people(scenario: Scenario, unit: Unit, names: bool) -> Iterator[str]:
    gone = [unit.people[who] for who in scenario.remove if who in unit.people]
    if gone and names:
        yield f"without {', '.join(unit.name_of(staff.id) for staff in gone)}"
    elif gone:
        roles = Counter(staff.roles[0] for staff in gone)
        yield f"without {', '.join(f'{number} {role}' for role, number in roles.items())}"
    if scenario.add:
        yield f"with {'; '.join(map(position_said, scenario.add))} more"


def _rule(change: RuleChange) -> str:
    (rule,) = (rule for rule in RULES if rule.key == change.key)
    told = []
    if change.mode is not None and change.mode is not Mode.PRICED:
        told.append("a must" if change.mode is Mode.MUST else "off")
    if change.price is not None:
        told.append(f"{points(change.price)} per {rule.unit}")
    if change.limit is not None and rule.measure:
        told.append(f"limit {rule.measure.say(change.limit)}")
    return f"rule '{rule.title}': {', '.join(told) or 'priced'}"


def _more(thousandths: int, up: str, down: str) -> str:
    return f"{abs(thousandths) / 10:g} % {up if thousandths > 0 else down}"


def counted(changes: list[str]) -> str:
    """Return some changes as one sentence, "Nothing." for none."""
    told = "; ".join(changes)
    return f"{told[0].upper()}{told[1:]}." if told else "Nothing."
