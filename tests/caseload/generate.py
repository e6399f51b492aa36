"""Invented panels of any size, for measuring."""

import random

from optimizer.caseload.licence.valid import Valid
from optimizer.caseload.manager import Manager
from optimizer.caseload.panel import Case, Panel, Work
from optimizer.caseload.patient import Patient
from optimizer.planning.pair import Pair
from tests.caseload.draw import DAY, rating

LANGUAGES = ("", "", "", "", "", "", "", "", "Spanish", "Hmong")
SPECIALTIES = ("", "", "", "", "", "", "renal", "oncology")
BASE = {1: 30, 2: 90, 3: 180, 4: 300, 5: 480}


def generate(
    managers: int, patients: int, areas: int, *, seed: int = 1, full: float = 0.85, given: float = 0.7
) -> Panel:
    """Return a panel in which so much of the capacity is asked for, and so many patients have a manager already."""
    chance = random.Random(seed)
    names = [f"Area {number + 1}" for number in range(areas)]
    staff = tuple(_manager(chance, number, names[number % areas]) for number in range(managers))
    people = tuple(_patient(chance, number, names[number % areas]) for number in range(patients))
    tiers = {p.id: chance.choices((1, 2, 3, 4, 5), (30, 35, 20, 10, 5))[0] for p in people}
    work = {p.id: Work(round(BASE[tiers[p.id]] * chance.choice((0.5, 0.75, 1, 1.5)) * 1.2), 10) for p in people}
    scale = sum(w.minutes for w in work.values()) / full / sum(m.fte for m in staff)
    capacity = {m.id: round(m.fte * scale) for m in staff}
    panel = Panel("Generated", DAY, staff, people, work, capacity, {p: rating(t) for p, t in tiers.items()})
    by_area = {name: [m for m in staff if name in m.areas] for name in names}
    had = set()
    for person in people:
        if chance.random() < given:
            able = [m for m in by_area[person.area] if not panel.lacks(Pair(m.id, Case(person.id)))]
            if able:
                had.add(Pair(chance.choice(able[: 1 + len(able) * 2 // 3]).id, Case(person.id)))
    return Panel("Generated", DAY, staff, people, work, capacity, panel.ratings, given=frozenset(had))


def _manager(chance: random.Random, number: int, area: str) -> Manager:
    able = chance.random() < 0.75
    return Manager(
        f"m{number:03d}",
        f"Manager {number}",
        licences={"TX": Valid()},
        areas=(area,),
        home=area,
        certifications={"CCM": Valid()} if able else {},
        experience=chance.choice((24, 36, 60)) if able else chance.choice((6, 18)),
        fte=chance.choice((100, 100, 100, 80, 60)),
        languages=tuple(each for each in ("Spanish", "Hmong") if chance.random() < 0.4),
        specialties=tuple(each for each in ("renal", "oncology") if chance.random() < 0.6),
        pay=chance.choice((3800, 4200, 4600, 5200)),
    )


def _patient(chance: random.Random, number: int, area: str) -> Patient:
    specialty = chance.choice(SPECIALTIES)
    return Patient(
        f"p{number:05d}",
        state="TX",
        area=area,
        language=chance.choice(LANGUAGES),
        interpreter=chance.random() < 0.5,
        specialties=(specialty,) if specialty else (),
    )
