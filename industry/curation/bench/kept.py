"""Answers about workbooks that the tables keep: each in words, and the file of them without some. How they are asked and kept belongs
in ``importing``."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from functools import partial

from industry import wording
from industry.curation.candidate import Mappings
from industry.curation.importing import worded
from industry.curation.importing.answers import kept
from industry.curation.importing.questions import Key, Question
from industry.tables.tables import Tables

_ANY = re.compile(r"n(?:[+-]\d+)?月")
"""How a kept answer writes a month, which is another one each time."""


def every(tables: Tables) -> dict[Key, str]:
    """The answers that the tables keep, by their questions."""
    return kept(tables.catalogue)


def without(keys: Collection[Key]) -> Mappings:
    """What makes the file of kept answers without some of them, of the tables as they are then."""
    return partial(worded.mappings, {}, without=frozenset(keys))


def used(found: Mapping[Key, str], given: Collection[Key], tables: Tables) -> dict[Key, str]:
    """Of the answers that an import took (``found``, with the sheet's words) those that the tables keep and nobody has ``given`` now."""
    every = kept(tables.catalogue)
    return {key: every[key] for key in found if key in every and key not in given}


def subject(key: Key, language: str, shown: str = "") -> str:
    """What an answer is about: the words of the sheet (as ``shown`` there, else as they are kept), and what was asked of them."""
    said = shown or _ANY.sub("…月", key.said or key.table)
    return wording.worded("curate", f"asked_{key.what}", language, said)


def table(key: Key) -> str:
    """The title of the table that an answer is about."""
    return _ANY.sub("…月", key.table)


def answer(key: Key, said: str, tables: Tables, language: str) -> str:
    """The answer in words."""
    return worded.choice(Question(key, "", key.said, 0, said, ""), said, tables, language)
