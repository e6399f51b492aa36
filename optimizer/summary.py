"""What a schedule comes to, in lines for people and in values for machines."""

from fractions import Fraction
from typing import Any

from optimizer.engine.outcome import Outcome, Status
from optimizer.planning.rule import Finding
from optimizer.planning.score import Score
from optimizer.staffing.budget_report import PeriodReport
from optimizer.staffing.care import CensusFrom
from optimizer.staffing.compliance.comply import Compliance
from optimizer.staffing.figures import Figures
from optimizer.staffing.fte import TIME_OFF, base_fte, replacement
from optimizer.staffing.law import Binding, Citation, Preset
from optimizer.staffing.lawful import limits_on, presets_of
from optimizer.staffing.need_source import CareTotals, NeedRange, NeedSource
from optimizer.staffing.unit import Unit
from optimizer.staffing.words import count, hours, money, on

STATUS = {
    Status.OPTIMAL: "Proved optimal: no plan that keeps the musts costs less.",
    Status.FEASIBLE: "The best plan found in the time given.",
    Status.STOPPED: "Stopped early; this is the best plan so far.",
    Status.INFEASIBLE: "No plan can keep every must; this one comes nearest.",
    Status.OUT_OF_TIME: "No plan that keeps every must was found in time; this one comes nearest.",
}
Facts = list[tuple[str, str]]


def schedule_facts(figures: Figures, score: Score) -> Facts:
    """Return what a schedule comes to, as names and values."""
    staff, unit = figures.unit.staff, figures.unit
    wishes = [request.weight for request, _, _ in figures.wishes]
    granted = [request.weight for request, _, yes in figures.wishes if yes]
    spent = [(bucket, cents) for bucket, cents in figures.spent.items() if cents]
    below = [f"{count(figures.missing(level), 'duty', 'duties')} below {level}" for level in ("minimum", "target")]
    return [
        ("Unit", unit.name),
        ("Period", f"{unit.calendar.first} to {unit.calendar.last}, {count(len(staff), 'person', 'people')}"),
        ("Musts broken", str(score.broken)),
        ("Penalty", f"{money(score.cost)} at the prices on the sheet Rules"),
        ("Staffing", ", ".join(below)),
        ("Wishes granted", f"{len(granted)} of {len(wishes)} days"),
        ("Hours", f"{hours(sum(map(figures.paid, staff)))} paid, {hours(sum(map(figures.overtime, staff)))} overtime"),
        ("Pay", ", ".join([money(sum(cents for _, cents in spent)), *(f"{bucket} {money(c)}" for bucket, c in spent)])),
    ]


def budget_facts(report: PeriodReport) -> Facts:
    """Return how one pay period stands against its budget."""
    found, productive = report.variance, report.productivity
    each = [report.budget.hours_each, report.worked_each, report.paid_each]
    causes = (("volume", found.volume), ("efficiency", found.efficiency), ("rate", found.rate))
    why = ", ".join(f"{name} {_signed(cents)}" for name, cents in causes)
    shown = ["-" if value is None else f"{float(value):.2f}" for value in each]
    return [
        ("Pay period", f"{on(report.span.first)} to {on(report.span.last)}"),
        ("Patient days", f"{float(report.actual.volume):,.0f}; {float(report.budget.volume):,.0f} budgeted"),
        ("HPPD", f"{shown[1]} worked, {shown[2]} paid; {shown[0]} budgeted"),
        ("Productivity", "-" if productive is None else f"{float(productive):.1%} (earned hours / worked hours)"),
        ("FTE paid", f"{float(report.fte):.1f}"),
        (
            "Money",
            f"{_cents(report.actual.cost)}; budget {_cents(report.budget.cost)}, flexed {_cents(found.flexible)}",
        ),
        ("Variance", f"{_signed(found.total)}: {why}"),
        ("Explain", f"{float(found.part):+.1%} beyond the flexed budget" if found.asks else "nothing: within 5 %"),
    ]


