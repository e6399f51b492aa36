"""Measures the product; ``BEGAN`` is when this process was started, as nearly as Python can tell."""

import time

BEGAN = time.monotonic()
