"""Who of the pool goes where, by day: ids for whoever looks at the page, in no report."""

from collections import defaultdict

from optimizer.scenarios.hospital.told import HospitalAccount
from optimizer.staffing.facts.words import on
from optimizer.staffing.hospital.names import SIGN
from optimizer.workbook.report.comparison import TEXT, ComparisonLine


def pool_people_by_day(told: HospitalAccount) -> list[ComparisonLine]:
    """Return the ids of whom each unit has from the pool on each day: a row a day, a column a unit."""
    pool, had = told.members[-1], defaultdict(list)
    for pair in sorted(pool.plan):
        had[pair.what.day, pair.what.shift.partition(SIGN)[0]].append(pair.who)
    days = pool.member.unit.days
    columns = (
        (each.member.code, [", ".join(had[day, each.member.code]) for day in days]) for each in told.members[:-1]
    )
    ids = [ComparisonLine("", code, TEXT, tuple(values)) for code, values in columns]
    return [ComparisonLine("", "Day", TEXT, tuple(map(on, days))), *ids]
