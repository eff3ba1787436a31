"""A file of somebody's own brought up to the tables of now, whatever it is; and why one can't be, in words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath

from industry import wording
from industry.export.refreshing.frames import Refreshed
from industry.export.refreshing.slides import presentation
from industry.export.refreshing.word import document
from industry.tables.tables import Tables
from industry.text.unreadable import Unreadable

KINDS = (".pptx", ".ppsx", ".potx", ".pptm", ".docx", ".docm")
"""The endings of the files that are read."""
_WORD = (".docx", ".docm")
_OWN = ("unknown_kind", "broken", "locked", "too_large", "too_intricate")
"""Refusals that have words of their own here."""


def refreshed(
    name: str, data: bytes, tables: Tables, language: str, told: Callable[[int, int], object] | None = None
) -> Refreshed:
    """The file of this name as it would be of these tables, and what is told of it. ``told`` how many of how many slides or figures are
    done. Raises Unreadable."""
    kind = PurePath(name).suffix.lower()
    if kind not in KINDS:
        raise Unreadable("unknown_kind", PurePath(name).suffix)
    work = document.refresh if kind in _WORD else presentation.refresh
    try:
        return work(data, tables, language, told)
    except Unreadable:
        raise
    except (ValueError, AttributeError, TypeError) as error:  # parts that lack what every such part has
        raise Unreadable("broken") from error


def refused(one: Unreadable, language: str) -> str:
    """Why a file can't be read."""
    if one.code in _OWN:
        return wording.worded("refresh", f"refused_{one.code}", language, *one.facts)
    return wording.unreadable(one, language)


def ending(language: str) -> str:
    """What the name of a new file ends in."""
    return wording.worded("refresh", "file", language)
