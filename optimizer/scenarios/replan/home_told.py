"""Who goes home, in sentences for people and values for machines."""

from typing import Any

from optimizer.planning.currency import money
from optimizer.scenarios.replan.home import GoingHome, HomeClass, SentHome
from optimizer.staffing.facts.unit import Unit

WHY = {
    HomeClass.OVERTIME: "would be on overtime",
    HomeClass.AGENCY: "agency",
    HomeClass.VOLUNTEER: "asked to be off",
    HomeClass.PER_DIEM: "per diem",
    HomeClass.OWN: "own staff",
}


def home_lines(unit: Unit, going: GoingHome, shown: int) -> list[str]:
    """Return a line for everyone who goes home, and for those who have to stay."""
    lines = [f"{place:>3}. {_said(unit, each)}" for place, each in enumerate(going.people, start=1)]
    stay = [f"     stays: {unit.name_of(who)}, since {' '.join(breaks)}" for who, breaks in going.stay]
    return (lines or ["Nobody can go home without a must-fix problem."]) + stay[:shown]


def home_json(unit: Unit, going: GoingHome) -> dict[str, Any]:
    """Return who goes home as plain values."""
    return {
        "home": [
            {"who": each.who, "name": unit.name_of(each.who), "shift": each.duty.shift,
             "class": WHY[each.home], "turn": each.turn.place if each.turn else None,
             "pay_cents": each.effect.pay, "penalty_cents": each.effect.penalty}
            for each in going.people
        ],
        "stay": [{"who": who, "reasons": [*breaks]} for who, breaks in going.stay],
    }  # fmt: skip


def _said(unit: Unit, each: SentHome) -> str:
    turn = f", number {each.turn.place} of {each.turn.among} for {each.turn.what}" if each.turn else ""
    saved = f"saves {money(-each.effect.pay)} of pay" if each.effect.pay < 0 else "saves no pay"
    return f"{unit.name_of(each.who)} ({each.duty.shift}): {WHY[each.home]}{turn}; {saved}."
