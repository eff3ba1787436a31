"""What a viewer reads when something of ours fails: a sentence in the page's language, no traceback.

Faults of the tables are not here: ``industry.wording`` words them and ``ui.parts.banner`` shows them.
"""

from __future__ import annotations

import logging
import traceback
from functools import partial

import streamlit as st

from industry import wording
from ui.address import language as language_of_page

sentence = partial(wording.worded, "trouble")
"""The sentence for a code, in a language, with its facts filled in."""


_LONGEST = 80
"""Characters of a name that is told."""


class NotFound(LookupError):
    """What an address names isn't there. ``what`` is the code of its sentence, ``name`` its name, as far as it is told."""

    def __init__(self, what: str, name: str) -> None:
        super().__init__(f"{what}: {name}")
        self.what = what
        self.name = name[:_LONGEST]

    def told(self, language: str) -> str:
        return sentence(self.what, language, self.name)


class TooMany(ValueError):
    """An address names ``count`` slides, and a deck has ``most``."""

    def __init__(self, count: int, most: int) -> None:
        super().__init__(f"{count} of {most}")
        self.count = count
        self.most = most

    def told(self, language: str) -> str:
        return sentence("too_many", language, str(self.count), str(self.most))


def unforeseen(log: logging.Logger, what: str, error: BaseException) -> None:
    """What nobody foresaw goes to the log without its words, which may be a draft's: its kind, and where it came from."""
    where = "".join(traceback.format_tb(error.__traceback__))
    log.error("%s could not be made: %s\n%s", what, type(error).__name__, where)


def page_failed(error: Exception) -> bool:
    """Streamlit's ``on_script_error``: it has logged the error; this says so in words of ours."""
    st.error(sentence("page", language_of_page()))
    return True
