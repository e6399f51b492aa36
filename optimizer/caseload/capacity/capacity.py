"""How much time a case manager has for cases, and how many fit into it."""

from fractions import Fraction

from optimizer.caseload.capacity.setting import Experience, Setting


def capacity(
    setting: Setting, fte: int = 100, experience: Experience = Experience.COMPETENT, fixed: int = 0
) -> Fraction:
    """Return the minutes for cases in a period of the setting, none below zero.

    ``fte`` is in hundredths; ``fixed`` is minutes of duties beside the cases. What is paid is less leave and work that
    belongs to no case, and counts by experience.
    """
    paid = Fraction(setting.paid * 60 * fte, 100 * 100)
    direct = paid * (10_000 - setting.leave) * (10_000 - setting.indirect) / 10_000**2
    return max(Fraction(), direct * setting.experiences[experience] / 100 - fixed)


def minutes_a_case(minutes: Fraction, cases: int) -> Fraction:
    """Return how many minutes each of so many cases gets."""
    return minutes / cases


def cases_for(minutes: Fraction, each: Fraction) -> Fraction:
    """Return how many cases fit when each takes so many minutes; a part of a case among them."""
    return minutes / each
