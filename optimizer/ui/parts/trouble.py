"""What went wrong with a click, told by the page that is drawn next."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from optimizer.store.errors import StoreError
from optimizer.ui.parts.plain import plain


@contextmanager
def kept_trouble(key: str, *errors: type[Exception]) -> Iterator[None]:
    """Keep in the state of the session what the store refuses, or what else may go wrong, instead of raising it."""
    expected: tuple[type[Exception], ...] = (StoreError, *errors)
    try:
        yield
    except expected as error:
        keep_trouble(key, str(error))


def keep_trouble(key: str, sentence: str) -> None:
    """Keep a sentence until it is shown."""
    st.session_state[key] = sentence


def show_trouble(key: str) -> None:
    """Tell what went wrong with the last click, once."""
    if told := st.session_state.pop(key, ""):
        st.error(plain(told))
