"""Reads the presets: one file for each jurisdiction, contract or guidance, in the folder of this package."""

import tomllib
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar

from optimizer.staffing.law.citation import Binding, Citation, Hours
from optimizer.staffing.law.statute import (
    Headcount,
    Limit,
    Mix,
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
    names = (file.name for file in files(__name__).iterdir() if file.name.endswith(SUFFIX))
    return tuple(sorted({name.removesuffix(SUFFIX) for name in names} - {EVERYWHERE}))


@cache
def preset(name: str) -> Preset:
    """Return a preset by its name; raise ValueError when there is none."""
    if name not in (*jurisdictions(), EVERYWHERE):
        raise ValueError(f"There is no preset '{name}'; there are {', '.join(jurisdictions())}.")
    data = tomllib.loads((files(__name__) / f"{name}{SUFFIX}").read_text(encoding="utf-8"))
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
    )


@cache
def kinds() -> tuple[str, ...]:
    """Return the kinds of units that any ratio speaks of."""
    return tuple(sorted({ratio.kind for name in jurisdictions() for ratio in preset(name).ratios}))


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
    )


def _ratio(row: StatuteRow) -> Ratio:
    day, evening, night = (row.get(part, row.get("most")) for part in ("day", "evening", "night"))
    return Ratio(row["kind"], day, evening, night, tuple(row["nurses"]), row.get("charge", False), _citation(row))


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
