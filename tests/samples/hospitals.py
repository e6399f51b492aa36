"""Hospitals as real ones are made: units of several kinds that are short or over by turns, and a float pool."""

import random
from dataclasses import replace
from datetime import date, timedelta

from optimizer.planning.policy import Policy
from optimizer.staffing.facts.calendar import Calendar
from optimizer.staffing.facts.demand import Need
from optimizer.staffing.facts.rates import PayClass
from optimizer.staffing.facts.request import Request, Wish
from optimizer.staffing.facts.staff import Employment, Staff
from optimizer.staffing.facts.unit import DutyRole, Unit
from optimizer.staffing.hospital.hospital import Hospital, Member, Orientation
from optimizer.staffing.policy import default_policy, must, priced
from optimizer.staffing.rules.coverage.coverage import CoverTarget
from optimizer.staffing.rules.who.one_duty_a_day import OneDutyADay
from tests.samples.cast import D8, D12, E8, EVERY_DAY, N12, PREMIUMS, PTO12, WEEKDAYS, WEEKEND, Cast

FIRST = date(2026, 11, 29)
KINDS = ("med_surg", "step_down", "critical_care", "telemetry", "oncology")
CODES = ("3E", "4E", "5E", "6E", "3W", "4W", "5W", "6W", "ICU", "CCU")
PAY = {"RN": PayClass(46_00), "CNA": PayClass(22_00), "Float": PayClass(51_00), "Agency": PayClass(92_00)}
ROLES = (DutyRole("RN", ("RN licence",)), DutyRole("Charge", ("RN licence", "Charge"), "C"), DutyRole("CNA"))
HOURS_EACH = 36 * 60


def hospital(units, people, *, days=28, pool=0.06, seed=0, budget=None):
    """Return a hospital of so many units with about so many people in all, of whom a part are its pool."""
    chance = random.Random(seed)
    floating = max(2, round(people * pool))
    sizes = _sizes(units, people - floating, chance)
    calendar = Calendar(FIRST, FIRST + timedelta(days=days - 1), pay_period_start=FIRST)
    members = tuple(_member(_code(n), size, calendar, chance) for n, size in enumerate(sizes))
    return Hospital("Sample hospital", members, *_pool(floating, members, calendar, chance), budget=budget)


def _code(number):
    return CODES[number] if number < len(CODES) else f"U{number + 1}"


def _sizes(units, people, chance):
    """Return sizes about the same, that together are so many people."""
    sizes = [max(4, round(people / units * chance.uniform(0.8, 1.2))) for _ in range(units - 1)]
    return [*sizes, max(4, people - sum(sizes))]


def _member(code, size, calendar, chance):
    cast = Cast(random.Random(chance.random()), calendar)
    staff = tuple(_nurse(cast, number, size, chance) for number in range(size))
    kind = KINDS[chance.randrange(len(KINDS))]
    unit = Unit(
        f"Unit {code}", calendar, (D12, N12, PTO12), ROLES, staff, needs=_needs(staff, calendar, chance),
        requests=_requests(staff, calendar, chance), pay=PAY, premiums=PREMIUMS, kind=kind,
    )  # fmt: skip
    return Member(code, unit, default_policy())


def _nurse(cast, number, size, chance):
    """Return one person of a unit: the first few lead, a quarter are assistants, some work part-time."""
    if number >= 0.75 * size:
        return cast.person("CNA", ("CNA",), fte=0.9, pay_class="CNA", experience=chance.randrange(6, 200))
    lead = number < max(5, 0.4 * size)
    part = not lead and chance.random() < 0.25
    return cast.person(
        "RN",
        ("RN", "Charge") if lead else ("RN",),
        fte=0.6 if part else 0.9,
        employment=Employment.PART_TIME if part else Employment.FULL_TIME,
        pay_class="RN",
        credentials={"RN licence": None, **({"Charge": None} if lead else {})},
        experience=chance.randrange(96, 200) if lead else chance.randrange(18, 120),
    )


def _needs(staff, calendar, chance):
    """Return needs that the people fill to nine tenths or a little more than wholly, and fewer at weekends."""
    shifts = len(calendar.days) * 2
    return tuple(
        need
        for role, helps in (("RN", 1.0), ("CNA", 1.0))
        for need in _of_role(role, _duties(staff, role, calendar) / shifts * helps * chance.uniform(0.85, 1.1), chance)
    )


def _duties(staff, role, calendar):
    fte = sum(each.fte for each in staff if each.roles[0] == role)
    return fte * 40 * 60 / (12 * 60) * len(calendar.days) / 7 * 0.93


