from optimizer.staffing.rules.sequence.forward_rotation import ForwardRotation
from tests.draw import amounts, says


def test_later_the_same_or_within_the_slack_is_fine_and_a_minute_more_is_charged():
    assert amounts(ForwardRotation(limit=0), "ann  D D E N N") == []
    assert amounts(ForwardRotation(limit=60), "ann  S D") == []
    assert amounts(ForwardRotation(limit=59), "ann  S D") == [1]


def test_a_step_back_counts_once_however_far():
    assert amounts(ForwardRotation(), "ann  N E D") == [1, 1]


def test_a_day_off_leave_or_on_call_between_lets_the_rotation_begin_anew():
    assert amounts(ForwardRotation(), "ann  N . D . N P D . N C D") == []


def test_history_counts_across_the_border_and_is_not_charged_itself():
    assert amounts(ForwardRotation(), "ann  E | D") == [1]
    assert amounts(ForwardRotation(), "ann  E D | D") == []


def test_it_stands_for_those_it_is_for():
    assert amounts(ForwardRotation(to=("not PT",)), "ann  E D", {"ann": {"employment": "PT"}}) == []


def test_the_sentence_names_person_day_and_slack():
    assert says(ForwardRotation(), "ann  E D") == ["Ann starts more than 2 h earlier on Tue 2 Jun than the day before."]