def _cents(amount: Fraction) -> str:
    return money(round(amount))


def _signed(amount: Fraction) -> str:
    """Return a variance as "$20,000 U": unfavourable when more was spent, favourable (F) when less."""
    return f"{_cents(abs(amount))}{' U' if amount > 0 else ' F' if amount < 0 else ''}"


def solve_facts(outcome: Outcome) -> Facts:
    """Return how a solve ended and how good its plan is proved to be."""
    told = [("Result", STATUS[outcome.status])]
    if outcome.gap is not None and outcome.status in (Status.FEASIBLE, Status.STOPPED):
        least, gap = money(outcome.bound), f"{outcome.gap:.1%}"
        told.append(("Proof", f"No plan has a penalty below {least}, so at most {gap} of this one's can be saved."))
    places = [(worth.place, money(worth.cents)) for worth in outcome.worth if worth.place.what]
    scarce = [f"{' '.join(place.what)} on {on(place.day)} ({saved})" for place, saved in places if place.day]
    if scarce:
        told.append(("Scarcest", f"One more would save the most as {', '.join(scarce[:3])}."))
    return [*told, ("Time", f"{outcome.seconds:.1f} s")]


def unit_facts(unit: Unit) -> Facts:
    """Return what a unit has and needs, by plain arithmetic."""
    calendar, periods = unit.calendar, len(unit.days) / unit.calendar.pay_period_days
    contracts = [staff.contract(calendar.full_time) for staff in unit.staff]
    needed = {level: sum(getattr(d.need, level) for d in unit.demand) for level in ("minimum", "target")}
    day = Fraction(sum(d.need.target * unit.length_of(d.need.shift) for d in unit.demand), 60 * len(unit.days))
    positions = [float(base_fte(day)), float(base_fte(day) * replacement())]
    settled = count(len(unit.locked), "locked duty", "locked duties")
    approved = sum(request.approved for request in unit.requests)
    return [
        ("Unit", unit.name),
        ("Period", f"{calendar.first} to {calendar.last}, {len(unit.days)} days, {len(calendar.holidays)} holidays"),
        ("People", f"{len(unit.staff)}, {sum(staff.fte for staff in unit.staff):.1f} FTE"),
        ("Contracts", f"{hours(round(periods * sum(least for least, _ in contracts)))} owed in the period"),
        (
            "Needs",
            f"{needed['minimum']} at least, {needed['target']} wished, over all days, shifts or windows, and roles",
        ),
        (
            "Positions",
            f"{positions[0]:.1f} FTE fill what is wished, {positions[1]:.1f} with {TIME_OFF} h a year of time off",
        ),
        (
            "Requests",
            f"{len(unit.requests)}, {approved} of them approved leave",
        ),
        (
            "Settled",
            f"{settled}, {count(len(unit.history_days), 'day')} of history",
        ),
        ("Laws in force", _laws(unit)),
    ]


def need_facts(unit: Unit, totals: CareTotals) -> Facts:
    """Return what the patients of a plan take and what the target staffing gives them; hours rounded to tenths."""
    facts = [("Unit", unit.name), ("Period", f"{unit.calendar.first} to {unit.calendar.last}, {len(unit.days)} days")]
    if unit.care is None:
        return [*facts, ("Census", "none, so every need is given on the sheet Needs")]
    each, known = totals.per_patient_day, unit.care.census_from
    source = "the sheet Census" if known is CensusFrom.SHEET else f"the {known} of the sheet Census history"
    return [
        *facts,
        ("Census", f"{totals.patient_days:,} patient days, by {source}"),
        ("Care", f"{float(totals.care) / 60:,.1f} h that the patients take"),
        (
            "Staffed",
            f"{totals.staffed / 60:,.1f} h paid at the target, without those free of patients",
        ),
        ("HPPD", "none" if each is None else f"{float(each) / 60:.2f} h for each patient and day"),
    ]


