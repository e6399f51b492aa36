"""What is published stays as it was, tells its grounds, and nothing of it can be changed unseen."""

import json
from dataclasses import replace
from fractions import Fraction

import pytest
from sqlalchemy import text

from optimizer.planning.formulation import formulate
from optimizer.planning.pair import Pair
from optimizer.planning.policy import Policy
from optimizer.planning.score import Judge, Score
from optimizer.staffing.facts.shift import Duty
from optimizer.staffing.next_period import next_unit
from optimizer.staffing.policy import default_policy, must
from optimizer.staffing.rules.rest.rest import Rest
from optimizer.staffing.schedule.accepted import accepted
from optimizer.staffing.schedule.posting import posting_of
from optimizer.store.audit.trail import export
from optimizer.store.audit.verify import verify
from optimizer.store.database.backup import backup, restore
from optimizer.store.database.connection import database
from optimizer.store.drafts import accept, open_draft
from optimizer.store.edits import ConflictError
from optimizer.store.errors import ForbiddenError, MissingError, StoreError
from optimizer.store.frozen import policy_text
from optimizer.store.publications import (
    grounds_of,
    ledger_at,
    own_ledger,
    posting_at,
    publications,
    publish,
    published_plan,
    published_workbook,
)
from optimizer.store.revisions import RevisionConflictError, revise
from optimizer.store.roles import Actor, Role
from tests.draw import day, draw
from tests.store.conftest import MANAGER

POLICY = Policy((must(Rest(limit=10 * 60)),))
UNIT, PLAN = draw(
    """
    ann  N D . . .
    ben  . . N . .
    """
)
EXTRA = Pair("ben", Duty(day(4), "N", "RN"))
SHORT_REST = "Ben asked for it, and sleeps here"
STAFF, LEADER = Actor("s", Role.STAFF, "ann"), Actor("l", Role.LEADERSHIP)
NOBODY = Actor("s", Role.STAFF)
ROLES = {MANAGER, LEADER, STAFF, NOBODY}
"""Who asks for a published schedule; nobody is on no row of it."""


def judged(plan=PLAN):
    judge = Judge(formulate(UNIT, POLICY))
    verdict = judge.judge(plan)
    return verdict.score, judge.findings(verdict)


def answers(plan=PLAN):
    return tuple(accepted(UNIT, finding, SHORT_REST) for finding in judged(plan)[1])


def act(store, version, *, plan=PLAN, actor=MANAGER, **others):
    facts = {
        "revision": 1,
        "unit": UNIT,
        "policy": policy_text(POLICY),
        "score": judged(plan)[0],
        "accepted": answers(plan),
    }
    return publish(store, actor, 1, version, **facts | others)


@pytest.fixture
def opened(store):
    open_draft(store, MANAGER, "4 West", "June", b"a workbook", PLAN)
    return store


@pytest.fixture
def published(opened):
    """Return a store in which a draft was published, changed, and amended."""
    act(opened, 1)
    accept(opened, MANAGER, 1, 1, [], [EXTRA], "One more at night")
    act(opened, 2, plan=PLAN | {EXTRA}, why="Census is up")
    accept(opened, MANAGER, 1, 2, PLAN, [], "Scratch")
    return opened


def test_publications_stay_as_they_were_whatever_becomes_of_the_draft(published):
    first, second = publications(published, MANAGER, 1)
    assert [(each.number, each.version, each.who) for each in (first, second)] == [(1, 1, "m1"), (2, 2, "m1")]
    assert (first.unit, first.draft_name) == ("4 West", "June")
    assert published_plan(published, MANAGER, 1, 1) == PLAN
    assert published_plan(published, MANAGER, 1) == PLAN | {EXTRA}
    assert published_workbook(published, MANAGER, 1) == b"a workbook"
    assert publications(published, MANAGER) == (first, second)
    assert verify(published, MANAGER) == ()


