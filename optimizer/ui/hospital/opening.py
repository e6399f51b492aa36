"""How a hospital is opened: the sample, or the workbooks of a folder, with every fault where something is wrong."""

from collections.abc import Callable, Iterable

import streamlit as st

from optimizer.installed import samples
from optimizer.planning.words import count
from optimizer.staffing.hospital.hospital import Hospital
from optimizer.store.database.connection import Database
from optimizer.store.hospital.hospitals import HospitalFile, hospital_files, open_hospital
from optimizer.summary.unit.hospital import hospital_facts
from optimizer.ui.frame.desk import Desk
from optimizer.ui.frame.draft_study import PAGE
from optimizer.ui.parts.fault_table import show_faults
from optimizer.ui.parts.trouble import keep_trouble, kept_trouble, show_trouble
from optimizer.workbook.hospital.upload import Folder, folder_of, read_folder, unit_files
from optimizer.workbook.table.faults import FaultyWorkbookError
from optimizer.workbook.taste import taste

KEY, OPENED, TROUBLE, FAULTS = "hospital", "hospital opened", "hospital trouble", "hospital faults"
SAMPLE = "hospital"
KEPT = 4
"""How many hospitals are kept in memory, with all their people."""


def ask_to_open(desk: Desk) -> None:
    """Draw the two ways to open a hospital."""
    dropped = st.file_uploader(
        "The workbooks of a hospital", ["xlsx", "zip"], accept_multiple_files=True, key=f"{KEY} files",
        help="hospital.xlsx, a workbook for each unit and one for the float pool: all of them, or a zip of the folder.",
    )  # fmt: skip
    with st.container(horizontal=True):
        st.button(
            "Open these workbooks", type="primary", icon=":material/folder_open:", disabled=not dropped,
            on_click=lambda: _open(desk, [(file.name, file.getvalue()) for file in dropped]),
        )  # fmt: skip
        st.button("Open the sample hospital", icon=":material/science:", on_click=lambda: _open(desk, sample()))


def sample() -> list[tuple[str, bytes]]:
    """Return the workbooks of the sample hospital."""
    return [(path.name, path.read_bytes()) for path in sorted((samples() / SAMPLE).glob("*.xlsx"))]


def _open(desk: Desk, files: Iterable[tuple[str, bytes]]) -> None:
    """Keep a hospital in the store and have it be the one that is looked at; or keep its faults to be told."""

    def keep(folder: Folder, hospital: Hospital) -> int:
        units = unit_files(folder, hospital)
        kept = [HospitalFile(name, content, units.get(name, "")) for name, content in sorted(folder.items())]
        told, currency = hospital_facts(hospital), hospital.pool.unit.currency
        why = "Opened from workbooks"
        return open_hospital(desk.database, desk.actor, hospital.name, kept, told, why, currency, hospital.budget)

    take_up(lambda: folder_of(files), keep)


def take_up(gather: Callable[[], Folder], keep: Callable[[Folder, Hospital], int]) -> None:
    """Read the workbooks that are gathered, and have the hospital be looked at that is kept; or tell their faults."""
    st.session_state[FAULTS] = ()
    try:
        with kept_trouble(TROUBLE):
            folder = gather()
            st.session_state[OPENED] = keep(folder, _read(folder))
    except FaultyWorkbookError as error:
        st.session_state[FAULTS] = error.faults
    except OSError:
        keep_trouble(TROUBLE, "The files could not be read; there may be no room left on the disk.")


def tell_faults() -> None:
    """Draw what is wrong with the workbooks that were chosen last."""
    show_trouble(TROUBLE)
    if faults := st.session_state.get(FAULTS):
        said = f"There {'is' if len(faults) == 1 else 'are'} {count(len(faults), 'fault')} to be mended in the files."
        st.error(said, icon=":material/error:")
        show_faults(faults, {})


def _read(folder: Folder) -> Hospital:
    for name, content in folder.items():
        taste(content, name)
    return read_folder(folder)


@st.cache_resource(max_entries=KEPT, show_spinner="Reading the hospital ...")
def hospital_of(address: str, number: int, _database: Database) -> Hospital:
    """Return a hospital of the store at an address, with what everybody is paid: for searches, which tell sums only."""
    del address
    return read_folder({file.name: file.content for file in hospital_files(_database, PAGE, number)})
