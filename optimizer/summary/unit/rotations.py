"""Who follows which rotation, how strictly, and where something goes before it."""

from collections import defaultdict

from optimizer.planning.policy import Mode, Policy
from optimizer.staffing.facts.rotation import Rotation
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import count, on
from optimizer.staffing.rules.sequence.follow_rotation import FollowRotation
from optimizer.staffing.rules.sequence.rotation_days import days_lost
from optimizer.summary.facts import Facts


def rotation_facts(unit: Unit, policy: Policy) -> Facts:
    """Return what there is to know of a unit's rotations; nothing where it has none."""
    if not unit.rotations:
        return []
    told = "; ".join(_rotation(unit, rotation) for rotation in unit.rotations)
    lost = _lost(unit)
    before = [("Not by rotation", "; ".join(lost))] if lost else []
    return [("Rotations", f"{told}. {_kept(policy)}"), *before]


def _rotation(unit: Unit, rotation: Rotation) -> str:
    people = sum(staff.rotation == rotation.name for staff in unit.staff)
    duties = count(sum(map(bool, rotation.pattern)), "duty", "duties")
    return f"{rotation.name}, {duties} in {count(len(rotation.pattern), 'day')}, {count(people, 'person', 'people')}"


def _kept(policy: Policy) -> str:
    rulings = [each for each in policy.rulings if isinstance(each.rule, FollowRotation) and each.mode is not Mode.OFF]
    if not rulings:
        return f"The rule {FollowRotation.key} is off, so nobody is held to them"
    return "; ".join("A must" if each.mode is Mode.MUST else "At a price" for each in rulings)


def _lost(unit: Unit) -> list[str]:
    """Return the duties of rotations that something goes before, together by person and reason."""
    days: dict[tuple[str, str], list[str]] = defaultdict(list)
    for (who, day, code), why in days_lost(unit):
        days[who, why].append(f"{code} on {on(day)}")
    return [f"{unit.name_of(who)}, {', '.join(each)}: {why}" for (who, why), each in days.items()]
