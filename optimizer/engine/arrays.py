"""Arrays that the engine works with, by what stands in them."""

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Small = NDArray[np.int32]
"""Whole numbers of which there are so many that half the bytes count."""
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
