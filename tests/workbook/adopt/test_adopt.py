"""Several files become one unit; what is not taken up is told, and questions are few."""

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from optimizer.staffing.facts.request import Wish
from optimizer.staffing.learn.lesson import Basis
from optimizer.workbook.adopt import adopt as adopting
from optimizer.workbook.adopt.adopt import adopt, adopt_likeliest
from optimizer.workbook.adopt.said.sayings import answers_of
from optimizer.workbook.adopt.tables.filed import said_in
from tests.workbook.adopt.files import CODES, NEEDS, PEOPLE, REQUESTS, SHIFTS, STAFF, codes_of, month, understood


def worked(adopted):
    return {(cell.who, cell.day): cell.code for cell in adopted.learned.roster.worked}


def test_what_a_roster_says_is_what_was_worked():
    roster = adopt(understood(march=month(3))).learned.roster
    assert [person.id for person in roster.people] == [*PEOPLE]
    assert (roster.days[0], roster.days[-1], len(roster.days)) == (date(2026, 3, 1), date(2026, 3, 31), 31)
    expected = {(who, day): code for who in PEOPLE for day in roster.days if (code := codes_of(who, day))}
    assert {(cell.who, cell.day): cell.code for cell in roster.worked} == expected


def test_months_in_a_row_are_one_roster_in_any_order():
    adopted = adopt(understood(march=month(3), february=month(2)))
    assert len(adopted.learned.roster.blocks) == 1
    assert len(adopted.learned.roster.days) == 28 + 31
    assert [person.id for person in adopted.learned.roster.people] == [*PEOPLE]


def test_a_list_of_staff_tells_jobs_hours_and_teams():
    adopted = adopt(understood(march=month(3), staff=STAFF))
    joan, tia, *_ = adopted.learned.roster.people
    assert (joan.id, joan.job, joan.fte, joan.groups) == ("Joan Adams", "RN", 0.8, ("A",))
    assert (tia.fte, tia.groups) == (1.0, ("B",))
    assert adopted.learned.roster.people[7].job == "LPN"


def test_a_catalogue_of_shifts_makes_times_stated():
    adopted = adopt(understood(march=month(3), shifts=SHIFTS))
    assert {lesson.basis for lesson in adopted.learned.shifts} == {Basis.STATED}
    assert [(shift.code, shift.start, shift.end) for shift in adopted.learned.attendance.shifts][-1][0] in CODES


def test_requests_and_needs_are_taken_up_where_they_can_be_planned():
    adopted = adopt(understood(march=month(3), staff=STAFF, shifts=SHIFTS, requests=REQUESTS, needs=NEEDS))
    assert [(each.who, each.wish, each.first, each.last, each.approved) for each in adopted.requests] == [
        ("Joan Adams", Wish.OFF, date(2026, 4, 6), date(2026, 4, 7), True),
        ("Tia Brown", Wish.OFF, date(2026, 4, 10), date(2026, 4, 10), False),
    ]
    assert len(adopted.needs) == 12
    assert {(each.shift, each.role, each.minimum) for each in adopted.needs} == {
        (shift, role, number) for shift in CODES for role, number in (("RN", 1), ("LPN", 0))
    }
    whys = [each.why for each in adopted.not_taken]
    assert "asked for before 2026-03-01, which is past" in whys
    assert "Zoe Zed is nobody in the unit" in whys
    assert "'Helicopter' is no shift of this roster and no leave" in whys


def test_every_cell_is_taken_up_or_told():
    proposals = understood(march=month(3), staff=STAFF, shifts=SHIFTS, requests=REQUESTS, needs=NEEDS)
    adopted = adopt(proposals)
    said = [{fact.cell for fact in table.facts if said_in(fact)} for proposal in proposals for table in proposal.tables]
    assert [account.cells for account in adopted.accounts] == [*map(len, said)]
    assert all(account.taken + account.lost == account.cells for account in adopted.accounts)
    for account in adopted.accounts:
        assert account.lost <= sum(each.number for each in adopted.not_taken if each.place == account.place)
    assert any("shoe size" in each.why and each.number == len(PEOPLE) for each in adopted.not_taken)


