"""What is taken to be so without a question, with the evidence."""

from collections.abc import Iterable, Iterator

from optimizer.staffing.facts.shift import Shift
from optimizer.staffing.learn.learned import Learned
from optimizer.staffing.learn.lesson import Basis, Lesson, Topic
from optimizer.workbook.adopt.adopted import Assumption, OpenQuestion
from optimizer.workbook.adopt.said.code_words import shift_said
from optimizer.workbook.adopt.said.lessons_said import lesson_said
from optimizer.workbook.adopt.said.sayings import CODE, FIRST_DAY, of_lesson
from optimizer.workbook.adopt.tables.dating import DATES, Dating
from optimizer.workbook.recognise.proposal import Proposal

UNANSWERED, LIKELY = 0.5, 0.8
"""How sure we say we are of what nobody answered, and of a month that should follow the last."""


def assumptions_of(
    proposals: Iterable[Proposal],
    datings: Iterable[Dating],
    learned: Learned | None,
    unasked: Iterable[OpenQuestion],
) -> tuple[Assumption, ...]:
    """Return what was not asked and is as is likeliest, and what was learned but not stated or confirmed."""
    found = [*_unasked(unasked), *_following(datings), *_of_files(proposals), *(_learned(learned) if learned else ())]
    return tuple({each.of: each for each in reversed(found)}.values())[::-1]


def _following(datings: Iterable[Dating]) -> Iterator[Assumption]:
    """Yield the first days that no file tells and that follow what was taken up before."""
    for each in datings:
        if each.guessed and each.known:
            yield Assumption(f"{FIRST_DAY} {each.filed.place}", str(each.first), each.why, LIKELY)


def _unasked(questions: Iterable[OpenQuestion]) -> Iterator[Assumption]:
    for each in questions:
        yield Assumption(each.of, f"{each.asked} {each.likeliest.text}", each.why, UNANSWERED)


def _of_files(proposals: Iterable[Proposal]) -> Iterator[Assumption]:
    """Yield what the reader of the files would ask and nothing here asks in its place."""
    for proposal in proposals:
        for number, each in enumerate(question for question in proposal.questions if question.about != DATES):
            of = f"{each.about} of {proposal.file}" + (f" ({number + 1})" if number else "")
            yield Assumption(of, f"{each.asked} {each.likeliest}", each.why, UNANSWERED)


def _learned(learned: Learned) -> Iterator[Assumption]:
    for lesson in learned.lessons:
        if lesson.basis in (Basis.GUESSED, Basis.COUNTED):
            yield _lesson(lesson)


def _lesson(lesson: Lesson[object]) -> Assumption:
    if lesson.about.topic is Topic.SHIFT:
        shift = lesson.value if isinstance(lesson.value, Shift) else None
        return Assumption(f"{CODE} {lesson.about.what}", shift_said(shift), lesson.evidence, lesson.sure)
    value = lesson.value / 60 if lesson.about.topic is Topic.FULL_TIME and isinstance(lesson.value, int) else None
    said = lesson_said(lesson.value) if value is None else f"{value:g}"
    return Assumption(of_lesson(lesson.about), said, lesson.evidence, lesson.sure)
