"""Panels of patients and case managers who do not exist, with what pharmacies might have dispensed to them."""

import random
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from optimizer.caseload.assemble import assembled
from optimizer.caseload.capacity.setting import Contact, Experience, Phase, Setting
from optimizer.caseload.licence.valid import Valid
from optimizer.caseload.manager import Away, Manager
from optimizer.caseload.medication.fill import Fill, FillStatus
from optimizer.caseload.panel import Case, Panel
from optimizer.caseload.patient import Patient
from optimizer.caseload.policy import default_goals, default_policy
from optimizer.caseload.presets.capacity import setting
from optimizer.caseload.risk.condition import Condition
from optimizer.caseload.risk.facts import Circumstance, Override, RiskFacts
from optimizer.caseload.risk.stay import Stay
from optimizer.caseload.tier import Tier
from optimizer.planning.pair import Pair
from optimizer.workbook.panel.read import PanelContents
from optimizer.workbook.panel.sheets.settings import AHEAD_USUALLY
from tests.samples.care import with_care
from tests.samples.cast import FIRST_NAMES, LAST_NAMES
from tests.samples.months import months
from tests.samples.time_study import time_study

ON = date(2026, 12, 7)
DAY = timedelta(days=1)
MEDICINES = (
    ("metformin", "Biguanide", 90),
    ("glipizide", "Sulfonylurea", 30),
    ("lisinopril", "Angiotensin Converting Enzyme Inhibitor", 90),
    ("losartan", "Angiotensin 2 Receptor Blocker", 30),
    ("atorvastatin", "HMG-CoA Reductase Inhibitor", 90),
    ("simvastatin", "HMG-CoA Reductase Inhibitor", 30),
    ("apixaban", "Factor Xa Inhibitor", 30),
    ("insulin glargine", "Insulin Analog", 30),
    ("furosemide", "Loop Diuretic", 30),
    ("metoprolol", "beta-Adrenergic Blocker", 90),
    ("sertraline", "Serotonin Reuptake Inhibitor", 30),
    ("omeprazole", "Proton Pump Inhibitor", 30),
    ("albuterol", "beta2-Adrenergic Agonist", 30),
    ("oxycodone", "Opioid Agonist", 30),
    ("gabapentin", "", 30),
)
SHORT = ("clarithromycin", "Macrolide Antimicrobial", 7)
PRODUCTS = {
    "metformin": "00087606001",
    "glipizide": "00049017001",
    "lisinopril": "00006001901",
    "losartan": "00006095101",
    "atorvastatin": "00071015501",
    "simvastatin": "00006054301",
    "apixaban": "00003089301",
    "insulin glargine": "00002771501",
    "furosemide": "00054329401",
    "metoprolol": "00143966001",
    "sertraline": "00049005001",
    "omeprazole": "00093529401",
    "albuterol": "00085113201",
    "oxycodone": "00054039001",
    "gabapentin": "00071040101",
    "clarithromycin": "00054003601",
}
"""A product code of each, from the directory; the last two digits, of the package, are made up."""
BY_CODE = 3
"""Of one patient in so many, dispensing is named by product codes alone, as in claims."""
LANGUAGES = ("",) * 8 + ("Spanish", "Vietnamese")
SPECIALTIES = ("",) * 7 + ("renal", "oncology", "behavioral health")
PHASES = (Phase.ACTIVE,) * 6 + (Phase.MAINTENANCE,) * 3 + (Phase.CLOSING, Phase.ON_HOLD)
CONTACTS = (None, None, None, Contact.TELEPHONIC, Contact.FIELD)
COMMON = (
    Condition.DIABETES, Condition.HEART_FAILURE, Condition.COPD, Condition.SEVERE_RENAL, Condition.VASCULAR,
    Condition.DEMENTIA, Condition.CANCER, Condition.MYOCARDIAL_INFARCTION,
)  # fmt: skip
STATES = ("TX", "OK")


def panel_small() -> PanelContents:
    """Return 6 case managers and 120 patients in two areas: care plans, a year of dispensing, a quarter of a study."""
    contents = _contents("Community care, small panel (sample)", 6, 120, 2, everybody=1, severe=1.0, left=0.27)
    contents = with_care(_with_contacts(contents), Tier.HIGH)
    return replace(contents, study=time_study(contents), figures=months(contents.panel))


def panel_large() -> PanelContents:
    """Return 40 case managers and 3,000 patients in eight areas; a tenth of them with dispensing."""
    contents = _contents("Community care, large panel (sample)", 40, 3000, 8, everybody=10, severe=0.15, left=0.015)
    return with_care(_with_contacts(contents), Tier.COMPLEX)


