"""Files of any make as they were dropped: their sheets, what was understood of them, and answers saved before."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import PurePath
from typing import NamedTuple

from optimizer.workbook.adopt.mapping import answers_in
from optimizer.workbook.adopt.said.answers import NOTHING_SAID, Answers
from optimizer.workbook.recognise.proposal import Proposal
from optimizer.workbook.recognise.read.read import read_sheets
from optimizer.workbook.recognise.read.refused import RefusedError
from optimizer.workbook.recognise.recognise import proposal_of
from optimizer.workbook.recognise.sheet import RawSheet

MAPPING = ".toml"


class GivenFile(NamedTuple):
    """A file as somebody gave it."""

    name: str
    content: bytes


@dataclass(frozen=True)
class ReadFile:
    """A file with its sheets, of which there are none where it is refused, and what was understood of it."""

    given: GivenFile
    sheets: tuple[RawSheet, ...]
    proposal: Proposal


@dataclass(frozen=True)
class Dropped:
    """Files dropped together, and what was said before of files like them."""

    files: tuple[ReadFile, ...]
    before: Answers = NOTHING_SAID

    @property
    def proposals(self) -> tuple[Proposal, ...]:
        """Return what was understood of each file."""
        return tuple(file.proposal for file in self.files)

    @property
    def refused(self) -> tuple[str, ...]:
        """Return a sentence for each file that cannot be read, or in which nothing was found."""
        return tuple(proposal.refuse for proposal in self.proposals if proposal.refuse)


def digest_of(given: Sequence[GivenFile]) -> str:
    """Return what tells some files from others."""
    whole = sha256()
    for file in given:
        whole.update(repr((file.name, len(file.content))).encode() + file.content)
    return whole.hexdigest()


def is_mapping(file: GivenFile) -> bool:
    """Tell whether a file has answers that were saved."""
    return PurePath(file.name).suffix.casefold() == MAPPING


def dropped(given: Sequence[GivenFile]) -> Dropped:
    """Return some files as understood. Raise ValueError with what is wrong in the answers that were saved."""
    said = [file for file in given if is_mapping(file)]
    if len(said) > 1:
        raise ValueError("There are two files of saved answers; drop the newest alone, with the rosters.")
    before = answers_in(said[0].content.decode("utf-8", "replace")) if said else NOTHING_SAID
    return Dropped(tuple(_read(file) for file in given if not is_mapping(file)), before)


def _read(file: GivenFile) -> ReadFile:
    try:
        sheets = read_sheets(file.name, file.content)
    except RefusedError as error:
        return ReadFile(file, (), Proposal(file.name, str(error)))
    return ReadFile(file, sheets, proposal_of(file.name, sheets))
