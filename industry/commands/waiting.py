"""That a command is still at work: a line on the terminal after some seconds without an end, and now and then another; or a bar,
of one that knows how far it is. What it is doing is for the command; one that waits for an answer says that the waiting is over."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from industry.export.order import Progress

FIRST, NEXT = 2.0, 15.0
"""Seconds until it is said, and until it is said again."""
_BAR = "{desc} {n_fmt}/{total_fmt} |{bar}| {elapsed} < {remaining}"
"""How many parts of how many, and the time that it has taken and will take."""
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
def bar(named: str) -> Iterator[Progress]:
    """Shows how far a work of this name is, in the place of lines, where somebody sits before the terminal: as soon as it says of how
    many parts it is."""
    if not _watched():  # a log needs no drawing
        over()
        yield lambda _done, _whole: None
        return
    from tqdm import tqdm

    with ExitStack() as held:
        drawn: list[tqdm[NoReturn]] = []

        def told(done: int, whole: int) -> None:
            over()
            if not drawn:
                drawn.append(
                    held.enter_context(tqdm(desc=named, total=whole, file=sys.stderr, bar_format=_BAR))
                )
            (one,) = drawn
            one.total = whole
            one.update(done - one.n)
            one.refresh()

        yield told


def _tell(language: str) -> None:
    began, pause = time.monotonic(), FIRST
    while not _over.wait(pause):
        from industry import wording

        pause, seconds = NEXT, round(time.monotonic() - began)
        if not _over.is_set():
            print(wording.worded("command", "waiting", language, seconds), file=sys.stderr, flush=True)
