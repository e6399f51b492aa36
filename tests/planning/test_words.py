from datetime import date

import pytest

from optimizer.planning.words import capital, hours, in_hours, percent, period, told_gap


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        (0, "0 h"), (450, "7.5 h"), (615, "10.25 h"), (-30, "-0.5 h"), (643, "10 h 43 min"), (4501, "75 h 01 min"),
        (1, "1 min"), (-20, "-20 min"), (-61, "-1 h 01 min"), (1_000 * 60 + 5, "1,000 h 05 min"), (72_000, "1,200 h"),
    ],
)  # fmt: skip
def test_every_minute_can_be_read(minutes, said):
    assert hours(minutes) == said


@pytest.mark.parametrize(
    ("minutes", "said"),
    [(60, "1 hour"), (0, "0 hours"), (90, "1.5 hours"), (72_000, "1,200 hours"), (61, "1 h 01 min"), (59, "59 min")],
)
def test_hours_stand_in_a_sentence_as_one_or_many(minutes, said):
    assert in_hours(minutes) == said


def test_a_sentence_begins_with_a_capital_and_keeps_the_others():
    assert [capital(words) for words in ("at most 3 ICU days", "", "$5")] == ["At most 3 ICU days", "", "$5"]


@pytest.mark.parametrize(("gap", "told"), [(0.0, "0.0 %"), (0.0001, "0.1 %"), (0.0009, "0.1 %"), (0.25, "25.0 %")])
def test_only_a_gap_of_nothing_reads_as_nothing(gap, told):
    assert percent(told_gap(gap)) == told
    assert told_gap(None) is None


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2026, 3, 1), date(2026, 3, 31), "March 2026"),
        (date(2027, 1, 3), date(2027, 1, 3), "3 Jan 2027"),
        (date(2027, 1, 3), date(2027, 1, 16), "3 to 16 Jan 2027"),
        (date(2027, 1, 6), date(2027, 2, 3), "6 Jan to 3 Feb 2027"),
        (date(2026, 12, 20), date(2027, 1, 2), "20 Dec 2026 to 2 Jan 2027"),
        (date(2026, 3, 1), date(2026, 4, 30), "1 Mar to 30 Apr 2026"),
    ],
)
def test_a_period_is_called_as_people_call_it(first, last, said):
    assert period(first, last) == said
