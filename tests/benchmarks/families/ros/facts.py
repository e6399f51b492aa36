"""The facts of an instance: days, shifts, people, needs and wishes."""

from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction
from xml.etree.ElementTree import Element

from optimizer.planning.pair import Pair
from optimizer.staffing.facts.calendar import Calendar
from optimizer.staffing.facts.demand import Need, SkillNeed, When
from optimizer.staffing.facts.request import OR, Bond, Request, Tie, Wish
from optimizer.staffing.facts.shift import DAY_MINUTES, Duty, Kind, Part, Shift
from optimizer.staffing.facts.staff import Staff
from optimizer.staffing.facts.unit import DutyRole, Unit
from tests.benchmarks.families.ros.document import DAY_NAMES, Document, is_true
from tests.benchmarks.families.ros.past import OTHER, PAST, Histories

ROLE = "Nurse"
OTHER_WORK = Shift(OTHER, "Other work", 8 * 60, 16 * 60, 0, kind=Kind.EDUCATION)
PAST_WORK = Shift(PAST, "Work before the plan", 0, 1, 0, kind=Kind.ON_CALL)
"""No work to rules of days, but to those of weekends that name it."""
SECONDARY = "no secondary "
WISHES = (
    ("DayOffRequests/DayOff", Wish.OFF),
    ("DayOnRequests/DayOn", Wish.ON),
    ("ShiftOffRequests/ShiftOff", Wish.OFF),
    ("ShiftOnRequests/ShiftOn", Wish.ON),
)
GROUP = "group "


def unit_of(document: Document, name: str) -> Unit:
    """Return the unit of an instance."""
    first, last = document.period
    past = Histories(document)
    everyone = _held_by_all(document)
    history = frozenset(Pair(who, duty_in(document, day, code)) for who, day, code in past.duties())
    had = {duty.shift for _, duty in history} | ({OTHER} if document.entered else set())
    shifts = tuple(_shift(each) for each in document.all("ShiftTypes/Shift"))
    codes = {shift.code for shift in shifts if shift.staffs}
    return Unit(
        name,
        Calendar(first, last, week_start=first.weekday(), holidays=_holidays(document)),
        (*shifts, *(shift for shift in (OTHER_WORK, PAST_WORK) if shift.code in had)),
        (DutyRole(ROLE),),
        tuple(_staff(document, each) for each in document.all("Employees/Employee")),
        tuple(_needs(document, codes, everyone)),
        tuple(_skill_needs(document, everyone)),
        requests=tuple(_requests(document)),
        ties=tuple(_ties(document)),
        locked=frozenset(_locked(document)),
        history=history,
        history_from=past.first,
        closed=frozenset(_closed(document)),
    )


def duty_in(document: Document, day: date, code: str) -> Duty:
    """Return a duty in a shift, in the one role where that is held in one."""
    return Duty(day, code, "" if code in (OTHER, *_unallocated(document)) else ROLE)


def _unallocated(document: Document) -> frozenset[str]:
    """Return the shifts that stand only where they were entered by hand."""
    shifts = document.all("ShiftTypes/Shift")
    return frozenset(s.get("ID", "") for s in shifts if not is_true(s.findtext("AutoAllocate") or "true"))


def _frozen(document: Document) -> dict[tuple[str, date], str]:
    """Return what is entered on every day that is to stay as it is, "" for nothing."""
    found = document.all("FrozenDays/EmployeeFrozenDays")
    cells = ((each.findtext("EmployeeID") or "", each.findall("Date")) for each in found)
    frozen = {(who, date.fromisoformat((day.text or "").strip())): "" for who, days in cells for day in days}
    for each in document.all("PreAssignments/EmployeeAssignments"):
        for given in each.findall("Assignments/Assignment"):
            cell = each.findtext("EmployeeID") or "", date.fromisoformat((given.findtext("Date") or "").strip())
            code = given.findtext("ShiftTypeID") or ""
            if cell in frozen or code in _unallocated(document):
                frozen[cell] = code
    return {cell: code for cell, code in frozen.items() if cell[1] in document.period.days}


