"""Files that are being confirmed: what is asked of them, what was said, and what that makes of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from optimizer.ui.confirm.dropped import Dropped, ReadFile
from optimizer.ui.confirm.marks import Meant
from optimizer.workbook.adopt.adopt import adopt
from optimizer.workbook.adopt.adopted import Adopted, Assumption, OpenQuestion
from optimizer.workbook.adopt.mapping import mapping_of
from optimizer.workbook.adopt.said.answers import Answers
from optimizer.workbook.adopt.said.code_words import shift_said
from optimizer.workbook.adopt.said.sayings import Saying, with_said
from optimizer.workbook.adopt.tables.sorted_tables import sorted_tables
from optimizer.workbook.recognise.proposal import Table


@dataclass(frozen=True)
class TakenUp:
    """Files taken up with some answers."""

    files: Dropped
    answers: Answers

    @cached_property
    def adopted(self) -> Adopted:
        """Return the unit as it is understood."""
        return adopt(self.files.proposals, self.answers)

    @cached_property
    def _dated(self) -> tuple[Table, ...]:
        return tuple(dating.filed.table for dating in sorted_tables(self.files.proposals, self.answers).datings)

    def tables_of(self, file: ReadFile) -> tuple[Table, ...]:
        """Return the tables of a file with the days that hold of them."""
        before = 0
        for each in self.files.files:
            number = len(each.proposal.tables)
            if each is file:
                return self._dated[before : before + number]
            before += number
        return ()

    @cached_property
    def meant(self) -> Meant:
        """Return what codes are taken to mean, with why."""
        learned = self.adopted.learned
        lessons = learned.shifts if learned else ()
        return {lesson.about.what: f"{shift_said(lesson.value)}. {lesson.evidence}" for lesson in lessons}

    @property
    def mapping(self) -> str:
        """Return the answers as a file, for the files of the next month."""
        return mapping_of(self.adopted)


class Confirming:
    """Files that are being confirmed. What is asked and assumed is what was open when they were dropped.

    ``judged`` is the draft that was opened to judge the roster, None until one was, and after another answer.
    """

    def __init__(self, digest: str, files: Dropped) -> None:
        self.digest, self.files = digest, files
        self.judged: int | None = None
        self._said: tuple[Saying, ...] = ()
        self.first = self.now = TakenUp(files, files.before)

    @property
    def questions(self) -> tuple[OpenQuestion, ...]:
        """Return what is asked; an answer takes no question away."""
        return self.first.adopted.questions

    @cached_property
    def assumptions(self) -> tuple[Assumption, ...]:
        """Return what is assumed and not asked."""
        asked = {saying.of for each in self.questions for choice in each.choices for saying in choice.says}
        return tuple(each for each in self.first.adopted.assumptions if each.of not in asked)

    def hear(self, sayings: Iterable[Saying]) -> None:
        """Take the files up with all that is said now. Raise ValueError, and change nothing, where it is unclear."""
        said = tuple(sayings)
        if said == self._said:
            return
        now = TakenUp(self.files, with_said(self.files.before, said))
        _ = now.adopted
        self.now, self._said, self.judged = now, said, None
