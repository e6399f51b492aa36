"""Finds plans. The engine knows formulations only: no nurse, no shift, no patient."""

import os

from platformdirs import user_cache_dir

# What is compiled is kept away from the package, or it would outlive it where it was installed: a folder without
# modules, in which Python then looks for those of another installation.
os.environ.setdefault("NUMBA_CACHE_DIR", user_cache_dir("optimizer", appauthor=False))
