"""The hours that a schedule, or the target staffing, gives to the patients there are."""

from optimizer.staffing.facts.calendar import Span
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.need.bedside import is_free
from optimizer.staffing.need.hppd import PatientHours
from optimizer.staffing.need.need_source import need_sources, patient_days
from optimizer.staffing.schedule.figures import Figures


def patient_hours(figures: Figures, span: Span | None = None) -> PatientHours:
    """Return what a schedule gives to the patients of its days, or of a span of them."""
    staff, days = figures.unit.staff, span.days if span else figures.unit.days
    return PatientHours(
        patient_days(figures.unit, days),
        sum(figures.direct(each, span) for each in staff),
        sum(figures.bedside(each, span) for each in staff),
        sum(figures.paid(each, span) for each in staff),
    )


def target_hours(unit: Unit) -> PatientHours:
    """Return what the target staffing gives, over the shifts that have a census: the paid time of everyone needed."""
    sources = need_sources(unit)
    counted = {(source.day, source.used.shift) for source in sources if source.working}
    used = [source.used for source in sources if (source.day, source.used.shift) in counted]
    minutes = [(need, need.target * unit.length_of(need.shift)) for need in used]
    direct = sum(each for need, each in minutes if not is_free(unit, need.shift, need.role))
    return PatientHours(patient_days(unit, unit.days), direct, sum(each for _, each in minutes))
