"""Times of day as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from optimizer.staffing.facts.clock.typed_time import clocks_meant, window_label, windows_meant
from optimizer.staffing.facts.words import clock

ONE = {
    "07:00": "7:00 AM|7:00am|7:00 a.m.|7 AM|7a|07a|7A|700|0700|07:00|7.00|07.00|07|7h|7 h|7h00|7 Uhr|07:00:00|7.00 AM|"
    "0700 AM|0700h|0700 hrs|2026-12-06 07:00|1899-12-30 07:00:00|7：00|7:00:00 AM|0.2916666667",
    "19:00": "7:00 PM|7:00PM|7p|7 p.m.|1900|19:00|19.00|19|19h|19 Uhr|19:00:00|1900-01-00 19:00|19:00 PM|700p|"
    "0.7916666667",
    "19:30": "7:30p|7.30 PM|19.30|19h30|19 h 30|19u30|1930|19:30 Uhr|730pm|7h30 pm|7:30 P.M.",
    "00:00": "12:00 AM|12a|midnight|0:00|00:00|24:00|0000|0|00.00|12 Midnight",
    "12:00": "12:00 PM|12p|noon|12:00|1200|0.5|12h",
    "00:30": "12:30 AM|0:30|0030|00.30",
    "07:45": "7.75|7:45|7,75",
    "06:00": "0.25|6a|46362.25",
}  # fmt: skip
SEVERAL = {
    "7": ["07:00", "19:00"], "12": ["00:00", "12:00"], "19,30": ["19:18", "19:30"], "19.3": ["19:18", "19:30"],
    "7.5": ["07:30", "07:50"], "7.50": ["07:30", "07:50"], "0.30": ["00:30", "07:12"], "7,5": ["07:30", "07:50"],
}  # fmt: skip
NONE = "13:00 AM|24:30|25:00|7:60|07:00-19:30|dawn|7x|-7|7:0|30|2560|7am7|::|.|a|pm|1e3|7:00:60".split("|")


@pytest.mark.parametrize(
    ("written", "meant"), [(each, said) for said, all_of in ONE.items() for each in all_of.split("|")]
)
def test_a_time_is_read_however_it_is_typed(written, meant):
    assert [clock(minute) for minute in clocks_meant(written)] == [meant]


@pytest.mark.parametrize(("written", "meant"), SEVERAL.items())
def test_what_may_be_several_is_all_of_them(written, meant):
    assert [clock(minute) for minute in clocks_meant(written)] == meant


@pytest.mark.parametrize("written", NONE)
def test_what_is_no_time_is_none(written):
    assert clocks_meant(written) == ()


@given(st.text(max_size=12) | st.text("0123456789:.,hap m-", max_size=9))
def test_any_text_is_times_of_one_day(written):
    assert all(0 <= minute <= 24 * 60 for minute in clocks_meant(written))
    windows_meant(written)


@given(st.integers(0, 24 * 60 - 1))
def test_every_minute_is_read_in_every_way_of_writing_it(minute):
    hour, rest = divmod(minute, 60)
    half = f"{(hour - 1) % 12 + 1}:{rest:02d} {'PM' if hour >= 12 else 'AM'}"
    written = [f"{hour:02d}:{rest:02d}", f"{hour:02d}{rest:02d}", f"{hour}h{rest:02d}", f"{hour:02d}.{rest:02d}", half]
    for each in written if rest not in (25, 50) else [*written[:3], half]:
        assert clocks_meant(each) == (minute,), each


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("7a-7p", "07:00-19:00"), ("0700-1930", "07:00-19:30"), ("7:00 AM – 3:00 PM", "07:00-15:00"),
        ("23h-7h", "23:00-07:00"), ("19.30 to 7.30", "19:30-07:30"), ("07-19", "07:00-19:00"), ("7-19", "07:00-19:00"),
        ("7:00-24:00", "07:00-00:00"), ("16:00-00:00", "16:00-00:00"),
    ],
)  # fmt: skip
def test_a_window_is_read_however_it_is_typed(written, meant):
    (window,) = windows_meant(written)
    assert window_label(window, ()) == meant


def test_a_window_that_may_be_several_is_all_of_them():
    assert [window_label(each, ()) for each in windows_meant("7-15")] == ["07:00-15:00", "19:00-15:00"]
    assert windows_meant("D") == windows_meant("7a") == windows_meant("7a-7p-7a") == ()
