"""Answers that are worked out once for all who ask, also where they ask at the same time: who comes while one is being worked out
waits for it. That they are forgotten with the tables is decided in ``store``."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import lru_cache, partial, update_wrapper
from typing import Any, Generic, TypeVar

_T = TypeVar("_T")


class _Answer(Generic[_T]):
    """What one piece of ``work`` gives; where it raises, whoever asks next has it tried again."""

    def __init__(self, work: Callable[[], _T]) -> None:
        self._lock = threading.Lock()
        self._work: Callable[[], _T] | None = work
        self._given: list[_T] = []

    def get(self) -> _T:
        if self._work is not None:
            with self._lock:
                if self._work is not None:
                    self._given.append(self._work())
                    self._work = None
        return self._given[0]


class Once(Generic[_T]):
    """A function whose latest answers, ``most`` of them, are kept by its arguments. They say everything that an answer depends
    on; none may ask for itself."""

    def __init__(self, work: Callable[..., _T], most: int) -> None:
        def begun(*given: Any, **named: Any) -> _Answer[_T]:
            return _Answer(partial(work, *given, **named))

        self._answers = lru_cache(maxsize=most)(begun)
        update_wrapper(self, work)

    def __call__(self, *given: Any, **named: Any) -> _T:
        return self._answers(*given, **named).get()

    def worked(self) -> int:
        """How many answers were asked for that weren't there, since the last time that all were forgotten."""
        return self._answers.cache_info().misses

    def cache_clear(self) -> None:
        """Forget all answers."""
        self._answers.cache_clear()
