"""The settings to begin with, and how many cases a case manager has elsewhere."""

from functools import cache

from optimizer.caseload.capacity.setting import Contact, Experience, Period, Phase, Setting
from optimizer.caseload.capacity.standard import CaseloadStandard, StandardKind
from optimizer.caseload.presets import PresetRow, read, source_of
from optimizer.caseload.tier import Tier


@cache
def settings() -> tuple[Setting, ...]:
    """Return the settings that a panel can choose."""
    data = read("settings")
    return tuple(_setting(row, data) for row in data["setting"])


def setting(key: str) -> Setting:
    """Return a setting by its key; raise ValueError when there is none."""
    found = next((each for each in settings() if each.key == key), None)
    if found is None:
        raise ValueError(f"There is no setting '{key}'; there are {', '.join(each.key for each in settings())}.")
    return found


def _setting(row: PresetRow, data: PresetRow) -> Setting:
    return Setting(
        row["key"],
        row["title"],
        Period(row["period"]),
        row["paid"],
        row["leave"],
        row["indirect"],
        {Tier(int(tier)): minutes for tier, minutes in row["base"].items()},
        {Phase(word): percent for word, percent in data["phases"].items()},
        {Contact(word): percent for word, percent in data["contacts"].items()},
        {Experience(word): percent for word, percent in data["experiences"].items()},
        row["interpreter"],
        row["new_review"],
        row["continued_review"],
        Contact(row["contact"]),
        source_of(row, data),
        {Tier(int(tier)): days for tier, days in data["between"].items()},
    )


@cache
def standards() -> tuple[CaseloadStandard, ...]:
    """Return how many cases for each 1.0 FTE others have."""
    data = read("standards")
    return tuple(_standard(row, data) for row in data["standard"])


def _standard(row: PresetRow, data: PresetRow) -> CaseloadStandard:
    low, high = row["range"]
    return CaseloadStandard(
        row["key"], StandardKind(row["kind"]), row["title"], low, high, row.get("cap"), source_of(row, data)
    )
