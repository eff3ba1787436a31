"""The page's own words, texts of others as it shows them, and that something is being worked out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import PurePosixPath

import streamlit as st

from industry.curation.candidate import MAPPINGS
from industry.tables.references import SOURCES
from industry.tables.tables import Tables
from industry.vocabulary.strict_record import STRAIGHT
from industry.wording import worded
from ui.address import language, plain

_KEPT = {SOURCES: "file_sources", MAPPINGS: "file_mappings"}


def told(key: str, *facts: object) -> str:
    """An entry of the page's own words, in its language."""
    return straight(worded("curate", key, language(), *facts))


@contextmanager
def waiting(key: str, needed: bool = True) -> Iterator[None]:
    """Says what is being worked out where that is ``needed``, in a place that is there in any case: what stands below stays the same
    element. Nothing is drawn inside."""
    with st.empty(), st.spinner(told(key)) if needed else nullcontext():
        yield


def straight(text: str) -> str:
    """A text as it is shown: in English with straight quotation marks, since a Chinese face gives curly ones a whole character."""
    return text.translate(STRAIGHT) if language() == "en" else text


def shown(text: str) -> str:
    """Text of others, whole, as Markdown that shows it and does nothing else."""
    return plain(straight(text), None)


def files(names: Iterable[str], tables: Tables | None) -> str:
    """Files of the tables by what they hold; by their names where that isn't known."""
    return told("listed").join(_file(one, tables) for one in names)


def _file(name: str, tables: Tables | None) -> str:
    if name in _KEPT:
        return told(_KEPT[name])
    path = PurePosixPath(name)
    region = (
        tables.catalogue.regions.get(path.stem) if tables and path.parent.name == "observations" else None
    )
    return told("file_table", region.name(language())) if region else name
