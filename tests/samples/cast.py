"""People who do not exist, and what the sample units share."""

import random
from dataclasses import dataclass, replace
from datetime import date, timedelta

from optimizer.planning.pair import Pair
from optimizer.planning.policy import Policy
from optimizer.staffing.facts.calendar import Calendar
from optimizer.staffing.facts.demand import When
from optimizer.staffing.facts.rates import Premium
from optimizer.staffing.facts.request import Request, Wish
from optimizer.staffing.facts.shift import Duty, Kind, Part, Shift
from optimizer.staffing.facts.staff import Staff
from optimizer.staffing.rules.weekends.weekends import MostWeekendsInARow
from optimizer.staffing.rules.wishes.fair_share import FairShare

FIRST_NAMES = (
    "Abena Ada Aiko Alma Amara Anders Anouk Arjun Astrid Aylin Bao Beatriz Bela Bram Brigid Callum Camila Chidi Clara "
    "Cormac Dalia Dara Delphine Dmitri Ebba Edda Elif Elio Emeka Enzo Esme Farah Fiona Florin Freya Gia Gideon Greta "
    "Hana Hugo Ida Ilse Imani Ines Ivo Jamila Janna Jonas Juno Kaya Keiko Kofi Lars Leila Lena Linh Lucia Luka Mabel "
    "Magnus Maia Malik Mara Marisol Mateo Maya Milo Mina Nadia Nia Niko Noor Nuri Odette Olu Orla Oskar Paloma Petra "
    "Priya Quinn Rafael Ravi Rhea Rosa Ruben Saanvi Sami Selma Signe Soren Suki Tamsin Tariq Thea Tomas Uma Vera Wren "
    "Yara Yusuf Zadie Zola"
).split()
LAST_NAMES = (
    "Abara Adeyemi Almeida Anand Arslan Bauer Bello Bergstrom Boateng Brandt Cabrera Castellan Chowdhury Costa Dahl "
    "Delacroix Demir Diallo Duarte Eriksen Esposito Farrell Fontaine Fujita Gallo Garrido Grimaldi Haddad Halvorsen "
    "Hossain Ibarra Ivanov Jansen Joshi Kaplan Karlsen Kimura Kowalski Laurent Lindqvist Lozano Mahlangu Marchetti "
    "Mbeki Medina Moreau Nakamura Nwosu Okafor Oduya Ortega Pagano Parekh Petrov Quiroga Rahman Reyes Rossi Saito "
    "Santoro Sørensen Takeda Tanaka Torres Ueda Valdez Vance Weiss Yildiz Zamora"
).split()
PREMIUMS = (
    Premium("evening", 2_50),
    Premium("night", 4_50),
    Premium("weekend", 3_00),
    Premium("holiday", part=500),
    Premium("Charge", 2_50),
    Premium("precepting", 1_50),
    Premium("on call", 4_50),
)
EVERY_DAY, WEEKDAYS = When(), When(weekdays=frozenset(range(5)))
WEEKEND, HOLIDAYS = When(weekdays=frozenset({5, 6})), When(holidays=True)
D12 = Shift("D", "Day, 12 h", 7 * 60, 19 * 60 + 30, 12 * 60, 30, part=Part.DAY, colour="FFE699")
N12 = Shift("N", "Night, 12 h", 19 * 60, 31 * 60 + 30, 12 * 60, 30, part=Part.NIGHT, colour="9DC3E6")
D8 = Shift("d", "Day, 8 h", 7 * 60, 15 * 60 + 30, 8 * 60, 30, part=Part.DAY, colour="FFF2CC")
E8 = Shift("e", "Evening, 8 h", 15 * 60, 23 * 60 + 30, 8 * 60, 30, part=Part.EVENING, colour="F8CBAD")
N8 = Shift("n", "Night, 8 h", 23 * 60, 31 * 60 + 30, 8 * 60, 30, part=Part.NIGHT, colour="BDD7EE")
PTO12 = Shift("PTO", "Paid time off, 12 h", 7 * 60, 19 * 60, 12 * 60, kind=Kind.LEAVE, colour="C6E0B4")
PTO8 = Shift("pto", "Paid time off, 8 h", 7 * 60, 15 * 60, 8 * 60, kind=Kind.LEAVE, colour="C6E0B4")
EDU = Shift("EDU", "Education day", 8 * 60, 16 * 60 + 30, 8 * 60, 30, kind=Kind.EDUCATION, colour="D9D2E9")
CALL = Shift("OC", "On call at night", 19 * 60, 31 * 60, 0, kind=Kind.ON_CALL, part=Part.NIGHT, colour="E2E2E2")


