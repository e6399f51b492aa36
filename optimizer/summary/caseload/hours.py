"""What cases take: a setting's own numbers beside those in use and those that a time study found."""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Any, NamedTuple

from optimizer.caseload.capacity.activity import Activity
from optimizer.caseload.capacity.calibration import Estimate, Figure, TierCare, minutes_of
from optimizer.caseload.capacity.capacity import capacity, cases_for, minutes_a_case
from optimizer.caseload.capacity.setting import Period, Phase, Setting
from optimizer.caseload.capacity.standard import CaseloadStandard, StandardKind
from optimizer.caseload.presets.capacity import standards
from optimizer.caseload.study import Kept, Record
from optimizer.caseload.tier import Tier
from optimizer.planning.words import count, hours

KINDS = {
    "community": (StandardKind.COMMUNITY,),
    "home-health": (StandardKind.HOME_HEALTH,),
    "payer": (StandardKind.PAYER, StandardKind.LONG_TERM),
    "hospital": (StandardKind.HOSPITAL,),
}
"""Whose caseloads stand beside those of a setting."""
HEADERS = ["Met by telephone", "Preset", "In use", "Measured", "4 in 5 within", "Seen", "Managers", "Fill 1.0 FTE"]
"""What stands in the lines of what cases take."""
ASIDE = (Activity.MEDICINES, Activity.TRAVEL)
"""What a study may tell and no figure here has."""


class Taken(NamedTuple):
    """What a figure comes to in minutes: by the preset, by the numbers in use, and by a time study if it was observed.

    ``cases`` is how many such cases fill 1.0 FTE by the study where it is to be used, else by the numbers in use.
    """

    figure: Figure
    preset: int
    in_use: int
    found: Estimate | None
    cases: Fraction | None


def taken(preset: Setting, in_use: Setting, estimates: Iterable[Estimate]) -> tuple[Taken, ...]:
    """Return what active cases of every tier come to, and whatever else was measured, in the order of estimates."""
    found = {each.figure: each for each in estimates}
    care = {figure for figure in found if isinstance(figure, TierCare)} | {*in_use.measured}
    care |= {TierCare(tier, Phase.ACTIVE) for tier in Tier}
    phases = [*Phase]
    order = sorted((TierCare(*each) for each in care), key=lambda each: (each.tier, phases.index(each.phase)))
    reviews = [figure for figure in found if isinstance(figure, Activity)]
    figures: list[Figure] = [*order, *reviews]
    return tuple(_taken(preset, in_use, figure, found.get(figure)) for figure in figures)


def taken_lines(rows: Iterable[Taken]) -> list[list[str]]:
    """Return a row for each figure: its name, preset, in use, measured, four in five, on what it rests, cases."""
    return [
        [
            label(each.figure), hours(each.preset), hours(each.in_use),
            *(("-", "-", "-", "-") if each.found is None else
              (hours(each.found.median), hours(each.found.high), str(each.found.observations),
               str(each.found.managers))),
            "-" if each.cases is None else f"{float(each.cases):.1f}",
        ]
        for each in rows
    ]  # fmt: skip


def flaws(estimates: Iterable[Estimate]) -> list[str]:
    """Return a sentence for everything that was measured and cannot be used."""
    return [f"{label(each.figure).capitalize()}: {each.flaw}." for each in estimates if each.flaw]


def short_text(each: Kept) -> str:
    """Return the sentence for a month of somebody that has too little in it."""
    return f"{each.manager} from {each.begins}: the rows of the month reach over less than three weeks."


def rests_on(records: Iterable[Record]) -> str:
    """Return what a study rests on, such as "212 rows by 6 case managers, 2026-09-01 to 2026-11-30"."""
    records = [*records]
    days, who = [each.day for each in records], {each.manager for each in records}
    return f"{count(len(records), 'row')} by {count(len(who), 'case manager')}, {min(days)} to {max(days)}"


def from_study(records: Iterable[Record]) -> str:
    """Return what stands beside a number that a study put in place."""
    return f"Time study: {rests_on(records)}."


def aside(records: Iterable[Record]) -> str:
    """Return what of a study is counted elsewhere, "" when nothing is."""
    total = dict.fromkeys(ASIDE, 0)
    for each in records:
        if each.activity in total:
            total[each.activity] += each.minutes
    told = ", ".join(f"{what} {hours(minutes)}" for what, minutes in total.items() if minutes)
    return f"{told}: added to the hours from elsewhere" if told else ""


def elsewhere(setting: Setting) -> Iterator[tuple[CaseloadStandard, str]]:
    """Yield how many cases others have in such a setting, with the hours that leaves for each, and the source."""
    full = capacity(setting)
    for each in standards():
        if each.kind not in KINDS[setting.key]:
            continue
        most, least = (f"{float(minutes_a_case(full, number)) / 60:.2f}" for number in (each.low, each.high))
        range_ = f"{each.low}" if each.low == each.high else f"{each.low} to {each.high}"
        cap = "" if each.cap in (None, each.high) else f", at most {each.cap}"
        time = most if most == least else f"{least} to {most}"
        yield each, f"{each.title}: {range_} cases{cap}; {time} h {per(setting)} each ({each.source.mark})."


def per(setting: Setting) -> str:
    """Return the period of a setting as "a month"."""
    return "a day" if setting.period is Period.DAY else "a month"


def label(figure: Figure) -> str:
    """Return the name of a figure."""
    return figure.label if isinstance(figure, TierCare) else figure.value


def taken_json(rows: Iterable[Taken]) -> list[dict[str, Any]]:
    """Return what cases take as plain values, in minutes."""
    return [
        {
            "what": label(each.figure), "preset": each.preset, "in_use": each.in_use,
            "measured": each.found and {
                "median": each.found.median, "four_in_five": each.found.high,
                "observations": each.found.observations, "managers": each.found.managers, "flaw": each.found.flaw,
            },
            "cases_of_full_time": None if each.cases is None else round(float(each.cases), 1),
        }
        for each in rows
    ]  # fmt: skip


def _taken(preset: Setting, in_use: Setting, figure: Figure, found: Estimate | None) -> Taken:
    now = minutes_of(in_use, figure)
    each = found.median if found and found.enough else now
    cases = cases_for(capacity(in_use), Fraction(each)) if each and isinstance(figure, TierCare) else None
    return Taken(figure, minutes_of(preset, figure), now, found, cases)
