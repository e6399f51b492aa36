from optimizer.planning.naming import namesakes, namesakes_said, told_apart

NAMES = {"1": "Park, Ji", "2": "park,  ji", "3": "Lee, Jo"}


def test_whoever_shares_a_name_is_told_apart_by_the_id():
    assert told_apart(NAMES) == {"1": "Park, Ji (1)", "2": "park,  ji (2)", "3": "Lee, Jo"}
    assert namesakes(NAMES) == [("1", "2")]


def test_it_is_said_who_they_are():
    assert namesakes_said(NAMES) == "Park, Ji is 1 and 2"
    assert namesakes_said({"3": "Lee, Jo"}) == ""
