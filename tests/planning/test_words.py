import pytest

from optimizer.planning.words import hours


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        (0, "0 h"), (450, "7.5 h"), (615, "10.25 h"), (-30, "-0.5 h"), (643, "10 h 43 min"), (4501, "75 h 01 min"),
        (1, "1 min"), (-20, "-20 min"), (-61, "-1 h 01 min"), (1_000 * 60 + 5, "1,000 h 05 min"), (72_000, "1,200 h"),
    ],
)  # fmt: skip
def test_every_minute_can_be_read(minutes, said):
    assert hours(minutes) == said
