"""The time for a hospital: its first round ends by the deadline, whatever each pass and search takes."""

import pytest

from optimizer.scenarios.hospital import times
from optimizer.scenarios.hospital.solve import PASSES, SEARCHES
from optimizer.scenarios.hospital.times import LEAST, OVERHEAD, Times


@pytest.mark.parametrize(("parts", "workers", "seconds"), [(3, 2, 60), (11, 2, 300), (31, 2, 1200), (41, 16, 600)])
def test_the_first_round_ends_in_time(parts, workers, seconds, monkeypatch):
    now = [1000.0]
    monkeypatch.setattr(times.time, "monotonic", lambda: now[0])
    left = Times(now[0] + seconds, parts, workers, passes=PASSES, searches=SEARCHES)

    def passed(each):
        """Return how long a pass lasts whose steps take so many seconds each."""
        assert each >= LEAST
        return OVERHEAD + -(-parts // workers) * each

    now[0] += max(left.for_prices(), passed(left.for_step()))
    now[0] += left.for_pool()
    assert not left.over
    now[0] += passed(left.for_bounds())
    now[0] += passed(left.for_step())
    now[0] += left.for_pool()
    now[0] += passed(left.for_step())
    now[0] += left.for_pool()
    assert now[0] <= 1000.0 + seconds