def _of_role(role, each, chance):
    """Return the needs of a role, of which one in charge where it is the nurses'."""
    charge = 1 if role == "RN" else 0
    by_day, by_night = max(1, round(each * 1.1) - charge), max(1, round(each * 0.9) - charge)
    lead = [Need(EVERY_DAY, code, "Charge", charge, charge, charge) for code in "DN"] if charge else []
    least = max(0, by_day // 2)
    return [
        *lead,
        Need(WEEKDAYS, "D", role, least, by_day + chance.randrange(2), by_day + 2),
        Need(WEEKEND, "D", role, least, by_day, by_day + 2),
        Need(EVERY_DAY, "N", role, max(0, by_night // 2), by_night, by_night + 2),
    ]


def _requests(staff, calendar, chance):
    asked = [each for each in staff if chance.random() < 0.4]
    days = [calendar.first + timedelta(days=chance.randrange(len(calendar.days))) for _ in asked]
    return tuple(Request(each.id, Wish.OFF, day, day) for each, day in zip(asked, days, strict=True))


def _pool(size, members, calendar, chance):
    """Return the pool, whose people are oriented to one unit in three at most, and their orientations."""
    cast = Cast(random.Random(chance.random()), calendar)
    staff = tuple(
        cast.person("RN", ("RN",), fte=0.9, pay_class="Float", credentials={"RN licence": None}, experience=90)
        for _ in range(size)
    )
    unit = Unit("Float pool", calendar, (D12, N12, PTO12), ROLES, staff, pay=PAY, premiums=PREMIUMS)
    known = min(len(members), 4)
    orientations = tuple(
        Orientation(each.id, member.code, rank=rank)
        for each in staff
        for rank, member in enumerate(chance.sample(members, known), start=1)
    )
    return Member("Float", unit, default_policy()), orientations


def alone(whole):
    """Return the same units with the pool divided among them by their size, each person for good."""
    people = [*whole.pool.unit.staff]
    total, taken, members = sum(len(m.unit.staff) for m in whole.members), 0, []
    for number, member in enumerate(whole.members, start=1):
        until = round(len(people) * sum(len(m.unit.staff) for m in whole.members[:number]) / total)
        own = tuple(replace(each, id=f"f{each.id}") for each in people[taken:until])
        members.append(replace(member, unit=replace(member.unit, staff=(*member.unit.staff, *own))))
        taken = until
    empty = replace(whole.pool, unit=replace(whole.pool.unit, staff=()))
    return replace(whole, members=tuple(members), pool=empty, orientations=())


def tiny(seed, days=7, people=4, floating=6, budget=None):
    """Return two small units that are short of nurses, with a pool that can work in both."""
    chance = random.Random(seed)
    calendar = Calendar(FIRST, FIRST + timedelta(days=days - 1), pay_period_start=FIRST, pay_period_days=days)
    members = tuple(_short(code, people, calendar, chance) for code in ("3E", "ICU"))
    staff = tuple(
        Staff(f"p{n}", f"Pool {n}", "RN", ("RN",), fte=0.9, credentials={"RN licence": None}, pay_class="Float")
        for n in range(floating)
    )
    pool = Unit("Float pool", calendar, (D12, N12, PTO12), ROLES, staff, pay=PAY)
    lines = tuple(
        Orientation(each.id, member.code, rank=1 + (chance.random() < 0.5))
        for each in staff
        for member in members
        if chance.random() < 0.8
    )
    return Hospital("Tiny", members, Member("Float", pool, default_policy()), lines, budget=budget, rank_price=5_00)


def short_shifts(facts, *together):
    """Return the same units with two shifts a day, of eight hours, and few rules; the pool has some ``together``."""
    members = tuple(_by_eight(each, ("d+e",), priced(CoverTarget(), 250)) for each in facts.members)
    return replace(facts, members=members, pool=_by_eight(facts.pool, together))


def _by_eight(member, together, *others):
    codes = {"D": "d", "N": "e"}
    late = replace(E8, start=D8.end, end=D8.end + E8.end - E8.start)
    needs = tuple(replace(need, shift=codes[need.shift]) for need in member.unit.needs)
    unit = replace(member.unit, shifts=(D8, late, PTO12), needs=needs)
    return replace(member, unit=unit, policy=Policy((must(OneDutyADay(together=together)), *others)))


def _short(code, people, calendar, chance):
    staff = tuple(
        Staff(f"n{n}", f"{code} {n}", "RN", ("RN",), fte=0.9, credentials={"RN licence": None}, pay_class="RN")
        for n in range(people)
    )
    needs = tuple(Need(EVERY_DAY, shift, "RN", 0, chance.randrange(1, 4), 4) for shift in "DN")
    unit = Unit(f"Unit {code}", calendar, (D12, N12, PTO12), ROLES, staff, needs=needs, pay=PAY)
    return Member(code, replace(unit, requests=_requests(staff, calendar, chance)), default_policy())
