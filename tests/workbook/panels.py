"""Panels of any kind, for properties of their workbook."""

from datetime import date, timedelta

from hypothesis import strategies as st

from optimizer.caseload.assemble import assembled
from optimizer.caseload.capacity.activity import Activity
from optimizer.caseload.capacity.setting import Contact, Experience, Phase
from optimizer.caseload.care.care_goal import CareGoal
from optimizer.caseload.care.care_task_times import CareTaskTimes
from optimizer.caseload.care.community_referral import CommunityReferral
from optimizer.caseload.days.elsewhere import Elsewhere
from optimizer.caseload.eligibility import Requirements
from optimizer.caseload.licence.valid import Valid
from optimizer.caseload.manager import Away, Manager
from optimizer.caseload.medication.adherence import MeasuredYear
from optimizer.caseload.medication.burden import Dose
from optimizer.caseload.medication.complexity import Regimen
from optimizer.caseload.medication.fill import Fill, FillStatus
from optimizer.caseload.medication.own import OwnName, OwnPair, PanelMedicines
from optimizer.caseload.panel import Case, Panel
from optimizer.caseload.patient import Patient
from optimizer.caseload.performance.case_measure import CaseMeasure
from optimizer.caseload.performance.month_figure import MonthFigure
from optimizer.caseload.policy import default_goals, default_policy
from optimizer.caseload.presets.capacity import settings
from optimizer.caseload.risk.charlson import Weights
from optimizer.caseload.risk.condition import Condition
from optimizer.caseload.risk.facts import Circumstance, Override, RiskFacts
from optimizer.caseload.risk.hospital import Form
from optimizer.caseload.risk.stay import Stay
from optimizer.caseload.study import Record
from optimizer.caseload.tier import Tier
from optimizer.planning.pair import Pair
from optimizer.workbook.panel.read import PanelContents

ON = date(2026, 12, 7)
words = st.text("abcXYZ=+-@é012 ", min_size=1, max_size=6).map(str.strip).filter(bool)
maybe_word = st.just("") | words
days = st.integers(-700, 700).map(lambda number: ON + timedelta(days=number))
maybe_day = st.none() | days
several = st.lists(words, max_size=3, unique=True).map(tuple)
known = st.none() | st.booleans()
terms = st.tuples(maybe_day, maybe_day).map(lambda ends: Valid(max(ends), min(ends)) if all(ends) else Valid(*ends))


near = st.integers(-300, 300).map(lambda number: ON + timedelta(days=number))
lengths = st.none() | st.integers(0, 90).map(lambda number: timedelta(days=number))
stay = st.builds(lambda first, length, where: Elsewhere(first, first + length if length is not None else None, where),
                 near, lengths, maybe_word)  # fmt: skip
stays = st.lists(stay, max_size=2).map(tuple)


def some(low, high):
    return st.none() | st.integers(low, high)


def goals(staff):
    """Draw goals of a care plan, owned by nobody or by one of some case managers."""
    owner, met = st.sampled_from(["", *staff]), st.none() | near
    goal = st.builds(CareGoal, words, near, maybe_word, owner, st.integers(0, 600), met)
    return st.lists(goal, max_size=2).map(tuple)


@st.composite
def referrals(draw):
    """Draw a referral to a resource, as far as it has come."""
    first, second, third = sorted(draw(st.tuples(near, near, near)))
    accepted, closed = draw(st.sampled_from([(None, None), (second, None), (None, third), (second, third)]))
    return CommunityReferral(draw(words), first, accepted, closed, draw(st.integers(0, 600)))


@st.composite
def managers(draw, who, staff):
    first, employed = draw(days), draw(terms)
    heir = draw(st.sampled_from(["", *(other for other in staff if other != who)]))
    handed = draw(days if employed.until is None else maybe_day) if heir else None
    return Manager(
        who, draw(words), draw(st.dictionaries(words, terms, max_size=2)), draw(several), draw(maybe_word),
        draw(st.dictionaries(words, terms, max_size=2)), draw(st.integers(0, 600)), draw(st.integers(0, 600)),
        draw(st.integers(0, 150)), draw(several), draw(several), draw(st.booleans()), draw(st.integers(0, 90_00)),
        draw(st.integers(0, 3000)), draw(some(0, 300)),
        draw(st.sampled_from([(), (Away(first, first + timedelta(days=3)),)])), employed.until,
        draw(st.sampled_from(Experience)), draw(st.integers(0, 3000)), employed.since, heir, handed,
        mentor=draw(st.sampled_from(["", *(other for other in staff if other != who)])),
    )  # fmt: skip


@st.composite
def facts(draw, discharged):
    stay = Stay(
        discharged, draw(some(0, 99)), draw(known), draw(some(50, 200)), draw(some(100, 160)), draw(known), draw(known),
        draw(known), draw(known),
    )  # fmt: skip
    return RiskFacts(
        None if stay == Stay() else stay, draw(st.none() | st.frozensets(st.sampled_from(Condition))),
        draw(some(0, 110)), draw(some(0, 9)), draw(some(0, 9)), draw(some(0, 22)), draw(some(0, 9999)),
        draw(some(0, 60)), draw(st.frozensets(st.sampled_from(Circumstance), max_size=2)),
        draw(known), draw(known),
    )  # fmt: skip


def problems(left):
    """Draw when a problem was found after a discharge, and when it was settled; neither without one."""
    return st.sampled_from([(None, None)] if left is None else [(None, None), (left, None), (left, left)])


