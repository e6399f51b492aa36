import pytest

from optimizer.caseload.risk.social import social


@pytest.mark.parametrize(
    ("needs", "band"), [(0, "none"), (1, "low"), (4, "low"), (5, "medium"), (9, "medium"), (10, "high")]
)
def test_a_tally_and_its_bands(needs, band):
    assert (social(needs).points, social(needs).band) == (needs, band)


def test_a_tally_that_nobody_took_is_missing():
    assert social(None).missing == ("social needs",)
