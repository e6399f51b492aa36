"""A hospital's workbooks as they are dropped: what is no workbook is left or refused, and nothing unpacks for ever."""

import io
import tracemalloc
import zipfile

import pytest

from optimizer.workbook.hospital import upload
from optimizer.workbook.hospital.upload import folder_of, read_folder
from optimizer.workbook.hospital.write import write_hospital
from optimizer.workbook.table.faults import FaultyWorkbookError
from tests.samples.hospitals import tiny


def zipped(files, packing=zipfile.ZIP_DEFLATED):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", packing) as archive:
        for name, each in files.items():
            archive.writestr(name, each)
    return content.getvalue()


def faults(*files):
    with pytest.raises(FaultyWorkbookError) as raised:
        folder_of(files)
    return [str(fault) for fault in raised.value.faults]


def test_a_zip_of_the_folder_is_the_folder(tmp_path):
    write_hospital(tmp_path, tiny(1, days=3, people=2, floating=2))
    files = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    left = {"__MACOSX/._icu.xlsx": b"x", "General/~$icu.xlsx": b"x", "General/notes.txt": b"x"}
    packed = zipped({**{f"General/{name}": each for name, each in files.items()}, **left})
    assert folder_of([("General.zip", packed)]) == folder_of(files.items()) == files
    assert read_folder(files).name == "Tiny"


def test_a_path_in_a_zip_leads_nowhere_but_into_the_folder():
    packed = zipped({"../../hospital.xlsx": b"one", "/etc/icu.xlsx": b"two"})
    assert folder_of([("a.zip", packed)]) == {"hospital.xlsx": b"one", "icu.xlsx": b"two"}


def test_all_that_is_wrong_is_told_at_once():
    told = faults(("icu.xlsx", b"1"), ("x.zip", b"no zip"), ("y.zip", zipped({"icu.xlsx": b"2"})), ("z.pdf", b""))
    assert told == [
        "x.zip: the file is damaged; zip the folder again.",
        "icu.xlsx: there are two workbooks of this name; leave one of them out.",
        "z.pdf: it is no workbook; choose .xlsx files, or a zip of them.",
    ]
    assert faults(("icu.xlsx", b"1"))[0].startswith("hospital.xlsx: it is not among the files")


def test_a_zip_that_would_unpack_to_too_much_is_refused_before_it_is_unpacked(monkeypatch):
    monkeypatch.setattr(upload, "MOST_BYTES", 1000)
    assert faults(("a.zip", zipped({"a.xlsx": b"0" * 600, "b.xlsx": b"0" * 600})))[0].startswith("a.zip: it is too big")
    monkeypatch.setattr(upload, "MOST_FILES", 1)
    assert "more than 1 workbooks" in faults(("a.zip", zipped({"a.xlsx": b"", "b.xlsx": b""})))[0]


def test_several_zips_together_unpack_to_no_more_than_one_may(monkeypatch):
    monkeypatch.setattr(upload, "MOST_BYTES", 1000)
    told = faults(*((f"{name}.zip", zipped({f"{name}.xlsx": b"0" * 600})) for name in "ab"))
    assert told == ["b.zip: it is too big; zip the folder of one hospital alone."]


@pytest.mark.parametrize("packing", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_part_that_holds_more_than_it_declares_is_damaged_and_is_not_unpacked_to_find_out(packing):
    packed = bytearray(zipped({"hospital.xlsx": bytes(30_000_000)}, packing))
    declared = packed.rindex(b"PK\x01\x02") + 24
    packed[declared : declared + 4] = (1000).to_bytes(4, "little")
    content = bytes(packed)
    tracemalloc.start()
    try:
        assert faults(("a.zip", content)) == ["a.zip: the file is damaged; zip the folder again."]
        assert tracemalloc.get_traced_memory()[1] < 3_000_000
    finally:
        tracemalloc.stop()


def test_a_zip_that_another_system_packed_has_its_own_paths_and_folders_are_no_workbooks():
    packed = zipped({"General\\hospital.xlsx": b"one", "old.xlsx/": b"", "old.xlsx/icu.xlsx": b"two"})
    assert folder_of([("a.zip", packed)]) == {"hospital.xlsx": b"one", "icu.xlsx": b"two"}


def test_a_name_that_no_system_takes_is_no_workbook():
    assert "it is no workbook" in faults(("a" * 300 + ".xlsx", b""))[0]
    assert "it is no workbook" in faults(("a\0.xlsx", b""))[0]
