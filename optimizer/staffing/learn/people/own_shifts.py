"""Who works which shifts: those who never had the others though chance would have given them some."""

from collections import Counter
from collections.abc import Iterator, Mapping

from optimizer.staffing.learn.attendance import Attendance
from optimizer.staffing.learn.evidence import RARE, by_chance, listed
from optimizer.staffing.learn.lesson import About, Basis, Lesson, Topic


def own_shift_lessons(attendance: Attendance) -> Iterator[Lesson[tuple[str, ...]]]:
    """Yield the only shifts of those who keep to some, where it is rare that chance alone would keep them there.

    The chance of each is held against ``RARE`` over the number of people, since all are tried (Bonferroni).
    """
    codes = {who: _duties(attendance, who) for who in attendance.people}
    together = sum(codes.values(), Counter[str]())
    for who, mine in codes.items():
        chance = _chance(mine, _of_others(mine, together))
        if mine and chance < RARE / len(codes):
            yield _lesson(attendance, who, mine, chance)


def _duties(attendance: Attendance, who: str) -> Counter[str]:
    return Counter(duty.shift for duty, shift in attendance.rows[who] if shift.staffs)


def _of_others(mine: Counter[str], together: Counter[str]) -> Mapping[str, int]:
    """Return how often the others had each shift."""
    return {code: number - mine[code] for code, number in together.items()}


def _chance(mine: Counter[str], others: Mapping[str, int]) -> float:
    """Return the chance that so many duties, drawn as others have theirs, all fall on the shifts that somebody had."""
    total = sum(others.values())
    return (sum(others[code] for code in mine) / total) ** mine.total() if total else 1.0


def _lesson(attendance: Attendance, who: str, mine: Counter[str], chance: float) -> Lesson[tuple[str, ...]]:
    own = tuple(shift.code for shift in attendance.shifts if shift.code in mine)
    name = attendance.people[who].name
    said = f"All {mine.total()} duties of {name} were {listed(own)}; by chance that happens {by_chance(chance)}."
    return Lesson(About(Topic.OWN_SHIFTS, who), own, said, Basis.COUNTED, 1 - chance)