def _locked(document: Document) -> Iterator[Pair]:
    """Yield what is entered by hand: other work, and what is on days that stay as they are."""
    for (who, day), code in _frozen(document).items():
        if code:
            yield Pair(who, duty_in(document, day, code))
    for who, day in document.other_work if document.entered else ():
        yield Pair(who, duty_in(document, day, OTHER))


def _closed(document: Document) -> Iterator[tuple[str, date]]:
    return (cell for cell, code in _frozen(document).items() if not code)


def _ties(document: Document) -> Iterator[Tie]:
    """Yield who is never to be at work at the same time as somebody else."""
    for each in document.all("Partnerships/Partnership"):
        if each.get("Type") == "Separation":
            yield Tie(each.findtext("Employee1ID") or "", each.findtext("Employee2ID") or "", Bond.APART)


def _tutors(document: Document, who: str) -> tuple[str, ...]:
    pairs = [each for each in document.all("Partnerships/Partnership") if each.get("Type") == "Tutorship"]
    tutors = {each.findtext("Employee1ID") or "" for each in pairs if each.findtext("Employee2ID") == who}
    if len(tutors) > 1:
        raise ValueError(f"several tutors of {who}, each of whom is to be there, are not read")
    return tuple(tutors)


def skills_of(document: Document) -> dict[str, tuple[str, ...]]:
    """Return the skills that each shift takes."""
    shifts = document.all("ShiftTypes/Shift")
    return {s.get("ID", ""): tuple(each.text or "" for each in s.findall("Skills/Skill")) for s in shifts}


def _holidays(document: Document) -> dict[date, str]:
    days = (document.on_day(each) for each in document.all("BankHolidays/BankHoliday"))
    return {day: "Bank holiday" for day in days if day}


def _minutes(text: str | None) -> int:
    hours, minutes = (text or "").strip().split(":")[:2]
    return int(hours) * 60 + int(minutes)


def _shift(element: Element) -> Shift:
    code = element.get("ID", "")
    start, end = (_minutes(element.findtext(tag)) for tag in ("StartTime", "EndTime"))
    night = end < start
    end += DAY_MINUTES * night
    paid = Fraction(element.findtext("HoursWorked") or Fraction(end - start, 60)) * 60
    if paid.denominator != 1:
        raise ValueError(f"shift {code} is no whole minutes long")
    part, by_hand = Part.NIGHT if night else Part.DAY, not is_true(element.findtext("AutoAllocate") or "true")
    return Shift(code, code, start, end, int(paid), kind=Kind.EDUCATION if by_hand else Kind.WORK, part=part)


def _staff(document: Document, element: Element) -> Staff:
    who, skills = element.get("ID", ""), element.findall("Skills/Skill")
    held = {skill.text or "" for skill in skills}
    in_groups = {GROUP + each.get("ID", "") for each in document.all("SkillGroups/SkillGroup") if held & _skills(each)}
    second = {skill.text or "" for skill in skills if skill.get("Type") == "Secondary"}
    asked = {skill for needed in skills_of(document).values() for skill in needed}
    start, end = element.findtext("EmploymentStartDate"), element.findtext("EmploymentEndDate")
    return Staff(
        who,
        who,
        ROLE,
        (ROLE,),
        credentials=dict.fromkeys([*held, *in_groups, *(SECONDARY + skill for skill in asked - second)]),
        started=date.fromisoformat(start.strip()) if start else None,
        leaves=date.fromisoformat(end.strip()) - timedelta(days=1) if end else None,
        groups=(f"contract {element.findtext('ContractID')}",),
        preceptors=_tutors(document, who),
    )


def _skills(group: Element) -> frozenset[str]:
    return frozenset(skill.text or "" for skill in group.findall("Skill"))


def _held_by_all(document: Document) -> frozenset[str]:
    """Return the skills that everybody has: cover by one of them is cover by anybody. No skill is such a one."""
    skills = [{each.text or "" for each in who.findall("Skills/Skill")} for who in document.all("Employees/Employee")]
    return frozenset.intersection(*map(frozenset, skills)) | {""}


