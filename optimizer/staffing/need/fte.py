"""From hours to positions, and back."""

from fractions import Fraction

YEAR = 2080
"""Paid hours of 1.0 FTE in a year."""


def replacement(time_off: int) -> Fraction:
    """Return how many positions keep one filled, of whose minutes so many a year are off.

    It is paid hours over worked ones, not one plus a part of them.
    """
    return Fraction(60 * YEAR, 60 * YEAR - time_off)


def base_fte(hours_a_day: Fraction) -> Fraction:
    """Return the FTE that so many hours on each of 365 days take before anybody is away."""
    return hours_a_day * 365 / YEAR


def paid_fte(hours: Fraction, full_time: Fraction) -> Fraction:
    """Return the FTE that some paid hours are, of which one has so many in the same period."""
    return hours / full_time
