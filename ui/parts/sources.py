"""Texts of the tables and their sources, as Markdown that shows them and does nothing else."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from urllib.parse import quote

from industry.figures.compose import wrapping
from industry.vocabulary.catalogue import Source
from industry.wording import citation
from ui.address import language, plain

_IN_ADDRESSES = ":/?#@!$&'*+,;=%~"


@lru_cache(maxsize=4096)
def text(words: str) -> str:
    """Words as Markdown that shows them and does nothing else; no line ends inside a period or a place in a document."""
    parts = ((plain(one, None), held) for one, held in wrapping.wholes(words))
    return "".join(whole(told) if held else told for told, held in parts)


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