def test_why_others_are_away_is_told_to_nobody_who_need_not_know(store):
    unit, plan = draw(
        """
        ann  D P . .
        ben  P D . .
        """
    )
    open_draft(store, MANAGER, "4 West", "June", b"a workbook", plan)
    publish(store, MANAGER, 1, 1, revision=1, unit=unit, policy=policy_text(POLICY), score=Score(0, 0))
    keeper = Actor("a1", Role.ADMINISTRATOR)
    away = {
        who: {pair.who for pair in published_plan(store, who, 1) if pair.what.shift == "P"} for who in ROLES | {keeper}
    }
    assert away == {MANAGER: {"ann", "ben"}, LEADER: {"ann", "ben"}, STAFF: {"ann"}, NOBODY: set(), keeper: set()}


def test_the_grounds_are_kept_each_breach_with_its_reason(published):
    first, second = grounds_of(published, MANAGER, 1)
    assert (first.why, second.why) == ("", "Census is up")
    assert first.score == judged()[0] == (10, 0)
    (breach,) = first.accepted
    assert (breach.rule, breach.who, breach.day, breach.reason) == ("rest", "ann", day(1), SHORT_REST)
    assert "Ann" in breach.sentence
    (ruling,) = json.loads(first.policy)
    assert (ruling["rule"], ruling["mode"], ruling["settings"]["limit"]) == ("rest", "must", 600)


def test_the_whole_policy_can_be_written_down():
    assert len(json.loads(policy_text(default_policy()))) == len(default_policy().rulings)


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"accepted": ()}, "breaks musts, and nobody answers for them"),
        ({"accepted": tuple(replace(each, reason=" ") for each in answers())}, "accepted breach needs a reason"),
        ({"version": 7}, "has no version 7"),
    ],
)
def test_what_cannot_be_published_is_refused_with_a_sentence(opened, change, problem):
    before = export(opened, MANAGER)
    with pytest.raises(StoreError) as refused:
        act(opened, **{"version": 1} | change)
    assert problem in str(refused.value)
    assert (publications(opened, MANAGER), export(opened, MANAGER)) == ((), before)


def test_nothing_is_published_that_somebody_changed_in_the_meantime(opened):
    accept(opened, Actor("m2", Role.MANAGER), 1, 1, [], [EXTRA], "One more at night")
    with pytest.raises(ConflictError, match=r"version 2 by m2: One more at night"):
        act(opened, 1)
    assert publications(opened, MANAGER) == ()


def test_nothing_is_published_by_facts_that_somebody_revised_in_the_meantime(opened):
    revise(opened, Actor("m2", Role.MANAGER), 1, 1, b"other facts", "Two more beds")
    with pytest.raises(RevisionConflictError, match=r"revision 2 by m2: Two more beds"):
        act(opened, 1)
    assert act(opened, 1, revision=2) == 1
    assert published_workbook(opened, MANAGER, 1) == b"other facts"


def test_duties_that_the_facts_do_not_know_are_not_published(opened):
    accept(opened, MANAGER, 1, 1, [], [Pair("zoe", Duty(day(1), "D", "RN"))], "Somebody who left")
    with pytest.raises(StoreError, match=r"do not know \(of zoe\)"):
        act(opened, 2)


def test_an_amendment_changes_something_for_a_reason(opened):
    act(opened, 1)
    with pytest.raises(StoreError, match="Nothing changed since number 1"):
        act(opened, 1, why="Again")
    accept(opened, MANAGER, 1, 1, [], [EXTRA], "One more at night")
    with pytest.raises(StoreError, match="An amendment needs a reason"):
        act(opened, 2, why=" ")
    assert act(opened, 2, why="Census is up") == 2


def test_other_rules_alone_can_be_amended(opened):
    act(opened, 1)
    stricter = Policy((must(Rest(limit=9 * 60)),))
    assert act(opened, 1, policy=policy_text(stricter), why="A new contract") == 2


def test_the_ledger_tells_what_was_moved_since_the_first_publication(published):
    assert [(each.who, each.moved) for each in ledger_at(published, MANAGER, 1, 1)] == [("ann", 0), ("ben", 0)]
    ann, ben = ledger_at(published, MANAGER, 1)
    assert [(each.burdens["nights"].had, each.moved) for each in (ann, ben)] == [(1, 0), (2, 1)]
    assert (ann.burdens["nights"].more, ben.burdens["nights"].more) == (Fraction(-1, 2), Fraction(1, 2))


