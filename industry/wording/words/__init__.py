"""The words of both languages, as data: a file for each use, and in it an entry for each thing that is said, with
its blanks. Texts that know of which observations they speak are made by the modules beside this folder."""

from __future__ import annotations

import errno
from collections.abc import Mapping
from functools import cache
from pathlib import PurePath

from industry.vocabulary import beside
from industry.vocabulary.characters import printable

_RAISED = (OSError, ValueError, RuntimeError)
Words = Mapping[str, tuple[str, str]]


@cache
def words(name: str) -> Words:
    """The entries of a file by their keys, each in Chinese and English."""
    return {key: (said["zh"], said["en"]) for key, said in beside(__name__, f"{name}.yaml").items()}


def form(name: str, key: str, language: str) -> str:
    """The entry ``key`` of a file as it stands there, with its blanks."""
    return words(name)[key][language != "zh"]


def worded(name: str, key: str, language: str, *facts: object) -> str:
    """The entry ``key`` of a file with its blanks filled; of a fact that is what the system raised, in words, and of a
    text or a path nothing that a terminal obeys."""
    said = (refused(fact, language) if isinstance(fact, _RAISED) else _shown(fact) for fact in facts)
    return form(name, key, language).format(*said)


def _shown(fact: object) -> object:
    if isinstance(fact, PurePath):
        fact = str(fact)
    return printable(fact) if isinstance(fact, str) else fact


def refused(error: OSError | ValueError | RuntimeError, language: str) -> str:
    """Why the system refused a file, without a full stop: its own words are in a language of its own."""
    if isinstance(error, OSError):
        name = errno.errorcode.get(error.errno or 0, "")
        return worded("system", name if name in words("system") else "other", language, error.errno or "?")
    return worded("system", "no_name" if isinstance(error, ValueError) else "ELOOP", language)
