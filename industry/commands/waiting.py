"""That a command is still at work: a line on the terminal after some seconds without an end, and now and then another; or a bar,
of one that knows how far it is. What it is doing is for the command; one that waits for an answer says that the waiting is over."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from industry.export.order import Progress

FIRST, NEXT = 2.0, 15.0
"""Seconds until it is said, and until it is said again."""
_over = threading.Event()


@contextmanager
def told(language: str) -> Iterator[None]:
    """Tells it for as long as what is inside takes, where somebody sits before the terminal."""
    _over.clear()
    if _watched():
        threading.Thread(target=_tell, args=(language,), daemon=True).start()
    try:
        yield
    finally:
        _over.set()


def over() -> None:
    """Nothing more is said of it."""
    _over.set()


def _watched() -> bool:
    """Whether somebody sits before the terminal."""
    return sys.stderr is not None and sys.stderr.isatty()


@contextmanager
def bar(named: str, unit: str = "") -> Iterator[Progress]:
    """Shows how far a work of this name is, in the place of lines, where somebody sits before the terminal. ``unit`` is what its parts are, with a space before it
    where it is a word."""
    from tqdm import tqdm

    over()
    if not _watched():  # a log needs no drawing
        yield lambda _done, _whole: None
        return
    with tqdm(desc=named, unit=unit, file=sys.stderr) as drawn:

        def told(done: int, whole: int) -> None:
            drawn.total = whole
            drawn.update(done - drawn.n)
            drawn.refresh()

        yield told


def _tell(language: str) -> None:
    began, pause = time.monotonic(), FIRST
    while not _over.wait(pause):
        from industry import wording

        pause, seconds = NEXT, round(time.monotonic() - began)
        if not _over.is_set():
            print(wording.worded("command", "waiting", language, seconds), file=sys.stderr, flush=True)
