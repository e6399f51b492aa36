"""Caseloads as a workbook to take along: the panel's own sheets with who has whom in them."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import streamlit as st

from optimizer.planning.pair import Plan
from optimizer.planning.words import money
from optimizer.store.roles import Permission
from optimizer.store.workbooks import workbook_of
from optimizer.ui.panel_desk import PanelDesk
from optimizer.ui.panel_study import panel_facts
from optimizer.workbook.write_assignment import write_assignment

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def download_button(panel: PanelDesk) -> None:
    """Offer the workbook to whoever may see pay and single patients, both of which it tells."""
    if not (panel.sees_patients and panel.desk.may(Permission.READ_PAY)):
        return
    database, actor, draft = panel.desk.database, panel.desk.actor, panel.desk.draft.id
    plan, locked = panel.plan, panel.locked

    def made() -> bytes:
        return written(workbook_of(database, actor, draft), plan, locked)

    st.download_button(
        "Download as Excel", made, "caseloads.xlsx", EXCEL, on_click="ignore", icon=":material/download:",
        help="The panel's workbook with these caseloads in it. It tells pay, and patients' names if it has them.",
    )  # fmt: skip


def written(content: bytes, plan: Plan, locked: Plan) -> bytes:
    """Return a panel's workbook with who has whom in a plan, and who of them is locked; it reads back to the same."""
    facts = panel_facts(content, 1)
    verdict = facts.judge.judge(plan & facts.known)
    placed = len({pair.what.patient for pair in verdict.plan})
    told = [
        ("Panel", facts.panel.name),
        ("Assigned", f"{placed} of {len(facts.panel.patients)}"),
        ("Musts broken", str(verdict.score.broken)),
        ("Penalty", money(verdict.score.cost)),
    ]
    with TemporaryDirectory() as folder:
        source, target = Path(folder) / "source.xlsx", Path(folder) / "caseloads.xlsx"
        source.write_bytes(content)
        contents = replace(facts.contents, panel=replace(facts.panel, locked=locked & verdict.plan))
        write_assignment(source, target, contents, verdict.plan, facts.formulation, told)
        return target.read_bytes()
