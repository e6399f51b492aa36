"""Caseloads as a workbook to take along: the panel's own sheets with who has whom in them."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from optimizer.caseload.capacity.calibration import Estimate
from optimizer.caseload.study import Record
from optimizer.planning.pair import Plan
from optimizer.planning.rule import broken_musts
from optimizer.planning.words import points
from optimizer.store.roles import Permission
from optimizer.store.workbooks import workbook_of
from optimizer.summary.caseload.hours import from_study
from optimizer.ui.caseload.panel_desk import PanelDesk
from optimizer.ui.caseload.panel_study import panel_facts
from optimizer.ui.frame.download import download
from optimizer.workbook.panel.read import read_panel_bytes
from optimizer.workbook.panel.write_assignment import write_assignment
from optimizer.workbook.panel.write_hours import write_hours


def download_button(panel: PanelDesk) -> None:
    """Offer the workbook to whoever may see pay and single patients, both of which it tells."""
    if not (panel.sees_patients and panel.may(Permission.READ_PAY)):
        return
    database, actor, draft = panel.database, panel.actor, panel.draft.id
    plan, locked = panel.plan, panel.locked

    download(
        panel, "Download as Excel", "caseloads.xlsx", "caseloads",
        lambda: written(workbook_of(database, actor, draft), plan, locked), draft=draft,
        about="The panel's workbook with these caseloads in it. It tells pay, and patients' names if it has them.",
    )  # fmt: skip


def measured_button(panel: PanelDesk, estimates: Iterable[Estimate]) -> None:
    """Offer the workbook with what was measured on its sheet Hours, to whoever may have the workbook."""
    if not (panel.sees_patients and panel.may(Permission.READ_PAY)):
        return
    database, actor, draft = panel.database, panel.actor, panel.draft.id
    study, found = panel.facts.contents.study, [*estimates]

    download(
        panel, "Workbook with the measured hours", "panel-measured.xlsx", "caseloads",
        lambda: measured(workbook_of(database, actor, draft), study, found), draft=draft,
        about="The panel's workbook with the medians that rest on enough on its sheet Hours. "
        "Import it to plan by them.",
    )  # fmt: skip


def measured(content: bytes, study: Iterable[Record], estimates: Iterable[Estimate]) -> bytes:
    """Return a panel's workbook with the medians of a time study on its sheet of hours."""
    return _copied(content, lambda source, target: write_hours(source, target, estimates, from_study(study)))


def written(content: bytes, plan: Plan, locked: Plan) -> bytes:
    """Return a panel's workbook with who has whom in a plan, and who of them is locked; it reads back to the same."""
    facts = panel_facts(read_panel_bytes(content), 1)
    verdict = facts.judge.judge(plan & facts.known)
    placed = len({pair.what.patient for pair in verdict.plan})
    told = [
        ("Panel", facts.panel.name),
        ("Assigned", f"{placed} of {len(facts.panel.patients)}"),
        ("Must-fix problems", str(broken_musts(facts.judge.findings(verdict)))),
        ("Score", points(verdict.score.cost)),
    ]
    contents = replace(facts.contents, panel=replace(facts.panel, locked=locked & verdict.plan))
    return _copied(
        content,
        lambda source, target: write_assignment(source, target, contents, verdict.plan, facts.formulation, told),
    )


def _copied(content: bytes, write: Callable[[Path, Path], None]) -> bytes:
    """Return a copy of a workbook that something is written into."""
    with TemporaryDirectory() as folder:
        source, target = Path(folder) / "source.xlsx", Path(folder) / "copy.xlsx"
        source.write_bytes(content)
        write(source, target)
        return target.read_bytes()
