"""Code that was compiled for an earlier version is compiled anew, and not run."""

import os
import time

from optimizer.engine.quick.fast import forget_older


def test_what_was_compiled_before_the_newest_source_was_written_is_thrown_away(tmp_path):
    for name, moved in (("old.nbi", -1e9), ("old.1.nbc", -1e9), ("new.nbi", 60), ("old.txt", -1e9)):
        (tmp_path / name).touch()
        os.utime(tmp_path / name, (time.time() + moved,) * 2)
    forget_older(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {"new.nbi", "old.txt"}
