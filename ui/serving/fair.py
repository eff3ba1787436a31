"""Threads for what is asked for, shared fairly: whoever asks for hundreds of pictures has a few worked on at a time, and
the others find a place at once.

Who a viewer is belongs here; what is worked on in ``routes`` and ``drafts``. Streamlit serves its files with threads of
its own, which stay free.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TypeVar

import anyio
from starlette.requests import Request

_T = TypeVar("_T")
_LONGEST = 64
"""Requests of one viewer that may wait: more than a page asks for."""


class Crowded(Exception):
    """A viewer has as many requests waiting as he may, or is there no more."""


@dataclass(frozen=True)
class Share:
    """Threads for one kind of work, by its ``name``: so many for ``all`` viewers, and for ``each`` of them."""

    name: str
    all: int
    each: int

    async def run(self, request: Request, work: Callable[[], _T]) -> _T:
        """What ``work`` gives, in a thread once it is its viewer's turn. Raises Crowded, and what it raises."""
        async with self.turn(request) as limiter:
            return await anyio.to_thread.run_sync(work, limiter=limiter)

    @asynccontextmanager
    async def turn(self, request: Request) -> AsyncIterator[anyio.CapacityLimiter]:
        """Waits for the viewer's turn; gives the threads that all share. Raises Crowded."""
        held: dict[str, anyio.CapacityLimiter] = _held(request, f"{self.name}_viewers", dict)
        who = viewer(request)
        own = held.setdefault(who, anyio.CapacityLimiter(self.each))
        if own.statistics().tasks_waiting >= _LONGEST:
            raise Crowded
        try:
            async with own:
                if await request.is_disconnected():
                    raise Crowded  # to nobody: he has gone while he waited
                yield _held(request, f"{self.name}_threads", lambda: anyio.CapacityLimiter(self.all))
        finally:
            if not own.borrowed_tokens and not own.statistics().tasks_waiting:
                held.pop(who, None)


def viewer(request: Request) -> str:
    """Who asks: the address of his machine. Of a proxy on this machine uvicorn has put that of whom it asks for in its
    place (``X-Forwarded-For``; of one on another machine where FORWARDED_ALLOW_IPS names it)."""
    return request.client.host if request.client else ""


def _held(request: Request, name: str, make: Callable[[], _T]) -> _T:
    """What the server keeps under a name, made where there is nothing yet: within its own event loop."""
    state = request.app.state
    if not hasattr(state, name):
        setattr(state, name, make())
    found: _T = getattr(state, name)
    return found
