"""How Ctrl+C ends a command, and whoever shuts the machine down or closes the terminal: at once and without a word while modules are
being read and after the work is done, in order while it works, never with a traceback. What a command says of it is for the command."""

from __future__ import annotations

import atexit
import os
import signal
import sys
from collections.abc import Callable
from types import FrameType

_SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP")
_met = 0
"""The number of the signal that came."""


def status() -> int:
    """Of what was interrupted, as shells have it: 128 and the number of the signal."""
    return 128 + (_met or signal.SIGINT)


def at_once() -> None:
    """Ends the process from now on."""
    _heed(_leave)


def in_order() -> None:
    """Raises KeyboardInterrupt from now on, once; whoever presses again doesn't want to wait for what is put in order."""
    sys.unraisablehook = _unraisable
    _heed(_interrupt)


def quietly(work: Callable[[], int]) -> int:
    """What ``work`` returns; `status` where it was interrupted, whatever a library made of that."""
    atexit.register(signal.signal, signal.SIGINT, signal.SIG_IGN)  # nothing is left to end then
    try:
        return work()
    except BaseException:
        if _met:
            return status()
        raise
    finally:
        at_once()


def _heed(how: Callable[[int, FrameType | None], None]) -> None:
    """From now on so; what somebody had the process ignore before it began, as nohup does, stays ignored."""
    for name in _SIGNALS:
        number = getattr(signal, name, None)  # Windows has no SIGHUP
        if number == signal.SIGINT or number and signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, how)


def _leave(number: int, _frame: FrameType | None) -> None:
    os._exit(128 + number)


def _interrupt(number: int, _frame: FrameType | None) -> None:
    global _met
    _met = number
    at_once()
    raise KeyboardInterrupt


def _unraisable(told: sys.UnraisableHookArgs) -> None:
    """Where nobody can catch it, as in what is run when an object goes, it would be told as a traceback and forgotten."""
    if issubclass(told.exc_type, KeyboardInterrupt):
        os._exit(status())
    sys.__unraisablehook__(told)
