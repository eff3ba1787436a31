"""How Ctrl+C ends a command: at once and without a word while modules are being read and after the work is done, in order while it
works, never with a traceback. What a command says of it is for the command."""

from __future__ import annotations

import atexit
import os
import signal
import sys
from collections.abc import Callable
from types import FrameType

STATUS = 130
"""Of what was interrupted, as shells have it: 128 and the number of the signal."""
_pressed = False


def at_once() -> None:
    """Ends the process from now on."""
    signal.signal(signal.SIGINT, _leave)


def in_order() -> None:
    """Raises KeyboardInterrupt from now on, once; whoever presses again doesn't want to wait for what is put in order."""
    sys.unraisablehook = _unraisable
    signal.signal(signal.SIGINT, _interrupt)


def quietly(work: Callable[[], int]) -> int:
    """What ``work`` returns; `STATUS` where it was interrupted, whatever a library made of that."""
    atexit.register(signal.signal, signal.SIGINT, signal.SIG_IGN)  # nothing is left to end then
    try:
        return work()
    except BaseException:
        if _pressed:
            return STATUS
        raise
    finally:
        at_once()


def _leave(_number: int, _frame: FrameType | None) -> None:
    os._exit(STATUS)


def _interrupt(_number: int, _frame: FrameType | None) -> None:
    global _pressed
    _pressed = True
    at_once()
    raise KeyboardInterrupt


def _unraisable(told: sys.UnraisableHookArgs) -> None:
    """Where nobody can catch it, as in what is run when an object goes, it would be told as a traceback and forgotten."""
    if issubclass(told.exc_type, KeyboardInterrupt):
        os._exit(STATUS)
    sys.__unraisablehook__(told)
