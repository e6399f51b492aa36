"""The workbook that a session works with: opened once for all its pages of facts, and kept until there is another."""

from zlib import crc32

import streamlit as st

from optimizer.ui.frame.desk import Desk
from optimizer.workbook.file.book import Book

KEY = "facts book"


def book_of(desk: Desk) -> Book:
    """Return the workbook of the draft's newest facts; the store is asked only for one that is not at hand."""
    kept = st.session_state.get(KEY)
    if kept is None or kept[0] != (draft_key(desk), desk.facts.revision):
        return keep_book(desk, desk.facts.revision, Book(desk.workbook()))
    found: Book = kept[1]
    return found


def keep_book(desk: Desk, revision: int, book: Book) -> Book:
    """Keep a workbook, in place of any other, and return it."""
    st.session_state[KEY] = ((draft_key(desk), revision), book)
    return book


def draft_key(desk: Desk) -> str:
    """Return what tells the draft that is open from all others, in whatever store."""
    return f"{crc32(str(desk.database.engine.url).encode()):08x}-{desk.draft.id}"
