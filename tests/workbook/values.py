"""What may stand in a cell and should not."""

from datetime import datetime, time, timedelta

from tests.workbook.books import MANY_DIGITS

OF_ANY_TYPE = (
    10**300, -(10**300), MANY_DIGITS, 1e308, -1, 0, 0.1, 1e-300, 60000, 2958465, datetime(1900, 1, 1),
    datetime(1900, 3, 1), datetime(9999, 12, 31), datetime(2026, 12, 24, 7, 30), time(7, 0), time(23, 59, 59),
    timedelta(hours=30), timedelta(days=-5), True, False, "#DIV/0!", "#N/A", "x" * 32767, "a_x0007_b", "9999-12-31",
    "0001-01-01", "1e400", "-inf", "NaN", "9" * 20, "=1/0", "5²", "12:61", "25:00", "\u202e\U0001f600", "٣:٠٠"
)  # fmt: skip
"""Numbers, times, errors and text at the ends of what a sheet can hold."""
TYPED = ("D", "N", "RN", "R001", "Id", "Name", "FTE", "Total", "#REF!", ";", ",", "=1+1", "11/12/2026", "1e999", "nan",
         "29 Nov 2026", "2026-12-24", "D/C", "must", "off", "yes", "Jo (2)", "13", "3.5", "-7")  # fmt: skip
"""What people type in the wrong place."""
SPOILT = (None, "x", "=1+1", -1, 1e300, True, "#REF!", "2026-13-45", "a, b; c", "0", "99:99", "nan", "\u00a0")
"""What stands in a cell once something went wrong."""
