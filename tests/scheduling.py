"""How processes share the tests: whole files, whose tests share fixtures, and none waits for what a lost one had."""

from xdist.scheduler import LoadScopeScheduling

TOGETHER = {"tests/store/": "databases"}
"""Beginnings of files whose tests stay in one process: there is one cluster of databases."""
AT_LEAST = 2
"""How many tests a process has before it: the last one is begun only once another is there, or none comes."""


class Scheduling(LoadScopeScheduling):
    """Let a process take over whole files, unless more than a file belongs together."""

    def _split_scope(self, nodeid):
        file = nodeid.partition("::")[0]
        return next((group for start, group in TOGETHER.items() if file.startswith(start)), file)

    def _reschedule(self, node):
        """Give a process that knows its tests as many as it begins at all with.

        When another was lost, files that were done are given out again, too, and nothing of them would ever end.
        """
        if node not in self.registered_collections:
            return
        super()._reschedule(node)
        while not node.shutting_down and self._pending_of(self.assigned_work[node]) < AT_LEAST:
            super()._reschedule(node)
