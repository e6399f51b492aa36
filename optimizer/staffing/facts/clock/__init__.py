"""Time as clocks and payrolls have it: times as typed, clocks that change, pay periods."""
