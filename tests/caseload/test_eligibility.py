"""Every missing attribute is named, exactly at its limit and one past it."""

from datetime import timedelta

import pytest

from optimizer.caseload.eligibility import Attribute, Lack, Requirements, lacks
from optimizer.caseload.licence.valid import Valid
from optimizer.caseload.manager import Away, Manager
from optimizer.caseload.patient import Patient
from optimizer.caseload.span import PanelSpan
from optimizer.caseload.tier import Tier
from tests.caseload.draw import DAY

NEXT, BEFORE = DAY + timedelta(days=1), DAY - timedelta(days=1)
TODAY = PanelSpan(DAY, DAY)
ABLE = {"certifications": {"CCM": Valid()}, "clinical": 24, "experience": 12}


def found(manager=None, patient=None, tier=Tier.LOW, *, present=False, span=TODAY, every_day=False):
    return lacks(
        Manager("ann", "Ann", **(manager or {})), Patient("p", **(patient or {})), tier, span, Requirements(),
        present=present, every_day=every_day,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("manager", "patient", "tier", "lack"),
    [
        ({}, {}, Tier.LOW, None),
        ({"licences": {"TX": Valid(DAY)}}, {"state": "TX"}, Tier.LOW, None),
        ({"licences": {"TX": Valid(BEFORE)}}, {"state": "TX"}, Tier.LOW, Lack(Attribute.LICENCE, "TX")),
        ({"licences": {"OK": Valid()}}, {"state": "TX"}, Tier.LOW, Lack(Attribute.LICENCE, "TX")),
        ({**ABLE, "certifications": {"CCM": Valid(DAY)}}, {}, Tier.COMPLEX, None),
        (
            {**ABLE, "certifications": {"CCM": Valid(BEFORE)}},
            {},
            Tier.COMPLEX,
            Lack(Attribute.CERTIFICATION, "CCM, CMGT-BC or ACM"),
        ),
        ({**ABLE, "certifications": {}}, {}, Tier.HIGH, None),
        ({**ABLE, "clinical": 23}, {}, Tier.HIGH, Lack(Attribute.EXPERIENCE, "tier 3 (high)")),
        ({**ABLE, "experience": 11}, {}, Tier.HIGH, Lack(Attribute.EXPERIENCE, "tier 3 (high)")),
        ({"experience": 0}, {}, Tier.MODERATE, None),
        ({"languages": ("Hmong",)}, {"language": "Hmong"}, Tier.LOW, None),
        ({}, {"language": "Hmong"}, Tier.LOW, Lack(Attribute.LANGUAGE, "Hmong")),
        ({}, {"language": "Hmong", "interpreter": True}, Tier.LOW, None),
        ({"areas": ("1", "2")}, {"area": "2"}, Tier.LOW, None),
        ({"areas": ("1", "2")}, {"area": "4"}, Tier.LOW, Lack(Attribute.AREA, "4")),
        ({"areas": ("1",)}, {}, Tier.LOW, None),
        ({"specialties": ("renal",)}, {"specialties": ("renal",)}, Tier.LOW, None),
        (
            {"specialties": ("renal",)},
            {"specialties": ("renal", "oncology")},
            Tier.LOW,
            Lack(Attribute.SPECIALTY, "oncology"),
        ),
        ({}, {"excluded": ("bob",)}, Tier.LOW, None),
        ({}, {"excluded": ("ann",)}, Tier.LOW, Lack(Attribute.EXCLUSION)),
        ({"open": False}, {}, Tier.LOW, Lack(Attribute.OPEN)),
        ({"leaves": DAY}, {}, Tier.LOW, None),
        ({"leaves": BEFORE}, {}, Tier.LOW, Lack(Attribute.PRESENT)),
        ({"away": (Away(NEXT, NEXT),)}, {}, Tier.LOW, None),
        ({"away": (Away(BEFORE, DAY),)}, {}, Tier.LOW, Lack(Attribute.PRESENT)),
    ],
)
def test_what_is_lacking(manager, patient, tier, lack):
    assert found(manager, patient, tier) == ((lack,) if lack else ())


def test_everything_that_is_lacking_is_named():
    manager = {"open": False, "areas": ("1",), "experience": 0}
    patient = {"state": "TX", "language": "Hmong", "area": "4", "specialties": ("renal",), "excluded": ("ann",)}
    assert {lack.attribute for lack in found(manager, patient, Tier.CRITICAL)} == {*Attribute} - {Attribute.PRESENT}


def test_a_closed_panel_and_leave_end_no_case_by_themselves_but_a_last_day_does():
    assert found({"open": False, "away": (Away(DAY, DAY),)}, present=True) == ()
    assert found({"leaves": BEFORE}, present=True) == (Lack(Attribute.PRESENT),)


WEEK = PanelSpan(DAY, DAY + timedelta(days=6))  # Monday to Sunday
FRIDAY = DAY + timedelta(days=4)


def on(number):
    return DAY + timedelta(days=number)


@pytest.mark.parametrize(
    ("manager", "lack"),
    [
        ({"licences": {"TX": Valid(FRIDAY)}}, None),
        ({"licences": {"TX": Valid(on(3))}}, Lack(Attribute.LICENCE, "TX", on(3))),
        ({"licences": {"TX": Valid(None, DAY)}}, None),
        ({"licences": {"TX": Valid(None, on(1))}}, Lack(Attribute.LICENCE, "TX")),
        ({"leaves": FRIDAY}, None),
        ({"leaves": on(3)}, Lack(Attribute.PRESENT, "", on(3))),
        ({"starts": DAY}, None),
        ({"starts": on(1)}, Lack(Attribute.PRESENT)),
        ({"away": (Away(on(1), on(2)),)}, None),
        ({"away": (Away(on(1), on(2)), Away(on(2), on(3)))}, Lack(Attribute.PRESENT, "", DAY)),
        ({"away": (Away(on(5), on(9)),)}, None),
    ],
)
def test_what_ends_or_begins_within_a_span(manager, lack):
    licences = {"licences": {"TX": Valid()}}
    assert found({**licences, **manager}, {"state": "TX"}, span=WEEK) == ((lack,) if lack else ())


def test_one_certificate_may_follow_another_but_leave_no_day_without():
    chain = {**ABLE, "certifications": {"CCM": Valid(on(1)), "ACM": Valid(None, on(2))}}
    assert found(chain, tier=Tier.COMPLEX, span=WEEK) == ()
    hole = {**ABLE, "certifications": {"CCM": Valid(on(1)), "ACM": Valid(None, on(3))}}
    assert [lack.until for lack in found(hole, tier=Tier.COMPLEX, span=WEEK)] == [on(1)]


def test_any_leave_is_too_much_where_every_day_counts():
    away = {"away": (Away(on(2), on(2)),)}
    assert found(away, span=WEEK) == ()
    assert found(away, span=WEEK, every_day=True) == (Lack(Attribute.PRESENT, "", on(1)),)
