"""How the days stand over a grid: one or two rows of cells, with what they leave to titles."""

from collections.abc import Callable
from datetime import date, datetime, time
from random import Random
from typing import Any

from tests.workbook.recognise.wild.plan import Plan

Head = Callable[[Plan, date], Any]


def _worded(plan: Plan, day: date) -> str:
    eastern = plan.tongue.locale in ("ja", "zh", "ko")
    return plan.said(
        day,
        "M月d日(EEE)".replace("月", "월").replace("日", "일")
        if plan.tongue.locale == "ko"
        else "M月d日(EEE)"
        if eastern
        else "EEE d. MMM",
    )


def _dated(plan: Plan, day: date) -> Any:
    return datetime.combine(day, time())


FULL: dict[str, tuple[Head, ...]] = {
    "dates": (_dated,),
    "weekday, dates": (lambda plan, day: plan.said(day, "EEE"), _dated),
    "iso": (lambda plan, day: day.isoformat(),),
    "d.m.y": (lambda plan, day: f"{day:%d.%m.%Y}",),
    "d/m/y": (lambda plan, day: f"{day:%d/%m/%Y}",),
    "m/d/y": (lambda plan, day: f"{day.month}/{day.day}/{day.year}",),
    "d-mmm-yy": (lambda plan, day: f"{day.day}-{day:%b-%y}",),
    "weekday d/m/y": (lambda plan, day: f"{plan.said(day, 'EEE')} {day:%d/%m/%Y}",),
    "weekday\nd.m.y": (lambda plan, day: f"{plan.said(day, 'EEE')}\n{day:%d.%m.%y}",),
    "dates, weekday": (_dated, lambda plan, day: plan.said(day, "EEEE")),
}
"""Headers that tell whole dates."""
YEARLESS: dict[str, tuple[Head, ...]] = {
    "d.m.": (lambda plan, day: f"{day.day}.{day.month}.",),
    "d/m": (lambda plan, day: f"{day.day}/{day.month}",),
    "m/d": (lambda plan, day: f"{day.month}/{day.day}",),
    "dd/mm, weekday": (lambda plan, day: f"{day:%d/%m}", lambda plan, day: plan.said(day, "EEE")),
    "weekday d/m": (lambda plan, day: f"{plan.said(day, 'EEE')} {day.day}/{day.month}",),
    "d mmm": (lambda plan, day: f"{day.day} {day:%b}",),
    "d-mmm": (lambda plan, day: f"{day.day:02d}-{day:%b}",),
    "mmm d": (lambda plan, day: f"{day:%b} {day.day}",),
    "weekday d. MMM": (_worded,),
}
"""Headers that tell day and month."""
NUMBERED: dict[str, tuple[Head, ...]] = {
    "1": (lambda plan, day: day.day,),
    "1.0": (lambda plan, day: float(day.day),),
    "01": (lambda plan, day: f"{day.day:02d}",),
    "1.": (lambda plan, day: f"{day.day}.",),
    "1, weekday": (lambda plan, day: day.day, lambda plan, day: plan.said(day, "EEE")),
    "weekday, 1": (lambda plan, day: plan.said(day, "EEE"), lambda plan, day: day.day),
    "letter, 1": (lambda plan, day: plan.said(day, "EEEEE"), lambda plan, day: day.day),
    "1, letter": (lambda plan, day: day.day, lambda plan, day: plan.said(day, "EEEEE").lower()),
    "weekday 1": (lambda plan, day: f"{plan.said(day, 'EEE')} {day.day}",),
    "weekday\n1": (lambda plan, day: f"{plan.said(day, 'EEE')}\n{day.day}",),
    "1 weekday": (lambda plan, day: f"{day.day} {plan.said(day, 'EEE')}",),
    "1(weekday)": (lambda plan, day: f"{day.day}({plan.said(day, 'EEEEE')})",),
    "1st": (lambda plan, day: f"{day.day}{_ending(day.day)}",),
    "Day 1": (lambda plan, day: f"Day {day.day}",),
}
"""Headers that tell the day of the month alone."""


def _ending(number: int) -> str:
    return "th" if 10 < number < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def drawn(rng: Random, sort: dict[str, tuple[Head, ...]], plan: Plan) -> tuple[str, list[list[Any]]]:
    """Return the name of a header of a sort, and its rows."""
    name = rng.choice([*sort])
    return name, [[head(plan, day) for day in plan.days] for head in sort[name]]
