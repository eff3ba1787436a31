"""What is worked out of tables once, and goes with them.

Tables never change, so that an answer of theirs stays true; new ones come while the program runs, and then the old ones must go.
What holds its tables itself doesn't belong here: it would keep them for good.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar, TypeVarTuple, Unpack
from weakref import WeakKeyDictionary

MOST = 4096
"""Answers that are kept of the same tables by one function."""
_Tables = TypeVar("_Tables")
_Facts = TypeVarTuple("_Facts")
_Answer = TypeVar("_Answer")


def kept(
    work: Callable[[_Tables, Unpack[_Facts]], _Answer],
) -> Callable[[_Tables, Unpack[_Facts]], _Answer]:
    """Makes a function of tables and of hashable facts whose answers are kept, at `MOST` so many, as long as its tables.
    Raises what the function does, each time."""
    answers: WeakKeyDictionary[_Tables, dict[tuple[object, ...], _Answer]] = WeakKeyDictionary()

    @wraps(work)
    def asked(tables: _Tables, *facts: *_Facts) -> _Answer:
        of = answers.setdefault(tables, {})
        try:
            return of[facts]
        except KeyError:
            pass  # what follows is worked out outside: it raises its own
        found = work(tables, *facts)
        if len(of) >= MOST:
            of.clear()
        of[facts] = found
        return found

    return asked
