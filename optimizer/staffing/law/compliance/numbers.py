"""Breaches of ratios, of the mix of nurses and of their fewest number, at every moment of every shift."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from math import ceil

from optimizer.planning.pair import Plan
from optimizer.staffing.facts.shift import Part
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import clock, count, either, on
from optimizer.staffing.law.compliance.breach import Breach
from optimizer.staffing.law.compliance.presence import Moment, Post, counted, moments, posts
from optimizer.staffing.law.lawful import in_force, mixes_on, ratios_on
from optimizer.staffing.law.statute import Headcount, Mix, Preset, Ratio
from optimizer.staffing.need.ratio import load, nurses_needed

PatientsOf = Callable[[date, str], Mapping[str, int]]
"""Returns how many patients of each kind there are on a day through a shift or window."""


@dataclass(frozen=True, slots=True)
class Short:
    """How many people count at a moment, and how many it takes."""

    moment: Moment
    have: int
    need: int


def no_patients(_day: date, _label: str) -> Mapping[str, int]:
    """Return no patients: then no ratio can be judged."""
    return {}


def number_breaches(unit: Unit, plan: Plan, presets: tuple[Preset, ...], patients_of: PatientsOf) -> Iterator[Breach]:
    """Yield the breaches of all that is said about numbers of nurses, one for every shift and provision."""
    for post in posts(unit):
        times = moments(unit, plan, post)
        yield from _ratio_breaches(unit, post, times, presets, patients_of(post.day, post.label))
        for mix in mixes_on(presets, unit.kind, post.day):
            yield from _mix_breaches(unit, post, times, mix)
        for head in in_force((head for each in presets for head in each.headcounts), [post.day]):
            if head.kind in ("", unit.kind):
                yield from _head_breaches(unit, post, times, head)


def _ratio_breaches(
    unit: Unit, post: Post, times: list[Moment], presets: tuple[Preset, ...], patients: Mapping[str, int]
) -> Iterator[Breach]:
    """Yield a breach for every group of jobs that is too few for its patients; what blocks and what warns are apart.

    Patients are packed onto nurses just as needs are computed, so that what is asked for and what is judged agree, but
    for patients whom a law spares: needs count them.
    """
    for ratios, must in _together(ratios_on(presets, kind, post.day, post.part) for kind in patients):
        for jobs in dict.fromkeys(ratio.jobs for ratio in ratios):
            held = [ratio for ratio in ratios if {*ratio.jobs} <= {*jobs}]
            cited = [ratio for ratio in held if ratio.citation.must == must]
            short = [*_short(unit, post, times, held, jobs, patients)] if cited else []
            if short:
                told = ", ".join(count(patients[r.kind], f"{r.kind.replace('_', ' ')} patient") for r in held)
                weights = {ratio: load(_each(ratio, patients[ratio.kind], post.part)) for ratio in cited}
                law = max(cited, key=lambda ratio: (ratio.jobs == jobs, weights[ratio]))
                yield _breach(post, short, law, f"{either(jobs)} for {told}")


def _together(found: Iterable[tuple[Ratio, ...]]) -> Iterator[tuple[list[Ratio], bool]]:
    """Yield the ratios that are judged together, one a kind, and whether a breach of them blocks.

    First those that block; then all that oblige, for a nurse has patients of laws that were read and of others; then
    guidance.
    """
    found = [*found]
    last = [each[-1] for each in found if each]
    yield [ratio for each in found for ratio in each if ratio.citation.must], True
    yield [ratio for ratio in last if ratio.citation.obliges], False
    yield [ratio for ratio in last if not ratio.citation.obliges], False


def _short(
    unit: Unit, post: Post, times: list[Moment], held: list[Ratio], jobs: tuple[str, ...], patients: Mapping[str, int]
) -> Iterator[Short]:
    """Yield the moments at which some jobs are too few for the patients of ratios that they hold together."""
    need = nurses_needed(most for ratio in held for most in _each(ratio, patients[ratio.kind], post.part))
    charge = all(ratio.charge for ratio in held if ratio.jobs == jobs)
    for moment in times:
        have = counted(unit, moment, jobs, charge=charge)
        if have < need:
            yield Short(moment, have, need)


def _each(ratio: Ratio, patients: int, part: Part) -> list[int]:
    """Return the ratio of every one of some patients, of which there is one by part of the day."""
    most = ratio.most(part)
    return [most] * (patients - ratio.spared(patients, part)) if most else []


def _mix_breaches(unit: Unit, post: Post, times: list[Moment], mix: Mix) -> Iterator[Breach]:
    """Yield a breach when the limited jobs are too great a share; what counts is the others that this would take."""
    short = []
    for moment in times:
        some = counted(unit, moment, mix.jobs, charge=True)
        everyone = counted(unit, moment, mix.among, charge=True)
        if some * 100 > mix.percent * everyone:
            short.append(Short(moment, everyone - some, ceil(some * (100 - mix.percent) / mix.percent)))
    if short:
        others = [job for job in mix.among if job not in mix.jobs]
        yield _breach(post, short, mix, f"{either(others)} beside its {' and '.join(mix.jobs)}")


def _head_breaches(unit: Unit, post: Post, times: list[Moment], head: Headcount) -> Iterator[Breach]:
    have = ((moment, counted(unit, moment, head.jobs, charge=head.charge)) for moment in times)
    short = [Short(moment, number, head.least) for moment, number in have if number < head.least]
    if short:
        yield _breach(post, short, head, either(head.jobs))


def _breach(post: Post, short: Iterable[Short], provision: Ratio | Mix | Headcount, what: str) -> Breach:
    """Return one breach for the shift, told at its worst moment."""
    short = list(short)
    worst = max(short, key=lambda each: each.need - each.have)
    moment, law = worst.moment, provision.citation
    times = f"from {clock(moment.start)} to {clock(moment.end)}"
    has = f"{post.label} on {on(post.day)} has {count(worst.have, 'nurse who counts', 'nurses who count')} {times}"
    sentence = f"{has}; {law.law} asks for {worst.need} {what}."
    days = sorted({day for each in short for day in each.moment.days})
    return Breach(post.day, post.label, "", law, sentence, tuple(days))
