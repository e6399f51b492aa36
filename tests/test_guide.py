"""The README and the guide: nothing is left out of them, and every command that they quote works as it stands there."""

import csv
import json
import re
import shlex
import shutil
from pathlib import Path

import click
import openpyxl
import pytest
from click.testing import CliRunner

from optimizer.caseload.policy import RULES as PANEL_RULES
from optimizer.cli import main
from optimizer.guide import CHAPTERS, chapter_title
from optimizer.staffing.policy import RULES as UNIT_RULES
from optimizer.summary.guide import chapter
from optimizer.workbook.panel import layout as layout_panel
from optimizer.workbook.unit import layout
from tests.paths import PROJECT, SAMPLES
from tests.read_samples import light_panel
from tests.workbook.adopt.files import REQUESTS, STAFF, month
from tests.workbook.adopt.test_panel import CLAIMS, PATIENTS

README = (PROJECT / "README.md").read_text(encoding="utf-8")
TEXTS = {"README": README, **{name: chapter(name) for name in CHAPTERS}}
BLOCK = re.compile(r"```sh\n(.*?)```", re.DOTALL)
ALONE = ("--workers", "1")
"""One process to search in: to begin another takes longer than what is searched here."""
MANY = {
    "compare": ("--scenarios", "one.toml", *ALONE),
    "frontier": ("--points", "2", *ALONE),
    "hire": ("--no-pairs", *ALONE),
}
SEARCHING = (*MANY, "solve", "replan", "draft solve", "caseload assign", "hospital solve", "hospital compare")
SERVER = "app"
"""The command that does not end; the browser tests begin it."""


def quoted(text):
    """Return the commands of a text as their words, without comments."""
    lines = (line for block in BLOCK.findall(text) for line in block.splitlines())
    words = (shlex.split(line, comments=True) for line in lines)
    return [found[1:] for found in words if found[:1] == ["optimizer"]]


def commands(group, before=()):
    for name in group.list_commands(click.Context(group)):
        command = group.get_command(click.Context(group), name)
        yield from commands(command, (*before, name)) if isinstance(command, click.Group) else [(*before, name)]


@pytest.mark.parametrize("command", list(commands(main)), ids=" ".join)
def test_no_command_without_documentation(command):
    said = " ".join(("optimizer", *command))
    assert any(said in text for text in TEXTS.values())


def test_every_rule_and_every_sheet_has_its_place():
    for rule in (*UNIT_RULES, *PANEL_RULES):
        assert f"(`{rule.key}`): " in TEXTS["rules"]
    for sheet in (*layout.SHEETS, *layout_panel.SHEETS):
        assert f"### {sheet.title}\n\n{sheet.about}" in TEXTS["sheets"]


@pytest.mark.parametrize("name", CHAPTERS)
def test_a_chapter_is_whole(name):
    text = CliRunner().invoke(main, ["guide", name]).output
    assert text.startswith(f"# {chapter_title(name)}\n")
    assert "{{" not in text
    assert f"`{name}`" in README.replace("guide rules", "`rules`")


def test_the_readme_is_short():
    assert len(README.splitlines()) <= 200


@pytest.fixture(scope="module")
def roster(tmp_path_factory):
    """A schedule of the medical-surgical sample, as the examples have one."""
    place = tmp_path_factory.mktemp("roster") / "roster.xlsx"
    run(["solve", str(SAMPLES / "unit-medsurg.xlsx"), "-o", str(place), "--seconds", "4"])
    return place


@pytest.mark.parametrize("name", [name for name, text in TEXTS.items() if quoted(text)])
def test_what_is_quoted_works(name, roster, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("OPTIMIZER_DB", str(tmp_path / "store.db"))
    prepare(tmp_path, roster)
    for words in quoted(TEXTS[name]):
        if words[0] != SERVER:
            work(seen(hurried(words)))
            fill(words)


def work(words):
    """Run a command; a search that found nothing in its one second, as where much else goes on, has some more."""
    run(words)
    if words[-2:] == ["--seconds", "1"] and "-o" in words and not Path(words[words.index("-o") + 1]).exists():
        run([*words[:-1], "20"])


def prepare(place, roster):
    """Put what the examples begin with where a reader has it."""
    (place / "data").mkdir()
    (place / "data" / "samples").symlink_to(SAMPLES)
    (place / "one.toml").write_text('[[scenario]]\nname = "Dearer"\nwage_change = 10\n')
    files = {"march": month(3), "april": month(4), "staff": STAFF, "requests": REQUESTS}
    for name, text in {**files, "patients": PATIENTS, "claims": CLAIMS}.items():
        (place / f"{name}.csv").write_text(text)
    workbook_of(month(3), place / "march.xlsx")
    for name in ("roster", "changed"):
        shutil.copy(roster, place / f"{name}.xlsx")


def workbook_of(text, place):
    """Write a table of text as a workbook, numbers as numbers."""
    book = openpyxl.Workbook()
    for row in csv.reader(text.splitlines()):
        book.active.append([int(cell) if cell.isdigit() else cell for cell in row])
    book.save(place)


def fill(words):
    """Fill a template, as its reader does; a panel with some of a year's dispensing rows, which every command reads."""
    if "template" in words:
        filled = light_panel() if words[0] == "caseload" else (SAMPLES / "unit-medsurg.xlsx").read_bytes()
        Path(words[-1]).write_bytes(filled)


def hurried(words):
    """Return a command with little time to search; those that search many times do so for the small unit."""
    if "--seconds" in words:
        at = words.index("--seconds")
        words = [*words[:at], *words[at + 2 :]]
    if words[0] in MANY:
        words = [words[0], str(SAMPLES / "unit-small.xlsx"), *words[2:], *MANY[words[0]]]
    if words[0] == "stress":
        words = [*words, "--periods", "5", *ALONE]
    searches = words[0] in SEARCHING or " ".join(words[:2]) in SEARCHING
    if searches and words[0] == "hospital":
        words = [*words, *ALONE]
    return [*words, "--seconds", "1"] if searches else words


def seen(words):
    """Publish the version that the draft has come to: whether a search found a better one hangs on the machine."""
    if words[0] != "publish":
        return words
    newest = json.loads(run(["draft", "list", "--json"]))["drafts"][0]["version"]
    at = words.index("--version")
    return [*words[: at + 1], str(newest), *words[at + 2 :]]


def run(words):
    done = CliRunner().invoke(main, words, catch_exceptions=False)
    assert done.exit_code in (0, 1), f"{' '.join(words)}: {done.output}"
    return done.output
