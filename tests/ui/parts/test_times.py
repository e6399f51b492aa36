"""Times are shown as their readers count them."""

from datetime import UTC, datetime
from types import SimpleNamespace

import pytest

from optimizer.ui.parts import times

AT = "2026-11-24T21:05:00.000+00:00"


@pytest.mark.parametrize(
    ("zone", "said"),
    [
        ("America/New_York", "24 Nov 2026, 16:05 EST"),
        ("Australia/Brisbane", "25 Nov 2026, 07:05 AEST"),
        (None, "24 Nov 2026, 21:05 UTC"),
        ("../etc/passwd", "24 Nov 2026, 21:05 UTC"),
        ("Nowhere/At all", "24 Nov 2026, 21:05 UTC"),
    ],
)
def test_a_time_is_that_of_the_browser(monkeypatch, zone, said):
    monkeypatch.setattr(times.st, "context", SimpleNamespace(timezone=zone))
    assert times.moment(AT) == said
    assert times.clock(datetime(2026, 11, 24, 21, 5, tzinfo=UTC)) == said.split()[3]
