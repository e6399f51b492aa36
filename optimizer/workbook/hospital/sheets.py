"""The sheets of hospital.xlsx: the hospital and its money, its units, and who of the pool may work where."""

from dataclasses import dataclass, field
from datetime import date

from optimizer.staffing.hospital.hospital import Orientation
from optimizer.workbook.table.codecs import NEAR, TEXT, hours, known, numbers_in, wholes
from optimizer.workbook.table.sheet import Column, Sheet
from optimizer.workbook.table.sheets import Sheets

MOST_DOLLARS = 10_000_000_000


@dataclass
class HospitalSource(Sheets):
    """A hospital's workbook being read: the codes of its units, and the ids of its pool."""

    units: dict[str, None] = field(default_factory=dict)
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HospitalLine:
    """What is said of the hospital as a whole: its name, the pool's workbook, its money in cents, agency in minutes."""

    name: str
    pool: str
    budget: int | None = None
    agency: int | None = None
    rank_price: int = 0


@dataclass(frozen=True, slots=True)
class UnitLine:
    """A unit: its code, its workbook, and what it is to cost in cents."""

    code: str
    file: str
    budget: int | None = None


NAME = Column("Name", "What the hospital is called.", TEXT, "name", required=True, width=24)
POOL_FILE = Column(
    "Pool workbook",
    "A file in this folder: the contracts, requests and rules of the float pool, as those of a unit.",
    TEXT,
    "pool",
    required=True,
    width=18,
)
HOSPITAL = Sheet(
    "Hospital",
    "The hospital as a whole, in one row.",
    (
        NAME,
        POOL_FILE,
        Column(
            "Budget",
            "Dollars for the pay of all units and the pool over the planning period. No limit when empty.",
            numbers_in(100, 0, MOST_DOLLARS),
            "budget",
            width=14,
        ),
        Column(
            "Agency hours",
            "Paid hours of all agency staff over the planning period. No limit when empty.",
            hours(0, 10_000_000),
            "agency",
            width=14,
        ),
        Column(
            "Dollars a rank",
            "What a float duty in somebody's second unit costs; twice that in the third. Nothing when empty.",
            numbers_in(100, 0, 100_000),
            "rank_price",
            width=14,
        ),
    ),
    needed=True,
    of=HospitalLine,
)
CODE = Column("Unit", "A short code such as ICU, unlike every other.", TEXT, "code", required=True, width=10)
FILE = Column("Workbook", "A file in this folder, such as icu.xlsx.", TEXT, "file", required=True, width=18)
UNITS = Sheet(
    "Units",
    "The units of the hospital.",
    (
        CODE,
        FILE,
        Column(
            "Budget",
            "Dollars that the unit's own staff are to cost; it is shown, the hospital's budget binds. None when empty.",
            numbers_in(100, 0, MOST_DOLLARS),
            "budget",
            width=14,
        ),
    ),
    needed=True,
    of=UnitLine,
)


def people(source: HospitalSource) -> tuple[str, ...]:
    """Return the ids of the pool."""
    return source.people


def units(source: HospitalSource) -> tuple[str, ...]:
    """Return the codes of the units."""
    return tuple(source.units)


WHO = Column("Staff", "The id of somebody of the pool.", known(people, "person of the pool"), "who", required=True)
UNIT = Column("Unit", "Where they may work.", known(units, "code of a unit"), "unit", required=True, among=CODE)
LEAST = Column("Least", "Duties there in the planning period at least. Any when empty.", wholes(0, 400), "least")
MOST = Column("Most", "Duties there in the planning period at most. Any when empty.", wholes(0, 400), "most")
FLOAT_POOL = Sheet(
    "Float pool",
    "Who of the pool may work in which unit, a row for each unit that somebody is oriented to.",
    (
        WHO,
        UNIT,
        Column[date]("Since", "When they were oriented there. Always when empty.", NEAR, "since"),
        Column("Preference", "1 where they like to work best. 1 when empty.", wholes(1, 99), "rank"),
        LEAST,
        MOST,
    ),
    of=Orientation,
)
SHEETS = (HOSPITAL, UNITS, FLOAT_POOL)
