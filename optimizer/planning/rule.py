"""A rule: its laws, declared once, a sentence for itself and one for every breach."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar, Generic, TypeVar

from optimizer.planning.law import Law, Place, Sum
from optimizer.planning.measure import Measure
from optimizer.planning.together import DayTogether
from optimizer.planning.words import capital

ProblemT = TypeVar("ProblemT")


@dataclass(frozen=True)
class Rule(ABC, Generic[ProblemT]):
    """Declares laws over a problem. A rule's fields are its limits; whether it is a must is the policy's to say."""

    key: ClassVar[str]
    title: ClassVar[str]
    sentence: ClassVar[str]
    """What it asks for, for people, with what it can be set to in braces: "at most {limit} in a row"."""
    opening: ClassVar[str] = ""
    """What goes before that in a whole sentence, in the same form: "{everyone} has "."""
    measure: ClassVar[Measure | None] = None
    """What its ``limit`` is counted in; None for a rule without one."""
    in_time: ClassVar[tuple[str, ...]] = ()
    """Settings beside its limit that are minutes, and which people write in hours."""
    unit: ClassVar[str]
    """What one unit of breach is called in a price: "150 points per duty missing"."""
    per: ClassVar[int] = 1
    """How much of a law's amount makes one unit. 60 turns minutes into hours."""
    always_must: ClassVar[bool] = False
    must_unless_said: ClassVar[bool] = False
    """Whether it is written as a must where a policy says nothing of it: others are off then."""
    bends: ClassVar[bool] = True
    """Whether a plan that breaks it may be had where not every must can be kept."""
    eased: ClassVar[int] = 0
    """Of a must counted so finely that few plans on the way keep it: cents that a unit may cost on the way, else 0."""
    firmness: ClassVar[int] = 10
    """When not every must can be kept: how many units of the softest must this one is worth."""

    @abstractmethod
    def laws(self, problem: ProblemT) -> Iterable[Law]:
        """Yield every law of this rule in the problem."""

    def lets_stand(self, problem: ProblemT, *, must: bool) -> DayTogether | None:
        """Return what it lets people have together on a day, also where it is off; None for most, which say nothing."""
        del problem, must
        return None

    @abstractmethod
    def say(self, problem: ProblemT, finding: "Finding") -> str:
        """Return one sentence that tells a reader what is wrong, where and by how much."""

    @property
    def limit(self) -> int | None:
        """Return its limit as its laws count it; a rule that has one declares it as a field."""
        return None

    @property
    def in_parts(self) -> bool:
        """Tell whether a part of a unit costs its part of the price, to the cent begun; else a started one is whole."""
        return False

    def words(self) -> Mapping[str, str]:
        """Return the words for everything in braces in its sentence and opening."""
        return {} if self.measure is None or self.limit is None else {"limit": self.measure.say(self.limit)}

    def details(self) -> Iterable[str]:
        """Yield what its other settings add to its sentence where they are not the usual ones."""
        return ()

    @property
    def asks(self) -> str:
        """Return what it asks for as it is set: "At most 5 duties in a row"."""
        return self._told(self.sentence)

    @property
    def told(self) -> str:
        """Return what it asks of whom as it is set, as a whole sentence: "Everyone has at most 5 duties in a row."."""
        return f"{self._told(f'{self.opening}{self.sentence}')}."

    def _told(self, sentence: str) -> str:
        return capital("; ".join((sentence.format_map(self.words()), *self.details())))

    @classmethod
    def in_general(cls, quote: str = "'") -> str:
        """Return what it asks of whom however it is set, with the names of its settings between quotes."""
        words = _Named(quote, limit=f"so many {cls.measure.many}" if cls.measure else "", everyone="everyone meant")
        return f"{capital(f'{cls.opening}{cls.sentence}'.format_map(words))}."

    def units(self, amount: int) -> int:
        """Return how many units of breach an amount makes, a started one whole."""
        return -(-amount // self.per)


class _Named(dict[str, str]):
    """Words for settings; one that has none stands by its name between quotes."""

    def __init__(self, quote: str, **words: str) -> None:
        super().__init__(words)
        self.quote = quote

    def __missing__(self, name: str) -> str:
        """Return the name of a setting."""
        return f"{self.quote}{name}{self.quote}"


@dataclass(frozen=True, slots=True)
class Finding:
    """One breach of one law by a plan.

    ``amount`` is in the law's own measure (minutes, cents, counts), ``cost`` in cents; ``total`` is what a Sum came to,
    0 for a Walk.
    """

    rule: Rule[Any]
    law: Law
    place: Place
    amount: int
    total: int
    must: bool
    cost: int

    @property
    def day(self) -> date:
        """Return the day it is at, or begins; every law of a schedule has one."""
        if self.place.day is None:
            raise ValueError(f"The finding of '{self.rule.key}' is at no day.")
        return self.place.day

    @property
    def short(self) -> bool:
        """Tell whether too little was found rather than too much."""
        return isinstance(self.law, Sum) and self.law.low is not None and self.total < self.law.low

    @property
    def bound(self) -> int:
        """Return the bound of the sum that was broken, 0 for a walk."""
        if not isinstance(self.law, Sum):
            return 0
        return (self.law.low if self.short else self.law.high) or 0


def broken_musts(findings: Iterable[Finding]) -> int:
    """Return how many musts are broken: one for each place where a rule is, however much it is broken there.

    By how much a plan breaks them, in the units of their rules, its score tells; those decide which plan is better.
    """
    return sum(finding.must for finding in findings)


def identity(finding: Finding) -> tuple[int, date | None, bool]:
    """Return what tells findings apart, but for how much is wrong."""
    return id(finding.law), finding.place.day, finding.short


def worsened(old: Iterable[Finding], new: Iterable[Finding]) -> list[Finding]:
    """Return the findings that are new, or are of more than before: what is mended elsewhere weighs nothing here."""
    was = {identity(finding): finding.amount for finding in old}
    return [finding for finding in new if finding.amount >= was.get(identity(finding), 0)]