def _contents(
    name: str, managers: int, patients: int, areas: int, everybody: int, severe: float, left: float
) -> PanelContents:
    """Return a panel: one patient in ``everybody`` has dispensing, parts are ``severe`` or just ``left`` hospital."""
    chance = random.Random(managers)
    places = [f"Area {number + 1}" for number in range(areas)]
    numbers = setting("community")
    staff = tuple(_manager(chance, number, places) for number in range(managers))
    people = tuple(_patient(chance, number, places, staff, severe, left) for number in range(patients))
    fills = {each.id: _fills(chance, each) for each in people[::everybody]}
    travel = {(one, other): 20 if one == other else 45 for one in places for other in places}
    panel = Panel(name, ON, staff, people, {}, {}, travel=travel, fills=fills)
    panel = assembled(panel, numbers)
    given = frozenset(_given(chance, panel, 0.94 if everybody > 1 else 0.85))
    locked = frozenset(sorted(given & panel.offered)[:2])
    budget = None if everybody > 1 else 45_000_00
    panel = replace(panel, given=given, locked=locked, budget=budget, ahead=AHEAD_USUALLY)
    return PanelContents(panel, default_policy(), default_goals(), numbers, given)


def _manager(chance: random.Random, number: int, places: list[str]) -> Manager:
    home = places[number % len(places)]
    novice = number % 20 == 5
    practice = Experience.NOVICE if novice else chance.choice((Experience.COMPETENT, Experience.EXPERT))
    soon = ON + 20 * DAY if number % 6 == 4 else ON + 400 * DAY
    return Manager(
        f"M{number + 1:02d}",
        f"{LAST_NAMES[number % len(LAST_NAMES)]}, {FIRST_NAMES[(7 * number) % len(FIRST_NAMES)]}",
        {state: Valid(ON + chance.randrange(60, 700) * DAY) for state in STATES[: 1 + (number % 3 == 0)]},
        (home, *chance.sample(places, 1)) if number % 4 == 1 else (home,),
        home,
        {} if novice else {chance.choice(("CCM", "CCM", "ACM")): Valid(soon)},
        clinical=chance.choice((36, 60, 120)),
        experience=8 if novice else chance.choice((24, 60, 110)),
        fte=chance.choice((100, 100, 100, 80)),
        languages=("Spanish",) if number % 3 == 0 else ("Vietnamese",) if number % 5 == 1 else (),
        specialties=tuple(each for each in ("renal", "oncology", "behavioral health") if chance.random() < 0.55),
        pay=chance.choice((40_00, 43_50, 47_00)),
        overtime=10 * 60,
        away=(Away(ON + 14 * DAY, ON + 25 * DAY),) if number % 6 == 2 else (),
        practice=practice,
        fixed=chance.choice((0, 0, 4 * 60, 8 * 60)),
    )


def _patient(
    chance: random.Random, number: int, places: list[str], staff: tuple[Manager, ...], severe: float, just: float
) -> Patient:
    language, specialty = chance.choice(LANGUAGES), chance.choice(SPECIALTIES)
    left = ON - chance.randrange(2, 29) * DAY if chance.random() < just else None
    hard = left is not None or chance.random() < severe
    reconciled = left + 2 * DAY if left and left + 2 * DAY < ON and chance.random() < 0.4 else None
    by_hand = Override(Tier.HIGH, "Asked for by the family doctor", ON + 60 * DAY) if number % 40 == 17 else None
    return Patient(
        f"P{number + 1:04d}",
        ON - chance.randrange(5, 900) * DAY,
        phase=Phase.TRANSITION if left else chance.choice(PHASES) if hard else Phase.MAINTENANCE,
        contact=chance.choice(CONTACTS) if hard else Contact.TELEPHONIC,
        payer=chance.choice(("Medicare", "Medicaid", "Commercial")),
        discharged=left,
        destination="home" if left else "",
        state="OK" if number % 25 == 3 else "TX",
        area=places[number % len(places)],
        language=language,
        interpreter=bool(language) and chance.random() < 0.7,
        specialties=(specialty,) if specialty else (),
        preferred=(chance.choice(staff).id,) if number % 30 == 8 else (),
        excluded=(chance.choice(staff).id,) if number % 50 == 9 else (),
        household=f"H{number // len(places) // 2:04d}" if number // len(places) % 12 in (4, 5) else "",
        risk=_facts(chance, left) if hard else _calm(chance),
        override=by_hand,
        reconciled=reconciled,
    )


