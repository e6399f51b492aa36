"""A citation says why a breach of it may only warn."""

import pytest

from optimizer.staffing.law.citation_words import UNREAD, in_words
from optimizer.staffing.law.presets import preset


def words(name, said):
    (citation,) = (each.citation for each in preset(name).provisions if said in each.says)
    return in_words(citation)


@pytest.mark.parametrize(
    ("name", "said", "told"),
    [
        (
            "de-ppugv",
            "geriatrics",
            "It is an average over a calendar month, so a schedule is warned of, never forbidden.",
        ),
        (
            "uk-working-time",
            "rest of at least 24",
            "The employer may do so instead: two rests of 24 h, or one of 48 h,",
        ),
        ("uk-working-time", "48 hours", "Whom it protects may waive it"),
        ("us-massachusetts", "12 hours", "It holds only for hours that the employer requires"),
        ("us-new-york", "critical_care", UNREAD),
    ],
)
def test_what_softens_a_law_is_told(name, said, told):
    assert told in words(name, said)


def test_of_guidance_it_is_not_told_that_nobody_read_it():
    assert UNREAD not in words("us-awhonn", "antepartum")
    assert UNREAD not in words("us-new-hampshire", "12 hours of work at a stretch; ")
