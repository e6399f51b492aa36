"""Several files and what was said of them, to what is taken up: worked days and what they teach, requests, needs."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from optimizer.staffing.learn.learn import learn
from optimizer.staffing.learn.learned import Learned
from optimizer.staffing.learn.lesson import About, Topic, values
from optimizer.staffing.learn.worked_days import WorkedDays
from optimizer.workbook.adopt.adopted import Adopted
from optimizer.workbook.adopt.assumptions import assumptions_of
from optimizer.workbook.adopt.questions import MOST, questions_of
from optimizer.workbook.adopt.said.answers import NOTHING_SAID, Answers, KnownTable
from optimizer.workbook.adopt.said.lessons_said import settled_by
from optimizer.workbook.adopt.said.sayings import PERSON, with_said
from optimizer.workbook.adopt.tables.accounts import LostFact, accounts_of, not_taken_of
from optimizer.workbook.adopt.tables.sorted_tables import SortedTables, sorted_tables
from optimizer.workbook.adopt.taken.cells import WorkedCells, worked_in
from optimizer.workbook.adopt.taken.identity import Identity, identity_of
from optimizer.workbook.adopt.taken.legend import legend_of
from optimizer.workbook.adopt.taken.needs import NeedsRead, needs_in
from optimizer.workbook.adopt.taken.people import PeopleRead, people_of
from optimizer.workbook.adopt.taken.requests import RequestsRead, requests_in
from optimizer.workbook.recognise.proposal import Proposal


def adopt(proposals: Sequence[Proposal], answers: Answers = NOTHING_SAID, name: str = "") -> Adopted:
    """Return all that is taken up of some files. Raise ValueError with answers that cannot be understood.

    ``name`` is the unit's; where it is "", the sheet or the file of the roster gives it. What nobody answered is as is
    likeliest, but for names that nearly match: each is somebody of its own until somebody says otherwise.
    """
    tables = sorted_tables(proposals, answers)
    identity = identity_of((*tables.counting, *tables.staff), tables.wishes, answers)
    worked = worked_in(tables.counting, identity, answers)
    people = people_of((*tables.staff, *tables.counting), identity, worked.worked)
    roster, lost = _roster(tables, worked, people, answers, name)
    learned = _learned(roster, people.week, answers)
    requests, needs = _requests(tables, identity, learned), _needs(tables, learned)
    everything = (*lost, *requests.lost, *needs.lost, *tables.lost)
    questions = questions_of(tables, identity, learned, answers)
    return Adopted(
        answers,
        learned,
        requests.requests,
        needs.needs,
        accounts_of(tables.all, everything),
        not_taken_of(everything),
        questions[:MOST],
        assumptions_of(proposals, tables.datings, learned, questions[MOST:]),
        frozenset(question.of for question in questions),
        _seen(tables),
        "" if learned else _why_not(proposals),
    )


def adopt_likeliest(proposals: Sequence[Proposal], answers: Answers = NOTHING_SAID, name: str = "") -> Adopted:
    """Return what is taken up when the likeliest answer to every question holds; ``questions`` has those answered.

    Only people are other ones by it: all else is as is likeliest as long as nobody says anything.
    """
    asked = adopt(proposals, answers, name)
    likeliest = [saying for question in asked.questions for saying in question.likeliest.says]
    people = [saying for saying in likeliest if saying.of.startswith(f"{PERSON} ")]
    taken = adopt(proposals, with_said(answers, people), name) if people else asked
    return replace(
        taken, answers=with_said(answers, likeliest), questions=asked.questions, open=asked.open | taken.open
    )


def _roster(
    tables: SortedTables, worked: WorkedCells, people: PeopleRead, answers: Answers, name: str
) -> tuple[WorkedDays | None, tuple[LostFact, ...]]:
    codes = dict.fromkeys(cell.code for cell in worked.worked)
    legend, unused = legend_of(tables.catalogues, tables.counting, codes, answers)
    lost = (*worked.lost, *unused, *people.lost)
    if not worked.worked:
        return None, lost
    known = {code: meant for code, meant in legend.items() if code in codes or meant.window}
    return WorkedDays(name or tables.name, people.people, worked.days, worked.worked, known), lost


def _learned(roster: WorkedDays | None, week: float | None, answers: Answers) -> Learned | None:
    """Return what is learned with that in force which lists or somebody said, full time of ``week`` hours."""
    if roster is None:
        return None
    stated = {About(Topic.FULL_TIME): round(60 * week)} if week else {}
    if not answers.lessons:  # learning takes seconds for hundreds of people, and once is enough
        return learn(roster, stated)
    return learn(roster, {**stated, **settled_by(learn(roster), answers.lessons)})


def _requests(tables: SortedTables, identity: Identity, learned: Learned | None) -> RequestsRead:
    shifts = values(learned.shifts) if learned else {}
    since = min(learned.roster.days) if learned else date.min
    return requests_in(tables.wishes, identity, shifts, since)


def _needs(tables: SortedTables, learned: Learned | None) -> NeedsRead:
    if learned is None:
        return needs_in(tables.demand, (), {})
    return needs_in(tables.demand, learned.attendance.shifts, values(learned.jobs))


def _seen(tables: SortedTables) -> tuple[KnownTable, ...]:
    return tuple(
        KnownTable(each.layout, each.print, first, each.table.days)
        for each in tables.all
        if (first := each.first) and each.table.days
    )


def _why_not(proposals: Iterable[Proposal]) -> str:
    refused = [proposal.refuse for proposal in proposals if proposal.refuse]
    return (
        " ".join(refused)
        or "No file says who worked when: nothing can be learned or planned from these alone. Add a roster to them."
    )
