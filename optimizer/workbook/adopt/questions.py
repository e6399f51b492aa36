"""What somebody should be asked, the weightiest first, each with the likeliest answer ready."""

from collections import Counter
from collections.abc import Iterator, Sequence

from optimizer.staffing.facts.words import hours
from optimizer.staffing.learn.codes.shifts import ShiftLesson
from optimizer.staffing.learn.evidence import listed
from optimizer.staffing.learn.learned import Learned
from optimizer.staffing.learn.lesson import About, Basis, Topic
from optimizer.workbook.adopt.adopted import Choice, OpenQuestion
from optimizer.workbook.adopt.said.answers import Answers
from optimizer.workbook.adopt.said.code_words import OFF, shift_said
from optimizer.workbook.adopt.said.sayings import CODE, FIRST_DAY, PERSON, TABLE, Saying
from optimizer.workbook.adopt.tables.dating import Dating
from optimizer.workbook.adopt.tables.sorted_tables import SortedTables
from optimizer.workbook.adopt.taken.identity import Identity

MOST = 5
UNDATED, DOUBTED, VERSION, SAME = 100.0, 80.0, 90.0, 70.0
CODES, TIMES, WEEK = 60.0, 40.0, 10.0
"""What a wrong answer would cost: all days, a wrong roster, a person counted twice; of codes by how often they come."""
SURE, OFTEN = 0.65, 0.02
"""Of how sure a guess, and of which share of all cells on, a code is worth a question."""
KINDS = (OFF, "leave", "on call", "education", "work")
WEEKS = (36, 37.5, 38, 40)


def questions_of(
    tables: SortedTables, identity: Identity, learned: Learned | None, answers: Answers
) -> tuple[OpenQuestion, ...]:
    """Return all that could be asked and was not yet."""
    questions = [*_dates(tables), *_versions(tables), *_people(identity), *_codes(learned), *_week(learned)]
    once = {question.of: question for question in reversed(questions) if question.of not in answers.asked}
    return tuple(sorted(once.values(), key=lambda question: (-question.weight, question.of)))


def _dates(tables: SortedTables) -> Iterator[OpenQuestion]:
    """Yield what dates are to be asked: one question for all tables of a file that begin on one day."""
    used = {id(each) for each in (*tables.counting, *tables.wishes, *tables.demand)}
    by_file: dict[str, list[Dating]] = {}
    for dating in tables.datings:
        if dating.first and not dating.known and id(dating.filed) in used:
            by_file.setdefault(dating.filed.file, []).append(dating)
    for datings in by_file.values():
        together = len({(each.first, each.filed.table.days) for each in datings}) == 1 and len(datings) > 1
        yield from [_date(datings[0], together=True)] if together else map(_date, datings)


def _date(dating: Dating, *, together: bool = False) -> OpenQuestion:
    filed, first = dating.filed, dating.first
    assert first
    where = filed.file if together else filed.place
    of = f"{FIRST_DAY} {where}"
    return OpenQuestion(
        of,
        f"Which date is the first of the {filed.table.days or 'shown'} days of {where}?",
        (Choice(f"{first:%A, %d %B %Y}", (Saying(of, first.isoformat()),)),),
        dating.why,
        UNDATED if dating.guessed else DOUBTED,
    )


def _versions(tables: SortedTables) -> Iterator[OpenQuestion]:
    for one, other in tables.rosters.replaced:
        gone = one.layout if one.layout != other.layout else one.place
        uses = Choice(f"{other.place} counts", (Saying(f"{TABLE} {gone}", "no"),))
        instead = Saying(f"{TABLE} {one.place}", "yes"), Saying(f"{TABLE} {other.place}", "no")
        yield OpenQuestion(
            f"{TABLE} {one.place}",
            f"{one.place} and {other.place} show the same people on the same days; which of them is the roster?",
            (uses, Choice(f"{one.place} counts", instead)),
            f"{other.place} has more codes or more filled cells.",
            VERSION,
        )


def _people(identity: Identity) -> Iterator[OpenQuestion]:
    """Yield one question for all names that nearly match."""
    if not identity.near:
        return
    pairs = ", ".join(f"{each.name} ({each.place}) and {each.other}" for each in identity.near)
    same = tuple(Saying(f"{PERSON} {each.name}", each.other) for each in identity.near)
    apart = tuple(Saying(f"{PERSON} {each.name}", each.name) for each in identity.near)
    each_of = "Is this one person" if len(identity.near) == 1 else "Are these one person each"
    yield OpenQuestion(
        f"{PERSON} {identity.near[0].name}",
        f"{each_of}: {pairs}?",
        (Choice("yes", same), Choice("no", apart)),
        "Only a letter, the order or an initial differs.",
        SAME,
    )


def _codes(learned: Learned | None) -> Iterator[OpenQuestion]:
    """Yield a question for every frequent code that hardly anything tells of, and one for the times of all others."""
    if learned is None:
        return
    times = Counter(cell.code for cell in learned.roster.worked)
    guessed = [each for each in learned.shifts if each.basis is Basis.GUESSED]
    for lesson in guessed:
        share = times[lesson.about.what] / times.total()
        if lesson.sure < SURE and share >= OFTEN:
            yield _code(lesson, share, times[lesson.about.what])
    timed = [each for each in guessed if each.sure >= SURE and each.value and each.value.works]
    share = sum(times[each.about.what] for each in timed) / times.total()
    if share >= OFTEN:
        yield _times(timed, share)


def _code(lesson: ShiftLesson, share: float, count: int) -> OpenQuestion:
    code = lesson.about.what
    of, likeliest = f"{CODE} {code}", shift_said(lesson.value)
    others = [kind for kind in KINDS if not likeliest.startswith(kind)]
    return OpenQuestion(
        of,
        f"What does {code} mean, which stands in {count} cells, and from when to when is it?",
        tuple(Choice(said, (Saying(of, said),)) for said in (likeliest, *others)),
        lesson.evidence,
        CODES * (share * (1 - lesson.sure)) ** 0.5,
    )


def _times(lessons: Sequence[ShiftLesson], share: float) -> OpenQuestion:
    """Return the one question from when to when shifts are whose codes are read, but whose times stand nowhere."""
    said = [(f"{CODE} {lesson.about.what}", shift_said(lesson.value)) for lesson in lessons]
    likeliest = ", ".join(
        f"{lesson.about.what} {words.removeprefix('work ')}" for lesson, (_, words) in zip(lessons, said, strict=True)
    )
    codes = listed([lesson.about.what for lesson in lessons])
    return OpenQuestion(
        said[0][0],
        f"From when to when {'is' if len(said) == 1 else 'are'} {codes}?",
        (Choice(likeliest, tuple(Saying(*each) for each in said)),),
        " ".join(lesson.evidence for lesson in lessons[:3]),
        TIMES * share,
    )


def _week(learned: Learned | None) -> Iterator[OpenQuestion]:
    if learned is None or learned.full_time.basis is not Basis.GUESSED:
        return
    of, week = str(About(Topic.FULL_TIME).topic), learned.full_time.value / 60
    said = dict.fromkeys((week, *WEEKS))
    yield OpenQuestion(
        of,
        "How many hours a week is full time?",
        tuple(Choice(f"{hours(round(60 * each))} a week", (Saying(of, f"{each:g}"),)) for each in said),
        learned.full_time.evidence,
        WEEK,
    )