def test_names_that_nearly_match_are_asked_about_and_never_merged_unasked():
    proposals = understood(march=month(3), staff=STAFF.replace("Joan Adams", "Joan Adam"))
    asked = adopt(proposals)
    assert len(asked.learned.roster.people) == len(PEOPLE) + 1
    (question,) = [each for each in asked.questions if each.of.startswith("person ")]
    assert "Joan Adam " in question.asked and question.likeliest.text == "yes"
    merged = adopt(proposals, answers_of(dict(question.likeliest.says)))
    assert [person.id for person in merged.learned.roster.people] == [*PEOPLE]
    assert merged.learned.roster.people[0].job == "RN"
    apart = adopt(proposals, answers_of(dict(question.choices[1].says)))
    assert len(apart.learned.roster.people) == len(PEOPLE) + 1
    assert not [each for each in apart.questions if each.of.startswith("person ")]


def test_two_people_of_one_table_are_two_however_alike():
    people = ("Joan Adams", "Joan Adam", *PEOPLE[1:])
    rows = month(3).replace("Tia Brown", "Joan Adam")
    adopted = adopt(understood(march=rows))
    assert "Joan Adam" in people and not [each for each in adopted.questions if each.of.startswith("person ")]
    assert len(adopted.learned.roster.people) == len(PEOPLE)


def test_who_is_nobody_is_nobody():
    adopted = adopt(understood(march=month(3)), answers_of({"person Hal Hill": "nobody"}))
    assert "Hal Hill" not in {person.id for person in adopted.learned.roster.people}
    assert any("Hal Hill is no person, as you said" in each.why for each in adopted.not_taken)


def test_what_a_code_means_holds_as_it_is_said():
    adopted = adopt(understood(march=month(3)), answers_of({"code L": "leave", "code N": "21:00-07:00"}))
    shifts = {shift.code: shift for shift in adopted.learned.attendance.shifts}
    assert shifts["L"].kind == "leave"
    assert (shifts["N"].start, shifts["N"].end) == (21 * 60, 31 * 60)
    assert not any("L" in each.of.split() for each in adopted.questions)


def test_a_month_that_nothing_tells_is_asked_and_can_be_said():
    proposals = understood(roster=month(3, titled=False))
    question = adopt(proposals).questions[0]
    assert question.of == "first day of roster.csv"
    said = adopt(proposals, answers_of({"first day of roster.csv": "2026-03-01"}))
    assert worked(said) == worked(adopt(understood(march=month(3))))
    assert not [each for each in said.questions if each.of.startswith("first day")]


def test_of_two_versions_of_a_month_one_counts_and_it_is_asked_which():
    later = month(3).replace("Joan Adams,", "Joan Adams,L", 1)
    adopted = adopt(understood(draft=month(3), final=later))
    (question,) = [each for each in adopted.questions if each.of.startswith("use ")]
    assert len(question.choices) == 2
    other = adopt(understood(draft=month(3), final=later), answers_of(dict(question.choices[1].says)))
    assert worked(other) != worked(adopted)
    assert not [each for each in other.questions if each.of.startswith("use ")]


def test_a_table_that_does_not_count_is_left_out_and_told():
    adopted = adopt(understood(march=month(3), staff=STAFF), answers_of({"use staff.csv": "no"}))
    assert {person.job for person in adopted.learned.roster.people} == {""}
    assert any(each.why == "you said that this table does not count" for each in adopted.not_taken)


def test_at_most_five_questions_the_weightiest_first():
    unread = month(3, titled=False).replace("D", "Q").replace("L", "W").replace("N", "Z")
    adopted = adopt(understood(one=unread, two=unread, staff=STAFF.replace("Adams", "Adam")))
    assert 1 < len(adopted.questions) <= 5
    weights = [question.weight for question in adopted.questions]
    assert weights == sorted(weights, reverse=True)
    assert all(question.choices and question.why for question in adopted.questions)


def test_with_the_likeliest_answers_nothing_is_open():
    taken = adopt_likeliest(understood(march=month(3), staff=STAFF.replace("Joan Adams", "Joan Adam")))
    assert taken.questions
    assert len(taken.learned.roster.people) == len(PEOPLE)


def test_files_without_duties_say_so():
    adopted = adopt(understood(staff=STAFF))
    assert adopted.learned is None and "who worked when" in adopted.why_not
    assert adopt(understood(empty="")).why_not


