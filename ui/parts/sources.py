"""Texts of the tables and their sources, as Markdown that shows them and does nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from urllib.parse import quote

from industry.figures.compose import wrapping
from industry.vocabulary.catalogue import Source
from industry.wording import citation
from ui.address import language, plain

_WHOLE = re.compile(wrapping.WHOLE)
_IN_ADDRESSES = ":/?#@!$&'*+,;=%~"


@lru_cache(maxsize=4096)
def text(words: str) -> str:
    """Words as Markdown that shows them and does nothing else; no line ends inside a period or a place in a document."""
    told, at = "", 0
    for one in _WHOLE.finditer(words):
        told += plain(words[at : one.start()], None) + whole(plain(one[0], None))
        at = one.end()
    return told + plain(words[at:], None)


def whole(markdown: str) -> str:
    """Markdown that stays on one line: a span that says nothing of itself, of which the frame's style knows that."""
    return f":color[{markdown}]"


def cited(source: Source, told_by: Callable[[Source, str], str] = citation.full) -> str:
    """Everything that is known of a source, its address a link."""
    return linked(told_by(source, language()), source.url or "")


def linked(told: str, url: str) -> str:
    """A source's line, the address in it a link."""
    if not url.startswith(("http://", "https://")):
        return text(told)
    before, _, behind = told.partition(url)
    return f"{text(before)}[{text(url)}]({quote(url, safe=_IN_ADDRESSES)}){text(behind)}"
