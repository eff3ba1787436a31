"""What a viewer reads when something of ours fails: a sentence in the page's language, no traceback.

Faults of the tables are not here: ``industry.wording`` words them and ``ui.parts.banner`` shows them.
"""

from __future__ import annotations

from functools import partial

import streamlit as st

from industry import wording
from ui.address import language as language_of_page

sentence = partial(wording.worded, "trouble")
"""The sentence for a code, in a language, with its facts filled in."""


class NotFound(LookupError):
    """What an address names isn't there. ``what`` is the code of its sentence, ``name`` its name."""

    def __init__(self, what: str, name: str) -> None:
        super().__init__(f"{what}: {name}")
        self.what = what
        self.name = name


class TooMany(ValueError):
    """An address names ``count`` slides, and a deck has ``most``."""

    def __init__(self, count: int, most: int) -> None:
        super().__init__(f"{count} of {most}")
        self.count = count
        self.most = most


def page_failed(error: Exception) -> bool:
    """Streamlit's ``on_script_error``: it has logged the error; this says so in words of ours."""
    st.error(sentence("page", language_of_page()))
    return True