def need_lines(ranges: tuple[NeedRange, ...]) -> list[str]:
    """Return a table of needs by shift and role: lowest and highest over the days, and on how many days what binds."""
    rows = [("Shift", "Role", "Minimum", "Target", "Comes from")]
    for found in ranges:
        origins = "; ".join(f"{origin} ({count(days, 'day')})" for origin, days in found.origins)
        rows.append((found.shift, found.role, _span(found.minimum), _span(found.target), origins))
    width = [max(len(row[column]) for row in rows) for column in range(4)]
    return ["  ".join([*map(str.ljust, row, width), row[4]]) for row in rows]


def _span(numbers: tuple[int, int]) -> str:
    low, high = numbers
    return str(low) if low == high else f"{low}-{high}"


def need_json(sources: tuple[NeedSource, ...], totals: CareTotals) -> dict[str, Any]:
    """Return every need with its working, and the totals, as plain values; times in hours, rounded to hundredths."""
    each = totals.per_patient_day
    return {
        "patient_days": totals.patient_days,
        "care_hours": round(float(totals.care) / 60, 2),
        "target_hours": round(totals.staffed / 60, 2),
        "hppd": None if each is None else round(float(each) / 60, 2),
        "needs": [_need_json(source) for source in sources],
    }


def _need_json(source: NeedSource) -> dict[str, Any]:
    used, working = source.used, source.working
    return {
        "day": source.day.isoformat(),
        "shift": used.shift,
        "role": used.role,
        "minimum": used.minimum,
        "target": used.target,
        "maximum": used.maximum,
        "comes_from": source.origin,
        "computed": working
        and {
            "patients": working.patients,
            "care_hours": round(float(working.care) / 60, 2),
            "ratio": working.ratio,
            "acuity": working.acuity,
            "hppd": working.hppd,
            "unit_minimum": working.least,
            "break_relief": working.relief,
            "minimum": working.minimum,
            "target": working.target,
        },
    }


def _laws(unit: Unit) -> str:
    """Return the presets that bind a unit, and which of their limits a schedule must keep."""
    presets = presets_of(unit)
    if not presets:
        return "none chosen; the sheet Calendar takes jurisdictions"
    musts = dict.fromkeys(limit.says for limit in limits_on(presets, unit.days) if limit.citation.must)
    titles = "; ".join(each.title for each in presets)
    return f"{titles}. Musts beside the sheet Rules: {', '.join(musts) or 'none'}"


def compliance_facts(unit: Unit, found: Compliance) -> Facts:
    """Return the judgement by law, in short."""
    blocking, warnings = len(found.blocking), len(found.breaches) - len(found.blocking)
    past = sum(each.past for each in found.due)
    exposure = f"{money(found.exposure)}, if there was no violation in the years before" if found.exposure else "none"
    told = [
        ("Unit", unit.name),
        ("Judged by", "; ".join(each.title for each in found.presets)),
        ("Breaches", f"{blocking} that block, {warnings} to be warned of"),
        ("Exposure", exposure),
        ("Due", f"{count(len(found.due), 'credential or review', 'credentials or reviews')}, {past} of them past"),
    ]
    if any(each.ratios for each in found.presets) and not found.census:
        told.insert(2, ("Ratios", "not judged: the workbook does not tell how many patients there are"))
    return told


def compliance_lines(unit: Unit, found: Compliance, shown: int) -> list[str]:
    """Return breaches, dates due and mentoring, one a line; of breaches and dates at most so many."""
    breaches = [f"  {each.severity:>10}  {each.law.law}: {each.sentence}" for each in found.breaches]
    dates = [f"  {each.day}  {unit.name_of(each.who)}: {each.what}{' (past)' * each.past}" for each in found.due]
    beside = [
        f"  {unit.name_of(each.who)}: {hours(each.there)} there, {hours(each.beside)} beside a preceptor, "
        f"{hours(each.alone)} without"
        for each in found.mentoring
    ]
    titled = (("Breaches:", breaches), ("Due:", dates), ("Mentoring:", beside))
    return [line for title, lines in titled if lines for line in (title, *_first(lines, shown))]