ingredients = st.sampled_from(["simvastatin", "metformin", "warfarin"])
own_names = st.builds(OwnName, words, st.tuples(ingredients)) | st.builds(
    OwnName, words, st.just(("novumol",)), st.sampled_from([(), ("opioid agonist",)])
)
own_pairs = st.builds(OwnPair, ingredients, ingredients | st.sampled_from(["dementia", "opioid agonist"]), words)
regimen = st.builds(
    Regimen, words, st.sampled_from(["tablet", "nebulizer"]), st.sampled_from(["once daily", "q8h"]), st.booleans(),
    st.sampled_from([(), ("dissolve", "specific time")]),
)  # fmt: skip
dose = st.builds(Dose, words, st.integers(1, 9000), st.integers(1, 9000))


@st.composite
def medicines(draw, people):
    """Draw what a panel says of medicines itself."""
    some_people = st.lists(st.sampled_from(people), unique=True, max_size=2)
    return PanelMedicines(
        tuple(draw(st.lists(own_names, max_size=2, unique_by=lambda each: each.name.casefold()))),
        tuple(draw(st.lists(own_pairs, max_size=2))),
        tuple(draw(st.lists(ingredients, max_size=2, unique=True))),
        {who: tuple(draw(st.lists(regimen, max_size=2))) for who in draw(some_people)},
        {who: tuple(draw(st.lists(dose, max_size=2))) for who in draw(some_people)},
    )


@st.composite
def patients(draw, who, staff):
    left = draw(maybe_day)
    some_staff = st.lists(st.sampled_from(staff), max_size=2, unique=True).map(tuple)
    override = st.builds(Override, st.sampled_from(Tier), words, days)
    return Patient(
        who, draw(maybe_day), draw(maybe_word), draw(st.sampled_from(Phase)),
        draw(st.none() | st.sampled_from(Contact)), draw(maybe_word), draw(maybe_day), left,
        draw(st.sampled_from(["", "home", "skilled nursing facility"])), draw(maybe_word), draw(maybe_word),
        draw(maybe_word), draw(st.booleans()), draw(several), draw(some_staff), draw(some_staff), draw(maybe_word),
        draw(facts(left)), draw(st.none() | override), draw(maybe_word), draw(st.just(left) if left else st.none()),
        draw(st.integers(0, 3)), draw(st.integers(0, 3)), draw(maybe_day), draw(stays),
        draw(maybe_day), *draw(problems(left)), draw(goals(staff)), draw(st.lists(referrals(), max_size=2).map(tuple)),
        draw(maybe_day),
    )  # fmt: skip


@st.composite
def fills(draw, who):
    return Fill(
        who, draw(days), draw(words), draw(maybe_word), draw(st.integers(0, 90)), draw(st.integers(0, 99_999)),
        draw(maybe_word), draw(maybe_word), draw(maybe_word), draw(maybe_word), draw(st.sampled_from(FillStatus)),
        ndc=draw(maybe_word), atc=draw(maybe_word),
    )  # fmt: skip


@st.composite
def records(draw, staff, people):
    activity = draw(st.sampled_from(Activity))
    named = draw(st.booleans())
    known = st.sampled_from(Tier), st.sampled_from(Phase)
    tier, phase = (draw(each if not named and activity is Activity.CARE else st.none() | each) for each in known)
    who = draw(st.sampled_from(people)) if named else None
    return Record(draw(days), draw(st.sampled_from(staff)), draw(st.integers(0, 600)), activity, who, tier, phase)


def noted(staff):
    """Draw what was counted in months, each once."""
    month, parts = (
        near.map(lambda day: day.replace(day=1)),
        st.tuples(st.integers(0, 90), st.integers(0, 90)).map(sorted),
    )
    keys = st.tuples(month, st.sampled_from(CaseMeasure), st.sampled_from(["", *staff]))
    found = st.dictionaries(keys, parts, max_size=3)
    return found.map(lambda rows: tuple(MonthFigure(m, what, *part, who) for (m, what, who), part in rows.items()))


tiers = st.none() | st.sampled_from(Tier)


@st.composite
def panels(draw):
    """Draw all that a panel's workbook can hold."""
    staff = draw(st.lists(words, min_size=1, max_size=3, unique_by=str.casefold))
    people = draw(st.lists(words, min_size=1, max_size=4, unique_by=str.casefold))
    owners = {who: draw(st.none() | st.sampled_from(staff)) for who in people}
    plan = frozenset(Pair(manager, Case(who)) for who, manager in owners.items() if manager)
    numbers = draw(st.sampled_from(settings()))
    kept = frozenset(pair for pair in plan if draw(st.booleans()))
    asked = Requirements(("CCM", "ACM"), draw(tiers), draw(tiers), draw(st.integers(0, 60)), draw(st.integers(0, 60)))
    panel = Panel(
        draw(words), ON, tuple(draw(managers(who, staff)) for who in staff),
        tuple(draw(patients(who, staff)) for who in people),
        {}, {}, {}, asked, draw(st.dictionaries(st.tuples(words, words), st.integers(0, 600), max_size=2)), plan, kept,
        budget=draw(some(0, 9_000_000)), ahead=draw(st.integers(0, 60)), hospital=draw(st.sampled_from(Form)),
        charlson=draw(st.sampled_from(Weights)), measured=draw(st.sampled_from(MeasuredYear)),
        care=draw(st.builds(CareTaskTimes, st.integers(0, 90), st.integers(0, 90), some(0, 90))),
        medicines=draw(medicines(people)),
        fills={who: rows for who in people if (rows := tuple(draw(st.lists(fills(who), max_size=2))))},
    )  # fmt: skip
    study = tuple(draw(st.lists(records(staff, people), max_size=3)))
    return PanelContents(
        assembled(panel, numbers), default_policy(), default_goals(), numbers, plan, study, draw(noted(staff))
    )
