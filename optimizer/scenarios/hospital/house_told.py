"""How every unit stands in the next 72 hours, shift by shift: what is short, and what has people to spare."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from optimizer.scenarios.hospital.house_known import HouseKnown
from optimizer.staffing.facts.words import on
from optimizer.staffing.need.cover import SIGNS, CoverLevel, NeedCover, Standing

MORE = "△"
"""The sign of more people than the target, which could be spared."""


@dataclass(frozen=True, slots=True)
class HouseRow:
    """One shift and role of a day across units: how each unit stands, by its code."""

    day: date
    shift: str
    role: str
    covers: Mapping[str, NeedCover]

    @property
    def uneven(self) -> bool:
        """Tell whether some unit is short or has people to spare."""
        return any(cover.have != cover.target for cover in self.covers.values())

    @property
    def said(self) -> str:
        """Return it as "Sun 6 Dec, N, RN"."""
        return f"{on(self.day)}, {self.shift}, {self.role}"


def house_rows(house: HouseKnown, now: datetime) -> list[HouseRow]:
    """Return every shift and role that some unit needs, the soonest first."""
    begins: dict[tuple[date, str, str], datetime] = {}
    covers: dict[tuple[date, str, str], dict[str, NeedCover]] = {}
    for code, known in house.units.items():
        for ahead in known.ahead(now):
            for demand, cover in ahead.covers:
                key = ahead.day, ahead.label, demand.need.role
                begins.setdefault(key, ahead.begins)
                covers.setdefault(key, {})[code] = cover
    return [HouseRow(*key, covers[key]) for key in sorted(covers, key=lambda each: (begins[each], each))]


def stands(cover: NeedCover | None) -> str:
    """Return how a unit stands as "▽ 3 of 4": a sign, and no colour alone, tells short from over."""
    if cover is None:
        return ""
    over = cover.standing is Standing.MET and cover.have > cover.target and not cover.missing(CoverLevel.TARGET)
    sign = MORE if over else SIGNS[cover.standing]
    return f"{sign} {cover.have} of {cover.target}".strip()