@dataclass
class Cast:
    """Hands out names, ids and the small differences between people; the same seed gives the same people."""

    chance: random.Random
    calendar: Calendar
    used: int = 0

    def person(self, job: str, roles: tuple[str, ...], **facts: object) -> Staff:
        names = random.Random(41)
        last, first = LAST_NAMES[:], FIRST_NAMES[:]
        names.shuffle(last)
        names.shuffle(first)
        name = f"{last[self.used % len(last)]}, {first[self.used % len(first)]}"
        self.used += 1
        experience = int(facts.pop("experience", self.chance.choice((20, 30, 44, 60, 75, 96, 130, 180, 240))))
        started = self.calendar.first - timedelta(days=int(experience * 21) + self.chance.randrange(200))
        return Staff(f"{job[0]}{self.used:03d}", name, job, roles, experience=experience, started=started, **facts)

    def valid(self, *names: str, soon: tuple[str, ...] = ()) -> dict[str, date | None]:
        """Return credentials that outlast the plan, but for those that end within it."""
        far = {name: self.calendar.last + timedelta(days=self.chance.randrange(60, 650)) for name in names}
        return far | {name: self.calendar.last - timedelta(days=self.chance.randrange(2, 6)) for name in soon}


def with_weekend_contracts(policy: Policy) -> Policy:
    """Return a policy that lets those hired for every weekend work every weekend."""
    others = ("not Weekend",)
    rulings = [
        replace(r, rule=replace(r.rule, to=others))
        if isinstance(r.rule, MostWeekendsInARow) or (isinstance(r.rule, FairShare) and r.rule.burden == "weekends")
        else r
        for r in policy.rulings
    ]
    return Policy(tuple(rulings))


def leave_of(
    staff: list[Staff], away: list[tuple[int, date, int]], calendar: Calendar
) -> tuple[list[Request], list[Pair]]:
    """Return approved leave, and the paid time off that stands for a week's contract in it."""
    requests, time_off = [], []
    for number, first, length in away:
        person = staff[number]
        days = [day for n in range(length) if (day := first + timedelta(days=n)) <= calendar.last]
        requests.append(Request(person.id, Wish.OFF, days[0], days[-1], approved=True))
        code, paid = ("pto", 8) if "8-hour" in person.groups else ("PTO", 12)
        worth = round(person.fte * 40 * len(days) / 7 / paid)
        weekdays = [day for day in days if day.weekday() < 5 and day not in calendar.holidays]
        time_off += [Pair(person.id, Duty(day, code)) for day in weekdays[:worth]]
    return requests, time_off


def wishes_of(chance: random.Random, staff: list[Staff], calendar: Calendar, number: int) -> list[Request]:
    wishes = []
    for _ in range(number):
        first = chance.choice(calendar.days)
        last = min(calendar.last, first + timedelta(days=chance.choice((0, 0, 0, 1, 2))))
        wish = chance.choice((Wish.OFF, Wish.OFF, Wish.OFF, Wish.ON))
        person = chance.choice(staff)
        shift = chance.choice(person.shifts) if person.shifts and wish is Wish.ON else ""
        wishes.append(Request(person.id, wish, first, last, shift, weight=chance.choice((1, 1, 2, 3))))
    return wishes
