"""Reads the presets: one file for each jurisdiction, contract or guidance, in the folders of this package."""

import tomllib
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, TypeVar

from optimizer.staffing.facts.shift import Part
from optimizer.staffing.law.citation import Binding, Citation, Hours
from optimizer.staffing.law.statute import (
    CareHours,
    Headcount,
    Limit,
    Mix,
    NightWork,
    OvertimeStatute,
    Penalty,
    Preset,
    Provision,
    Ratio,
)
from optimizer.staffing.policy import RULES

P = TypeVar("P", bound=Provision)
StatuteRow = Mapping[str, Any]
EVERYWHERE = "everywhere"
"""The preset that is in force in every unit, whatever its jurisdictions."""
SUFFIX = ".toml"


@cache
def jurisdictions() -> tuple[str, ...]:
    """Return the names of the presets that a unit can choose."""
    return tuple(sorted({*_files()} - {EVERYWHERE}))


def written(name: str) -> Mapping[str, Any]:
    """Return what the file of a preset says, as it stands there."""
    return tomllib.loads(_files()[name].read_text(encoding="utf-8"))


@cache
def _files() -> Mapping[str, Traversable]:
    """Return the files of the presets by name; the folders that they lie in are there for people alone."""
    here = [*files(__name__).iterdir()]
    inner = (file for folder in here if folder.is_dir() for file in folder.iterdir())
    return {file.name.removesuffix(SUFFIX): file for file in (*here, *inner) if file.name.endswith(SUFFIX)}


@cache
def preset(name: str) -> Preset:
    """Return a preset by its name; raise ValueError when there is none."""
    if name not in (*jurisdictions(), EVERYWHERE):
        raise ValueError(f"There is no preset '{name}'; there are {', '.join(jurisdictions())}.")
    data = written(name)
    acts = [{"last_checked": data["last_checked"], **act, "preset": name} for act in data["act"]]
    return Preset(
        name,
        data["title"],
        tuple(_citation(act) for act in acts),
        ratios=_read(acts, "ratios", _ratio),
        mixes=_read(acts, "mixes", _mix),
        headcounts=_read(acts, "headcounts", _headcount),
        limits=_read(acts, "limits", _limit),
        overtimes=_read(acts, "overtimes", _overtime),
        penalties=_read(acts, "penalties", _penalty),
        care_hours=_read(acts, "care_hours", _care_hours),
        night_work=_read(acts, "night_work", _night_work),
    )


@cache
def kinds() -> tuple[str, ...]:
    """Return the kinds of units that any ratio or hours of care speak of."""
    presets = [preset(name) for name in jurisdictions()]
    ratios = {ratio.kind for each in presets for ratio in each.ratios}
    return tuple(sorted(ratios | {care.kind for each in presets for care in each.care_hours}))


def _read(acts: list[dict[str, Any]], key: str, parse: Callable[[StatuteRow], P]) -> tuple[P, ...]:
    return tuple(parse(row) for row in _rows(acts, key))


def _rows(acts: list[dict[str, Any]], key: str) -> Iterator[StatuteRow]:
    """Yield the rows of all acts; a row has what its act says, its note aside, unless it says otherwise itself."""
    return ({**act, "note": "", **row} for act in acts for row in act.get(key, ()))


def _citation(row: StatuteRow) -> Citation:
    return Citation(
        row["preset"],
        row["law"] + row.get("at", ""),
        Binding(row["binds"]),
        Hours(row.get("hours", Hours.ALL)),
        row["grade"],
        row["source"],
        row["last_checked"],
        row.get("from"),
        row.get("until"),
        row.get("note", ""),
        row.get("whom", ""),
        row.get("waivable", False),
        row.get("weeks", 0),
        row.get("instead", ""),
        row.get("average", ""),
    )


def _ratio(row: StatuteRow) -> Ratio:
    day, evening, night = (row.get(part, row.get("most")) for part in ("day", "evening", "night"))
    counted, halved = (tuple(row["nurses"]), row.get("charge", False)), tuple(map(Part, row.get("halved", ())))
    return Ratio(row["kind"], day, evening, night, *counted, _citation(row), halved)


def _mix(row: StatuteRow) -> Mix:
    return Mix(row.get("kind", ""), tuple(row["jobs"]), tuple(row["among"]), row["percent"], _citation(row))


def _headcount(row: StatuteRow) -> Headcount:
    return Headcount(row["kind"], row["least"], tuple(row["nurses"]), row.get("charge", False), _citation(row))


def _limit(row: StatuteRow) -> Limit:
    cls = next(rule for rule in RULES if rule.key == row["rule"])
    settings: dict[str, Any] = {"limit": row["limit"] * cls.measure.scale} if cls.measure and "limit" in row else {}
    settings |= {name: row[name] for name in ("after", "only", "weeks") if name in row}
    settings |= {"shifts": tuple(row["shifts"])} if "shifts" in row else {}
    return Limit(cls(**settings), _citation(row))


def _overtime(row: StatuteRow) -> OvertimeStatute:
    return OvertimeStatute(row["scheme"], _citation(row))


def _penalty(row: StatuteRow) -> Penalty:
    cents = tuple(dollars * 100 for dollars in row["dollars"])
    return Penalty(cents, row["per"] == "calendar day", row["years"], _citation(row))


def _care_hours(row: StatuteRow) -> CareHours:
    minutes = round(row["hours_of_care"] * 60)
    return CareHours(row["kind"], minutes, tuple(row["nurses"]), row.get("weekly", False), _citation(row))


def _night_work(row: StatuteRow) -> NightWork:
    return NightWork(row["limit"] * 60, row["weeks"], _citation(row))