def _first(lines: list[str], shown: int) -> list[str]:
    more = len(lines) - shown
    return [*lines[:shown], f"  and {more} more; --json and -o have them all"] if more > 0 else lines


def compliance_json(found: Compliance) -> dict[str, Any]:
    """Return the judgement by law as plain values."""
    return {
        "presets": [each.name for each in found.presets],
        "ratios_judged": found.census,
        "blocking": len(found.blocking),
        "exposure_cents": found.exposure,
        "breaches": [
            {
                "severity": breach.severity,
                "day": breach.day.isoformat(),
                "shift": breach.shift or None,
                "who": breach.who or None,
                "law": breach.law.law,
                "preset": breach.law.preset,
                "exposure_cents": breach.exposure,
                "sentence": breach.sentence,
            }
            for breach in found.breaches
        ],
        "due": [{"day": d.day.isoformat(), "who": d.who, "what": d.what, "past": d.past} for d in found.due],
        "mentoring": [
            {"who": each.who, "minutes": each.there, "beside": each.beside, "alone": each.alone}
            for each in found.mentoring
        ],
    }


def law_lines(preset: Preset) -> list[str]:
    """Return all that a preset says, each number with when and whom it binds and its source; then its notes."""
    lines = [f"{preset.title} ({preset.name})"]
    for provision in preset.provisions:
        lines += [f"  {provision.says}", f"      {cited(provision.citation)}", *_note(provision.citation)]
    for act in preset.acts:
        standing = "REPEALED" if act.binds is Binding.REPEALED else act.binds
        lines += [f"  {act.law} ({standing})", f"      {cited(act)}", *_note(act)]
    return lines


def _note(law: Citation) -> list[str]:
    return [f"      {law.note}"] if law.note else []


def law_json(preset: Preset) -> dict[str, Any]:
    """Return all that a preset says as plain values."""
    said = [(provision.says, provision.citation) for provision in preset.provisions]
    return {
        "name": preset.name,
        "title": preset.title,
        "provisions": [{"says": says, **_citation_json(citation)} for says, citation in said],
        "acts": [_citation_json(act) for act in preset.acts],
    }


def cited(law: Citation) -> str:
    """Return a citation in one line."""
    since = f"; {law.since}" if law.since else ""
    return f"{law.law}; {law.binds}, {law.hours}{since}; {law.grade}: {law.source}; checked {law.last_checked}"


def _citation_json(law: Citation) -> dict[str, Any]:
    return {
        "law": law.law,
        "binds": law.binds,
        "hours": law.hours,
        "from": law.first and law.first.isoformat(),
        "until": law.until and law.until.isoformat(),
        "grade": law.grade,
        "source": law.source,
        "last_checked": law.last_checked.isoformat(),
        "note": law.note,
    }


def findings_json(unit: Unit, findings: tuple[Finding, ...]) -> list[dict[str, Any]]:
    """Return findings as plain values."""
    return [
        {
            "rule": finding.rule.key,
            "must": finding.must,
            "who": finding.place.who or None,
            "day": finding.place.day and finding.place.day.isoformat(),
            "amount": finding.amount,
            "cost_cents": finding.cost,
            "sentence": finding.rule.say(unit, finding),
        }
        for finding in findings
    ]


def outcome_json(outcome: Outcome) -> dict[str, Any]:
    """Return how a solve ended as plain values."""
    return {
        "status": outcome.status.value,
        "bound_cents": outcome.bound,
        "gap": outcome.gap,
        "seconds": round(outcome.seconds, 2),
        "worth": [
            {
                "rule": worth.rule.key,
                "day": worth.place.day and worth.place.day.isoformat(),
                "what": " ".join(worth.place.what),
                "cents": worth.cents,
            }
            for worth in outcome.worth
        ],
    }