def _needs(document: Document, codes: set[str], everyone: frozenset[str]) -> Iterator[Need]:
    """Yield what each shift or part of the day takes: by dates, or by weekdays; a shift without any number anybody."""
    found = {(when, label): cover for when, label, skill, cover in _covers(document) if skill in everyone}
    yield from (_need(when, label, cover) for (when, label), cover in found.items())
    calendar = Calendar(*document.period)
    for day in calendar.days:
        given = {label for when, label in found if when.includes(day, calendar)}
        yield from (Need(When(day), code, ROLE, 0, 0) for code in sorted(codes - given))


def _skill_needs(document: Document, everyone: frozenset[str]) -> Iterator[SkillNeed]:
    """Yield how many with a skill each shift or part of the day takes."""
    for when, label, skill, cover in _covers(document):
        if skill not in everyone:
            need = _need(when, label, cover)
            yield SkillNeed(when, label, skill, need.minimum, need.target, need.maximum)


def _covers(document: Document) -> Iterator[tuple[When, str, str, Element]]:
    for element in document.all("CoverRequirements/*"):
        when = _when(document, element)
        for cover in element.findall("Cover") if when else ():
            if when:
                group = cover.findtext("SkillGroup")
                yield when, _label(cover), cover.findtext("Skill") or (GROUP + group if group else ""), cover


def _label(cover: Element) -> str:
    """Return the shift or the part of the day that is covered."""
    part = cover.find("TimePeriod")
    if part is None:
        return cover.findtext("Shift") or ""
    return "-".join((part.findtext(tag) or "").strip()[:5] for tag in ("Start", "End"))


def _when(document: Document, element: Element) -> When | None:
    if element.tag == "DayOfWeekCover":
        return When(weekdays=frozenset({DAY_NAMES.index((element.findtext("Day") or "").strip())}))
    day = document.on_day(element)
    return When(day) if day else None


def _need(when: When, label: str, cover: Element) -> Need:
    least, most, best = (int(cover.findtext(tag) or -1) for tag in ("Min", "Max", "Preferred"))
    if best == 0 <= most:
        raise ValueError("nobody preferred beside a maximum is not read")
    top = most if most >= 0 else best
    return Need(when, label, ROLE, max(0, least), max(0, best), top if top >= 0 else None)


def has_maxima(document: Document) -> bool:
    """Tell whether cover has maxima; else what is preferred is the most, even where it is nobody."""
    return any(int(each.findtext("Max") or -1) >= 0 for each in document.all("CoverRequirements/*/Cover"))


def _several(document: Document, element: Element) -> str:
    """Return the shifts of which one is asked for."""
    listed = tuple(each.text or "" for each in element.findall("ShiftGroup/Shift"))
    return OR.join(listed or document.groups.get(element.findtext("ShiftGroupID") or "", ()))


def _requests(document: Document) -> Iterator[Request]:
    """Yield every wish at its weight, the last for a day; and leave besides as approved, so that rules know it."""
    wishes: dict[tuple[str, Wish, date, str], Request] = {}
    leave: dict[tuple[str, date], bool] = {}
    for path, wish in WISHES:
        for element in document.all(path):
            day, weight = document.on_day(element), int(element.get("weight", 0))
            if day is None or weight <= 0:
                continue
            who, code = element.findtext("EmployeeID") or "", element.findtext("ShiftTypeID") or ""
            if document.entered and is_true(element.get("working")):
                continue
            if several := _several(document, element):
                yield Request(who, wish, day, day, several, weight)
                continue
            wishes[who, wish, day, code] = Request(who, wish, day, day, code, weight)
            if path.endswith("DayOff"):
                leave[who, day] = is_true(element.get("holiday", "true"))
    yield from wishes.values()
    yield from (Request(who, Wish.OFF, day, day, approved=True) for (who, day), away in leave.items() if away)