def _with_contacts(contents: PanelContents) -> PanelContents:
    chance, numbers = random.Random("contacts"), contents.setting
    people = tuple(_met(chance, each, contents.panel, numbers) for each in contents.panel.patients)
    return replace(contents, panel=replace(contents.panel, patients=people))


def _met(chance: random.Random, patient: Patient, panel: Panel, numbers: Setting) -> Patient:
    """Return a patient who has a case manager with the day of the last contact; one in six is overdue."""
    if patient.id not in panel.present:
        return patient
    ago = round(numbers.between[panel.tier(patient.id)] * chance.uniform(0.1, 1.2))
    return replace(patient, contacted=max(ON - max(1, ago) * DAY, patient.referred or ON))


def _facts(chance: random.Random, left: date | None) -> RiskFacts:
    ill = frozenset(each for each in COMMON if chance.random() < 0.14)
    stay = Stay(
        left, chance.choice((2, 3, 5, 8)), chance.random() < 0.7, chance.randrange(95, 150), chance.randrange(130, 145),
        False, False, chance.random() < 0.3, chance.random() < 0.6,
    ) if left else None  # fmt: skip
    return RiskFacts(
        stay,
        None if chance.random() < 0.05 else ill,
        chance.randrange(28, 92),
        chance.choice((0, 0, 0, 0, 0, 1, 1, 2, 3)),
        chance.choice((0, 0, 0, 0, 0, 0, 1, 2)),
        chance.choice((0, 0, 0, 1, 2, 3, 5)),
        circumstances=frozenset({Circumstance.UNHOUSED}) if chance.random() < 0.01 else frozenset(),
    )


def _calm(chance: random.Random) -> RiskFacts:
    ill = frozenset({chance.choice(COMMON)}) if chance.random() < 0.5 else frozenset()
    return RiskFacts(
        None, ill, chance.randrange(28, 92), chance.choice((0, 0, 0, 0, 0, 1, 2)), 0, chance.choice((0, 0, 1, 3))
    )


def _fills(chance: random.Random, patient: Patient) -> tuple[Fill, ...]:
    """Return a year of fills: most on time, some late, one claim in fifty taken back."""
    taken = chance.sample(MEDICINES, chance.choice((1, 2, 3, 4, 5, 6, 8)))
    faithful, rows = chance.choice((1.0, 1.0, 0.9, 0.75)), []
    for number, (drug, group, days) in enumerate(taken):
        doctor, day = f"D{chance.randrange(1, 40):02d}", ON - chance.randrange(300, 364) * DAY
        prescription = f"{patient.id}-{number + 1}"
        while day < ON:
            status = FillStatus.REVERSED if chance.random() < 0.02 else FillStatus.PAID
            rows.append(_fill(patient, day, (drug, group, days), doctor, prescription, status))
            day += round(days / faithful) * DAY + chance.randrange(-2, 4) * DAY
    if chance.random() < 0.04:
        rows.append(_fill(patient, ON - 3 * DAY, SHORT, "D40", f"{patient.id}-99", FillStatus.PAID))
    return tuple(sorted(rows, key=lambda fill: fill.filled))


def _fill(
    patient: Patient, day: date, medicine: tuple[str, str, int], doctor: str, prescription: str, status: FillStatus
) -> Fill:
    drug, group, days = medicine
    named = "" if int(patient.id[1:]) % BY_CODE == 0 else drug
    return Fill(
        patient.id, day, named, group, days, days * 1000, doctor, f"A{int(patient.id[1:]) % 7 + 1}", prescription,
        "tablet", status, ndc=PRODUCTS[drug],
    )  # fmt: skip


def _given(chance: random.Random, panel: Panel, part: float) -> Iterable[Pair]:
    """Yield who has whom now: most patients, each with the less full of two case managers, nobody far beyond full."""
    areas = {patient.area for patient in panel.patients}
    serving = {area: [each.id for each in panel.managers if area in each.areas] for area in areas}
    loads = dict.fromkeys(panel.capacity, 0)
    room = {each.id: 35 * each.fte // 100 if each.practice is Experience.NOVICE else 100 for each in panel.managers}
    for patient in panel.patients:
        pairs = [Pair(who, Case(patient.id)) for who in serving[patient.area]] if chance.random() < part else []
        able = [pair for pair in pairs if room[pair.who] and not panel.lacks(pair)]
        if able:
            two = chance.choices(able, k=2)
            pair = min(two, key=lambda each: loads[each.who] / panel.capacity[each.who])
            if loads[pair.who] + panel.minutes(pair) <= 1.08 * panel.capacity[pair.who]:
                loads[pair.who] += panel.minutes(pair)
                room[pair.who] -= 1
                yield pair
