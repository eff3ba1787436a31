"""Work that has an event loop of its own, also where a test before it drives a browser, whose loop goes on in the same thread."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

_T = TypeVar("_T")


def apart(work: Callable[..., _T], *given: object) -> _T:
    """What ``work`` gives, done in a thread of its own."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(work, *given).result()
