"""What a sheet and a column are, and the two columns of every list of settings."""

from dataclasses import dataclass
from enum import StrEnum


class Holds(StrEnum):
    """What the cells of a column hold when all is well; a code, a list or a mixture is text."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table: its header, what goes in it, whether every row needs it, its width, what is offered.

    What stands in a column that is ``told`` is there for people alone: nobody reads it back.
    """

    header: str
    about: str
    required: bool = False
    width: int = 12
    choices: tuple[str, ...] = ()
    holds: Holds = Holds.TEXT
    told: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table of the workbook. A sheet that is not ``needed`` may be missing or empty."""

    title: str
    about: str
    columns: tuple[Column, ...]
    needed: bool = False


SETTING, VALUE = Column("Setting", "What is set.", True, 34), Column("Value", "What it is set to.", True, 22)
SETTING_ABOUT = Column("About", "What the setting means.", width=70, told=True)
