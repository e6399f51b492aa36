"""The sheet Rules of a panel: what counts, and how much."""

from optimizer.caseload.panel import Panel
from optimizer.caseload.policy import RULES as KNOWN
from optimizer.caseload.rule import PanelRule
from optimizer.planning.policy import Ruling
from optimizer.workbook.panel.source import PanelSource
from optimizer.workbook.rules.columns import LEFT, RIGHT
from optimizer.workbook.rules.read import read_rulings
from optimizer.workbook.table.sheet import Sheet

RULES = Sheet(
    "Rules",
    "What counts, and how much. The same rule may stand twice, with different limits.",
    (*LEFT, *RIGHT),
)


def read_rules(source: PanelSource, panel: Panel | None) -> tuple[Ruling, ...]:
    """Return the rulings of a panel in the order of their rows; without a panel none is held against one."""

    def check(rule: PanelRule) -> None:
        if panel is not None:
            rule.check(panel)

    return read_rulings(source, RULES, KNOWN, check)
