"""The sheet Care, the times that care takes; and all that needs are computed from, of which it is a part."""

from collections.abc import Iterator

from optimizer.staffing.facts.care import NEUTRAL_SCALE, Care, CareTimes, CensusFrom, Rounding
from optimizer.staffing.facts.shift import Part
from optimizer.workbook.grid.source import UnitSource
from optimizer.workbook.table.codecs import hours, minutes, one_word, wholes
from optimizer.workbook.table.settings import SettingsRead, setting_lines, settings_sheet
from optimizer.workbook.table.sheet import CellValues, Column
from optimizer.workbook.unit.sheets.acuity import read_levels
from optimizer.workbook.unit.sheets.census import read_census, read_census_history
from optimizer.workbook.unit.sheets.mix import read_mix

CENSUS_FROM = Column(
    "Census from",
    f"{', '.join(CensusFrom)}. The sheet Census when empty. The others look at the same weekday on the sheet "
    "Census history: the mean of each level, half a patient rounded up; or the day at the nearest rank by hours of "
    "care, all its numbers together. Rows of the sheet Census for a date or for holidays still hold.",
    one_word(CensusFrom, "way to know the census"),
)
SHARES = {
    Part.DAY: Column(
        "Day share of care, %",
        "Of a patient's 24 hours. When empty: 55 with a day and a night, 40 with an evening too.",
        wholes(0, 100),
    ),
    Part.EVENING: Column("Evening share of care, %", "34 when empty.", wholes(0, 100)),
    Part.NIGHT: Column(
        "Night share of care, %", "When empty: 45 with a day and a night, 26 with an evening too.", wholes(0, 100)
    ),
}
CARE = settings_sheet(
    "Care",
    "The times that care takes, and where the census comes from.",
    (
        CENSUS_FROM,
        Column(
            "Productive hours of a 12-hour shift",
            "What rests leave of 12 paid hours; shifts of other lengths in proportion. 11.25 when empty: meals are not "
            "paid, and three paid rests take 15 minutes each. 12 where the break minutes of the sheet Skill mix cover "
            "those rests, which would count twice.",
            hours(1, 12),
            "productive",
        ),
        Column(
            "Care hours per patient day (HPPD)",
            "Direct HPPD: hours of those who share the care, for each patient and day, as a need of its own. None when "
            "empty.",
            hours(0.1, 48),
            "per_patient_day",
        ),
        Column("Minutes an admission takes", "60 when empty.", minutes(0, 600), "admission"),
        Column("Minutes a discharge takes", "45 when empty.", minutes(0, 600), "discharge"),
        Column("Minutes a transfer in takes", "42 when empty.", minutes(0, 600), "transfer_in"),
        Column("Minutes a transfer out takes", "20 when empty.", minutes(0, 600), "transfer_out"),
        *SHARES.values(),
        Column(
            "Rounding of people",
            "each up, also when empty: every role of a shift has whole people. nearest: half a person up. keep total: "
            "what is too much of one role is taken from the next smaller one. optimizer check says what each costs.",
            one_word(Rounding, "way to round"),
            "rounding",
        ),
    ),
    of=CareTimes,
)


def read_care(source: UnitSource) -> Care | None:
    """Return what needs are computed from, None where the workbook says nothing of it."""
    scale = read_levels(source)
    levels = scale or NEUTRAL_SCALE
    source.acuity = frozenset(level.number for level in levels)
    census, history = read_census(source), read_census_history(source)
    source.census_shifts = frozenset(row.shift for row in (*census, *history))
    mix, read = read_mix(source), SettingsRead(source, CARE)
    if not (scale or census or history or mix):
        return None
    return Care(census, mix, levels, _times(read), history, read[CENSUS_FROM] or CensusFrom.SHEET)


def care_lines(care: Care | None) -> Iterator[CellValues]:
    """Yield the settings, without values where needs are not computed."""
    if care is None:
        return setting_lines(CARE, {})
    times = {each: getattr(care.times, each.field) for each in CARE.settings if each.field}
    shares = {column: care.times.shares.get(part) for part, column in SHARES.items()}
    return setting_lines(CARE, {CENSUS_FROM: care.census_from, **times, **shares})


def _times(read: SettingsRead) -> CareTimes:
    shares = {part: share for part, column in SHARES.items() if (share := read[column]) is not None}
    return CareTimes(**read.facts(), shares=shares)
