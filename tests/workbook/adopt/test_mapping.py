"""What was said of one month's files is kept, and the next month's are taken up without a question."""

import pytest

from optimizer.workbook.adopt.adopt import adopt, adopt_likeliest
from optimizer.workbook.adopt.mapping import answers_in, mapping_of
from optimizer.workbook.adopt.said.sayings import answers_of
from tests.workbook.adopt.files import PEOPLE, STAFF, month, understood

SAID = {"first day of march.csv": "2026-03-01", "code L": "off", "person Hal Hill": "nobody", "FTE Mo Clark": "0.5"}


def test_a_mapping_says_again_what_was_said():
    adopted = adopt_likeliest(understood(march=month(3, titled=False)), answers_of(SAID))
    again = answers_in(mapping_of(adopted))
    assert again.codes == adopted.answers.codes
    assert again.people == {"Hal Hill": None}
    assert again.lessons == adopted.answers.lessons
    assert [(each.layout, each.days) for each in again.seen] == [("grid, Name", 31)]


def test_next_month_is_taken_up_without_a_question_and_on_its_days():
    proposals = understood(march=month(3, titled=False), staff=STAFF.replace("Joan Adams", "Joan Adam"))
    first = adopt_likeliest(proposals, answers_of({"first day of march.csv": "2026-03-01"}))
    assert first.questions
    again = understood(april=month(4, titled=False), people=STAFF.replace("Joan Adams", "Joan Adam"))
    second = adopt(again, answers_in(mapping_of(first)))
    assert second.questions == ()
    assert str(second.learned.roster.days[0]) == "2026-04-01"
    assert [person.id for person in second.learned.roster.people] == [*PEOPLE]
    assert any(each.evidence == "It follows what was taken up before." for each in second.assumptions)


def test_the_same_file_again_is_of_the_same_month():
    proposals = understood(march=month(3, titled=False))
    kept = mapping_of(adopt_likeliest(proposals, answers_of({"first day of march.csv": "2026-03-01"})))
    assert str(adopt(proposals, answers_in(kept)).learned.roster.days[0]) == "2026-03-01"


def test_names_stand_in_it_only_where_they_were_spoken_of():
    text = mapping_of(adopt_likeliest(understood(march=month(3)), answers_of({"person Hal Hill": "nobody"})))
    assert "Hal Hill" in text
    assert not [name for name in PEOPLE[:-1] if name in text]
    assert text.startswith("# What optimizer import was told")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("form = ", "no TOML"),
        ("other = 1", "another program"),
        ('form = 1\n[answers]\n"code U" = 3', "no lines such as"),
        ('form = 1\n[answers]\n"code U" = "tea"\n"colour" = "red"', "colour"),
        ('form = 1\n[[tables]]\nlayout = "grid"', "has not layout"),
    ],
)
def test_what_is_wrong_in_it_is_told(text, why):
    with pytest.raises(ValueError, match=why):
        answers_in(text)