def test_what_was_said_of_something_learned_holds():
    proposals = understood(march=month(3))
    need = next(each for each in adopt(proposals).learned.needs if each.value)
    rule = next(each for each in adopt(proposals).learned.rules if each.value)
    of = [f"{each.about.topic} {each.about.what}".strip() for each in (need, rule)]
    said = adopt(proposals, answers_of({of[0]: "2 to 3", of[1]: "must", "full time": "36", "FTE Joan Adams": "0.5"}))
    learned = said.learned.by_about
    assert (learned[need.about].value.minimum, learned[need.about].value.target) == (2, 3)
    assert learned[rule.about].value.mode == "must"
    assert said.learned.full_time.value == 36 * 60
    assert next(each.value for each in said.learned.ftes if each.about.what == "Joan Adams") == 0.5


def test_a_week_that_a_list_states_is_learned_with_at_once(monkeypatch):
    runs = []
    learn = adopting.learn
    monkeypatch.setattr(adopting, "learn", lambda *given: runs.append(given) or learn(*given))
    staff = "Name,Hours per week,FTE\n" + "".join(f"{name},36,1\n" for name in PEOPLE)
    adopted = adopt(understood(march=month(3), staff=staff))
    assert adopted.learned.full_time.value == 36 * 60 and len(runs) == 1


@pytest.mark.parametrize(
    ("said", "why"),
    [({"full time": "soon"}, "with a number"), ({"FTE Joan Adams": "half"}, "with a number")],
)
def test_an_answer_that_cannot_be_understood_is_told(said, why):
    with pytest.raises(ValueError, match=why):
        adopt(understood(march=month(3)), answers_of(said))


@given(st.lists(st.sampled_from(("D", "L", "N", "U", "", "X", "7-15", "?!", "D/N")), min_size=28, max_size=28))
def test_any_codes_are_counted_in_and_out(row):
    text = "February 2026\n" + ",".join(("Name", *map(str, range(1, 29)))) + "\n"
    text += "".join(",".join((name, *row)) + "\n" for name in PEOPLE[:3])
    proposals = understood(roster=text)
    if proposals[0].refuse:
        return
    adopted = adopt(proposals)
    written = Counter(fact.code for table in proposals[0].tables for fact in table.facts if fact.code)
    if adopted.learned:
        taken = len(adopted.learned.roster.worked)
        assert taken + sum(each.number for each in adopted.not_taken) == written.total()


def test_what_was_worked_goes_before_what_was_planned_and_hours_are_no_duties():
    (proposal,) = understood(march=month(3))
    (table,) = proposal.tables
    joan = [fact for fact in table.facts if fact.who == PEOPLE[0] and fact.code]
    actual = replace(joan[0], cell="B99", code="N", line="Actual")
    hours = replace(joan[1], cell="C99", code="8", part="hours")
    times = replace(joan[2], cell="D99", code="07:00", times="07:00-15:00")
    facts = tuple(fact for fact in table.facts if fact is not joan[2])
    changed = replace(proposal, tables=(replace(table, facts=(*facts, actual, hours, times)),))
    adopted = adopt([changed])
    assert worked(adopted)[PEOPLE[0], joan[0].day] == "N"
    assert worked(adopted)[PEOPLE[0], joan[2].day] == "07:00-15:00"
    assert "8" not in adopted.learned.roster.codes
    assert any("hours beside a duty" in each.why for each in adopted.not_taken)


def test_a_legend_of_the_roster_gives_names_and_times():
    (proposal,) = understood(march=month(3))
    (table,) = proposal.tables
    meanings = tuple(replace(each, name="Long day", times="07:00-19:00") for each in table.meanings if each.code == "D")
    adopted = adopt([replace(proposal, tables=(replace(table, meanings=meanings),))])
    shift = next(shift for shift in adopted.learned.attendance.shifts if shift.code == "D")
    assert (shift.name, shift.start, shift.end) == ("Long day", 7 * 60, 19 * 60)


@pytest.mark.parametrize(
    "written", ["Joan Adam", "Adams Joan", "J. Adams", "JoanAdams", "Joann Adams", "Joan Adams RN"]
)
def test_a_slip_the_order_blanks_and_initials_nearly_match(written):
    adopted = adopt(understood(march=month(3), staff=STAFF.replace("Joan Adams", written)))
    assert [each.of for each in adopted.questions if each.of.startswith("person ")] == [f"person {written}"]


@pytest.mark.parametrize("written", ["Jill Adams", "Tim Adams", "Joan Adams 2", "Nora Quist"])
def test_other_names_do_not(written):
    adopted = adopt(understood(march=month(3), staff=STAFF.replace("Joan Adams", written)))
    assert not [each for each in adopted.questions if each.of.startswith("person ")]
