"""How robust a schedule is, in lines for people and values for machines."""

from calendar import day_name
from typing import Any

from optimizer.planning.currency import money
from optimizer.planning.words import count, on, percent
from optimizer.scenarios.stress.rates import StressRates
from optimizer.scenarios.stress.stress import FragileShift, ReliefNurse, Spread, StressReport
from optimizer.summary.facts import Facts


def stress_facts(report: StressReport) -> Facts:
    """Return what a period comes to on average, with its spread."""
    return [
        ("Periods", f"{report.periods:,} simulated; {rates_said(report.rates)}"),
        ("Missed", _many(report.absent, "duties")),
        ("Came in", _many(report.asked, "people")),
        ("Uncovered", _hours(report.uncovered)),
        ("Below minimum", _hours(report.below)),
        ("Overtime", _hours(report.overtime)),
        ("Wages", f"{_dollars(report.cents)}, sick pay left out"),
    ]


def rates_said(rates: StressRates) -> str:
    """Return in words how often people are away, and from where that is known."""
    census = f"census as on {count(len(rates.census), 'day')} of the history" if rates.census else "census as planned"
    return f"{percent(rates.absent)} of duties missed, {rates.source}; {census}"


def stress_lines(report: StressReport, shown: int) -> list[str]:
    """Return the most fragile shifts, and where one more nurse would save the most."""
    fragile = [f"  {_fragile(each)}" for each in report.fragile[:shown]] or ["  none: all that was promised is covered"]
    relief = [f"  {_relief(each)}" for each in report.relief[:shown]]
    more = ["One more nurse on call, or from the float pool:", *relief] if relief else []
    return ["Fragile shifts:", *fragile, *more]


def stress_json(report: StressReport) -> dict[str, Any]:
    """Return it as plain values: minutes and cents in a period."""
    names = ("absent", "asked", "uncovered", "below", "overtime", "cents")
    return {
        "periods": report.periods, "rate": report.rates.absent,
        **{name: getattr(report, name)._asdict() for name in names},
        "by_shift": [{**each._asdict(), "minutes": each.minutes._asdict()} for each in report.by_shift],
        "fragile": [{**each._asdict(), "day": each.day.isoformat()} for each in report.fragile],
        "relief": [each._asdict() for each in report.relief],
    }  # fmt: skip


def _fragile(each: FragileShift) -> str:
    where = f"{each.shift} as {each.role} on {on(each.day)}"
    return f"{where}: uncovered in {percent(each.chance)} of periods, {each.minutes / 60:.1f} h on average"


def _relief(each: ReliefNurse) -> str:
    worth = f", worth {money(round(each.cents))}" if each.cents else ""
    where = f"{each.shift} as {each.role} on {day_name[each.weekday]}s ({count(each.nights, 'day')})"
    return f"{where}: {each.minutes / 60:.1f} h more covered in a period{worth}"


def _many(found: Spread, things: str) -> str:
    return f"{found.mean:.1f} {things} in a period, {found.low:.0f} to {found.high:.0f} in 9 of 10"


def _hours(found: Spread) -> str:
    low, high, off = found.low / 60, found.high / 60, found.off / 60
    return f"{found.mean / 60:,.1f} h in a period (± {off:.1f}), {low:,.0f} to {high:,.0f} h in 9 of 10"


def _dollars(found: Spread) -> str:
    low, high, off = (money(round(each)) for each in (found.low, found.high, found.off))
    return f"{money(round(found.mean))} in a period (± {off}), {low} to {high} in 9 of 10"
