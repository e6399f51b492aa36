"""What a single code is taken for."""

import pytest

from optimizer.staffing.facts.shift import Window
from optimizer.staffing.learn.codes.traditions import TRADITIONS, Sense, tradition_of
from optimizer.staffing.learn.codes.understood import understood
from optimizer.staffing.learn.codes.written_times import window_in

POLISH = next(tradition for tradition in TRADITIONS if tradition.name == "Polish")


@pytest.mark.parametrize(
    ("text", "window"),
    [
        ("A班 9:00~12:00", (540, 720)),
        ("0700-1930", (420, 1170)),
        ("7a-7p", (420, 1140)),
        ("19:00 – 07:00", (1140, 1860)),
        ("22-6", (1320, 1800)),
        ("7.30 bis 16", (450, 960)),
        ("8 — 20", (480, 1200)),
    ],
)
def test_times_in_a_code(text, window):
    assert window_in(text) == Window(*window)


@pytest.mark.parametrize("text", ["D", "N12", "L4", "", "2026-06-01"])
def test_no_times_in_a_code(text):
    assert window_in(text) is None


@pytest.mark.parametrize(
    ("codes", "name"),
    [
        ("D N", "English (day, evening, night)"),
        ("D E N", "English (day, evening, night)"),
        ("E L N", "British (early, late, night)"),
        ("M T N", "Spanish or Portuguese"),
        ("F S N", "German"),
        ("D N DN R P U", "Polish"),
        ("早 中 晚 休", "Chinese"),
        ("ช บ ด", "Thai"),
        ("A I Y", "Finnish"),
        ("D8 D12 N12 V", "English (day, evening, night)"),
    ],
)
def test_the_other_codes_tell_in_which_language_one_is_written(codes, name):
    assert tradition_of({code.casefold(): 10 for code in codes.split()}).name == name


@pytest.mark.parametrize("codes", ["7a 7p V", "0700 1900 U", "V"])
def test_a_letter_of_leave_alone_makes_no_language(codes):
    assert tradition_of({code.casefold(): 10 for code in codes.split()}) is None
    assert understood(codes.split()[-1], "", None).sense is Sense.LEAVE


def test_codes_of_no_language():
    assert tradition_of({"q7": 3}) is None


@pytest.mark.parametrize(
    ("code", "sense"),
    [
        ("Nacht", Sense.NIGHT),
        ("夜勤", Sense.NIGHT),
        ("夜勤明", Sense.OFF),
        ("ลา/อบรม", Sense.LEAVE),
        ("PTO", Sense.LEAVE),
        ("LOA thru 1/10", Sense.LEAVE),
        ("OC", Sense.CALL),
        ("×", Sense.OFF),
        ("long", Sense.LONG_DAY),
        ("Night SHO", Sense.NIGHT),
        ("U", Sense.LEAVE),
        ("*", Sense.OFF),
        ("Night off", Sense.OFF),
        ("off sick", Sense.SICK),
        ("Day shift", Sense.DAY),
        ("On call night", Sense.CALL),
    ],
)
def test_what_codes_usually_mean(code, sense):
    assert understood(code, "", None).sense is sense


def test_a_letter_means_what_it_does_in_the_language_of_the_others():
    assert understood("R", "", POLISH).sense is Sense.EARLY
    assert understood("R", "", None).sense is Sense.OFF


def test_text_behind_a_code_changes_nothing():
    assert understood("U (urlop za 2016, 5 dni)", "", POLISH).sense is Sense.LEAVE


def test_the_legend_comes_before_custom():
    found = understood("D", "Nachtdienst", POLISH)
    assert (found.sense, found.why) == (Sense.NIGHT, "The roster calls D 'Nachtdienst'.")


def test_a_number_behind_a_letter_can_be_hours():
    assert understood("N12", "", None)[::3] == (Sense.NIGHT, 12)
    assert understood("12N", "", None)[::3] == (Sense.NIGHT, 12)
    assert understood("7N", "", None)[::3] == (Sense.NIGHT, None)
    assert understood("D2", "", None)[::3] == (Sense.DAY, None)


def test_nobody_can_read_everything():
    assert understood("NCD", "", POLISH) is None
