"""What a unit is called: no month, no plain word for a roster, and nothing that only stands above one."""

import pytest

from optimizer.workbook.adopt.adopt import adopt
from optimizer.workbook.recognise.recognise import proposal_of
from optimizer.workbook.recognise.unit_name import unit_in, unit_over
from tests.workbook.recognise.layouts import month, sheet

HEADER = ["Name", *range(1, 32)]


def named(titles, sheet_title="Jan 2027", file="roster.xlsx"):
    """Return the name of the unit of a month under some rows of titles."""
    rows = [*([title] if isinstance(title, str) else title for title in titles), HEADER, *month(31)]
    return adopt([proposal_of(file, [sheet(rows, sheet_title)])]).learned.roster.name


@pytest.mark.parametrize(
    ("titles", "name"),
    [
        (["4 East Telemetry", "January 2027"], "4 East Telemetry"),
        (["4 East Telemetry – January 2027 Schedule"], "4 East Telemetry"),
        (["JANUARY 2027", [], "MICU", [None]], "MICU"),
        (["Nursing Schedule January 2027", "Mercy Hospital", "Unit: 5 West"], "5 West"),
        ([["Dept", "Labor & Delivery", "Jan", 2027]], "Labor & Delivery"),
        (["Schedule for ICU, January 3rd 2027"], "ICU"),
    ],
)
def test_a_title_names_the_unit_where_the_sheet_is_a_month(titles, name):
    assert named(titles) == name


def test_the_name_of_a_sheet_goes_before_a_title():
    assert named(["Mercy Hospital", "January 2027"], "4 East Jan 2027") == "4 East"


def test_without_a_title_the_file_names_the_unit_and_else_the_sheet():
    assert named(["January 2027"], file="PACU_jan_2027.xlsx") == "PACU"
    assert named(["January 2027"]) == "Jan 2027"


@pytest.mark.parametrize(
    "title",
    [
        "January 2027", "Nurse Schedule", "Month of January", "Total hours 176", "D = Day, N = Night",
        "Please hand in wishes by Friday.", "Manager: Joan Adams", "1/3/2027 - 1/30/2027", "Pay Period 3",
    ],
)  # fmt: skip
def test_what_names_no_unit(title):
    assert unit_over(sheet([[title], HEADER]), 1) == ""


@pytest.mark.parametrize("text", ["Sheet1", "Jan", "2027-01", "Schedule v2", "Dienstplan", "Feb2027", "31"])
def test_what_is_no_name(text):
    assert unit_in(text) == ""
