"""From hours to positions, and back."""

from fractions import Fraction

YEAR = 2080
"""Paid hours of 1.0 FTE in a year."""
TIME_OFF = 224
"""Hours of those that are paid and not worked: vacation, holidays, illness (a textbook's 80 + 48 + 8 + 80 + 8)."""


def replacement(time_off: int = TIME_OFF) -> Fraction:
    """Return how many positions keep one filled: paid hours over worked ones, not one plus a part of them."""
    return Fraction(YEAR, YEAR - time_off)


def base_fte(hours_a_day: Fraction) -> Fraction:
    """Return the FTE that so many hours on each of 365 days take before anybody is away."""
    return hours_a_day * 365 / YEAR


def paid_fte(hours: Fraction, full_time: Fraction) -> Fraction:
    """Return the FTE that some paid hours are, of which one has so many in the same period."""
    return hours / full_time
