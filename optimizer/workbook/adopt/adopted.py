"""All that was taken up of some files, with what is asked and what is assumed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from optimizer.staffing.facts.demand import Need
from optimizer.staffing.facts.request import Request
from optimizer.staffing.learn.learned import Learned
from optimizer.workbook.adopt.said.answers import Answers, KnownTable
from optimizer.workbook.adopt.said.sayings import Saying
from optimizer.workbook.adopt.tables.accounts import NotTaken, TableAccount


class Choice(NamedTuple):
    """One way to answer a question: in words, and what it says."""

    text: str
    says: tuple[Saying, ...]


@dataclass(frozen=True)
class OpenQuestion:
    """What somebody should say. ``choices`` begin with the likeliest, which holds until something is said.

    ``of`` is what is spoken of, for an answer in own words; ``weight`` tells how much hangs on it.
    """

    of: str
    asked: str
    choices: tuple[Choice, ...]
    why: str
    weight: float

    @property
    def likeliest(self) -> Choice:
        """Return the answer that holds until something is said."""
        return self.choices[0]


class Assumption(NamedTuple):
    """What is taken to be so without a question: how it is spoken of, what, why, and how sure from 0 to 1."""

    of: str
    said: str
    evidence: str
    sure: float


@dataclass(frozen=True)
class Adopted:
    """Files taken up. ``learned`` is None where they hold no duties, and ``why_not`` says so in a sentence.

    ``questions`` are at most five, the weightiest first; ``open`` is all that could have been asked. ``answers`` is
    what was said. ``accounts`` tells of each table how many cells were taken up; ``not_taken`` has the rest with the
    reasons.
    """

    answers: Answers
    learned: Learned | None
    requests: tuple[Request, ...]
    needs: tuple[Need, ...]
    accounts: tuple[TableAccount, ...]
    not_taken: tuple[NotTaken, ...]
    questions: tuple[OpenQuestion, ...]
    assumptions: tuple[Assumption, ...]
    open: frozenset[str] = frozenset()
    seen: tuple[KnownTable, ...] = ()
    why_not: str = ""

    @property
    def names(self) -> Mapping[str, str]:
        """Return the names of people by id."""
        return {person.id: person.name for person in self.learned.roster.people} if self.learned else {}

    @property
    def last(self) -> date | None:
        """Return the last day that was worked."""
        return max(self.learned.roster.days) if self.learned else None
