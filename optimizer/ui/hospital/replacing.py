"""Workbooks of a hospital are replaced: managers bring that of their unit, the staffing office the float pool's."""

import streamlit as st

from optimizer.staffing.hospital.hospital import Hospital
from optimizer.store.hospital.hospitals import KeptHospital, hospital_files
from optimizer.store.hospital.revising import revise_hospital
from optimizer.store.roles import Permission
from optimizer.summary.unit.hospital import hospital_facts
from optimizer.ui.frame.desk import Desk
from optimizer.ui.frame.draft_study import PAGE
from optimizer.ui.hospital.opening import KEY, take_up
from optimizer.workbook.hospital.upload import Folder, folder_of


def ask_to_replace(desk: Desk, kept: KeptHospital) -> None:
    """Draw how workbooks are replaced, for whoever may replace any; the store refuses those that are not theirs."""
    if not (desk.may(Permission.EDIT_DRAFTS) or desk.may(Permission.MOVE_FLOATS)):
        return
    with st.expander("Replace a workbook of this hospital"):
        st.text("A unit's by its manager; the float pool's and hospital.xlsx by the staffing office. The name stays.")
        dropped = st.file_uploader("The new workbooks", ["xlsx"], accept_multiple_files=True, key=f"{KEY} replaced")
        st.button(
            "Replace", icon=":material/swap_horiz:", disabled=not dropped, key=f"{KEY} replace",
            on_click=lambda: _replace(desk, kept, {file.name: file.getvalue() for file in dropped}),
        )  # fmt: skip


def _replace(desk: Desk, kept: KeptHospital, changed: Folder) -> None:
    """Keep the hospital anew with some workbooks in the place of others of their name; the rest is the store's own."""

    def gather() -> Folder:
        before = {file.name: file.content for file in hospital_files(desk.database, PAGE, kept.id)}
        return folder_of({**before, **changed}.items())

    def keep(_: Folder, hospital: Hospital) -> int:
        told, currency = hospital_facts(hospital), hospital.pool.unit.currency
        return revise_hospital(
            desk.database, desk.actor, kept.id, hospital.name, changed, told, currency, hospital.budget
        )

    take_up(gather, keep)