def test_staff_see_the_schedule_and_their_own_ledger_and_nothing_else(published):
    assert published_plan(published, STAFF, 1) == PLAN | {EXTRA}
    assert posting_at(published, STAFF, 1) == posting_of(UNIT)
    assert own_ledger(published, STAFF, 1) == ledger_at(published, MANAGER, 1)[0]
    assert own_ledger(published, Actor("x", Role.STAFF), 1) is None
    for forbidden in (grounds_of, ledger_at, published_workbook):
        with pytest.raises(ForbiddenError):
            forbidden(published, STAFF, 1)
    with pytest.raises(ForbiddenError, match="may not publish"):
        act(published, 3, actor=STAFF, why="Mine")
    assert not [each for each in publications(published, STAFF) if hasattr(each, "why") or hasattr(each, "accepted")]


def test_leadership_sees_the_grounds_and_the_ledgers_and_no_pay(published):
    assert len(grounds_of(published, LEADER, 1)) == 2
    assert len(ledger_at(published, LEADER, 1)) == 2
    for forbidden in (published_workbook, lambda store, actor, _: act(store, 3, actor=actor, why="Mine")):
        with pytest.raises(ForbiddenError):
            forbidden(published, LEADER, 1)


def test_what_was_not_published_is_said_to_be_missing(opened):
    with pytest.raises(MissingError, match="Draft 1 has not been published"):
        published_plan(opened, MANAGER, 1)
    act(opened, 1)
    with pytest.raises(MissingError, match="no publication 2; it has 1 to 1"):
        posting_at(opened, MANAGER, 1, 2)


def test_nothing_of_people_is_in_the_audit(published):
    told = "\n".join(export(published, MANAGER))
    assert not [word for word in ("Ann", "ben", "sleeps", "Census") if word in told]


@pytest.mark.parametrize(
    ("tampering", "named"),
    [
        ("UPDATE publication SET accepted = '[]' WHERE number = 1", "(draft 1, number 1) of the table publication was"),
        ("UPDATE publication SET plan = '[]' WHERE number = 2", "(draft 1, number 2) of the table publication was"),
        (
            "UPDATE publication SET number = 3 WHERE number = 2",
            "(draft 1, number 3) of the table publication is not in",
        ),
        ("DELETE FROM publication WHERE number = 1", "(draft 1, number 1) of the table publication is missing"),
        ("UPDATE workbook SET sha256 = 'x'", "row 1 of the table workbook was changed"),
    ],
)
def test_a_changed_added_or_missing_publication_is_named(published, tampering, named):
    with published.engine.begin() as connection:
        connection.execute(text(tampering))
    assert named in str(verify(published, MANAGER)[0])


def test_a_backup_keeps_publications(published, new_address, tmp_path):
    backup(published, MANAGER, tmp_path / "backup.jsonl")
    other = database(new_address())
    restore(other, MANAGER, tmp_path / "backup.jsonl")
    assert publications(other, MANAGER) == publications(published, MANAGER)
    assert grounds_of(other, MANAGER, 1) == grounds_of(published, MANAGER, 1)
    assert verify(other, MANAGER) == ()


def test_rest_is_judged_across_the_border_of_what_was_published(opened):
    act(opened, 1)
    accept(opened, MANAGER, 1, 1, [], [EXTRA], "One more at night")
    act(opened, 2, plan=PLAN | {EXTRA}, why="Census is up")
    after = next_unit(UNIT, published_plan(opened, MANAGER, 1), published=published_plan(opened, MANAGER, 1, number=1))
    early = frozenset({Pair("ben", Duty(after.days[0], "D", "RN")), Pair("ann", Duty(after.days[0], "D", "RN"))})
    judge = Judge(formulate(after, POLICY))
    found = judge.findings(judge.judge(early))
    assert [(finding.place.who, finding.amount) for finding in found] == [("ben", 600)]
    assert [(row.who, row.moved) for row in after.ledger] == [("ann", 0), ("ben", 1)]


def test_a_score_that_breaks_nothing_needs_no_answers(opened):
    assert act(opened, 1, score=Score(0, 5), accepted=()) == 1
