"""What each way to make whole people of parts of them costs."""

from dataclasses import replace
from fractions import Fraction

from optimizer.planning.currency import money
from optimizer.staffing.facts.care import Rounding
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import hours
from optimizer.staffing.law.lawful_need import with_lawful_needs
from optimizer.staffing.pay.overtime import pay_class


def rounding_said(unit: Unit) -> str:
    """Return the hours that are wished for with every rounding, and their price; nothing without computed needs."""
    if unit.care is None or not any(need.computed for need in unit.needs):
        return ""
    own = unit.care.times.rounding
    said = (f"{each} {_wished(_rounded(unit, each))}{' (as set)' if each is own else ''}" for each in Rounding)
    return ", ".join(said)


def _rounded(unit: Unit, rounding: Rounding) -> Unit:
    assert unit.care is not None
    care = replace(unit.care, times=replace(unit.care.times, rounding=rounding))
    return with_lawful_needs(replace(unit, care=care))


def _wished(unit: Unit) -> str:
    """Return what is wished for as "1,234 h for $45,000", at the plain rate that each role has on average."""
    wished = [(each.need.target * unit.length_of(each.need.shift), each.need.role) for each in unit.demand]
    rates = {role: _rate(unit, role) for _, role in wished}
    cents = sum((minutes * rates[role] for minutes, role in wished), Fraction()) / 60
    return f"{hours(sum(minutes for minutes, _ in wished))}{f' for {money(100 * round(cents / 100))}' if cents else ''}"


def _rate(unit: Unit, role: str) -> Fraction:
    rates = [pay_class(unit, staff).rate for staff in unit.staff if staff.roles[:1] == (role,)]
    return Fraction(sum(rates), len(rates)) if rates else Fraction()
