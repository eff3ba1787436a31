"""Open pages are drawn again when there are new tables, or other faults of what lies there, without a click of their viewers.

Streamlit has no call for that; it is asked for as Streamlit does itself where a script is saved. Only where nothing of a page is
being drawn: what its viewer has just asked for is never broken off, and who has chosen meanwhile gets what she chose.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from typing import Any

from streamlit import runtime
from streamlit.runtime.scriptrunner import get_script_run_ctx

from ui import store

_LOG = logging.getLogger(__name__)
_LOOKED_EVERY = 0.2
"""Seconds after which it is looked again whether tables were saved."""
_BROKEN = 30.0
"""Seconds, where looking itself failed."""
_LOOKED_FOR = 0.02
"""Seconds after which it is looked again whether a page is drawn."""
_ONE = 2.0
"""Seconds for which the next page waits while one is drawn again: all at once would each be as late as the last."""
_drawn: dict[str, object] = {}
"""What the page of each viewer was last drawn from, or is asked to be."""


def begin() -> None:
    """All that this run of a page draws is of one state of the tables, whatever is saved meanwhile."""
    store.begin()
    if (context := get_script_run_ctx()) is not None:
        _drawn[context.session_id] = store.snapshot()


def stay() -> None:
    """The page that this run draws stays as it is until its viewer does something: she is at work on it, and is told then."""
    if (context := get_script_run_ctx()) is not None:
        _drawn.pop(context.session_id, None)


async def watch() -> None:
    """Looks after the tables for as long as it isn't cancelled, so that what is saved is read at once and not when a page asks,
    and tells the pages. To be awaited in the server's own loop."""
    await asyncio.gather(_again_and_again(_look), _again_and_again(tell))


async def _again_and_again(work: Callable[[], Awaitable[None]]) -> None:
    while True:
        try:
            await work()
        except Exception as error:  # noqa: BLE001 — who opens a page is told
            _LOG.error("the tables could not be looked after", exc_info=error)
            await asyncio.sleep(_BROKEN)
        await asyncio.sleep(_LOOKED_EVERY)


async def _look() -> None:
    await asyncio.to_thread(store.snapshot)
    await asyncio.to_thread(store.set_apart)


async def tell() -> None:
    """Have the pages that were drawn from anything but what was read last drawn again, one after another."""
    now, open_now = store.last(), {one.id: one for one in _sessions()}
    for gone in _drawn.keys() - open_now.keys():
        _drawn.pop(gone, None)
    for id, one in open_now.items():
        if _drawn.get(id, now) is now or one._scriptrunner is not None:
            continue
        _drawn[id] = now
        one.request_rerun(one._client_state)
        until = time.monotonic() + _ONE
        while one._scriptrunner is not None and time.monotonic() < until:
            await asyncio.sleep(_LOOKED_FOR)
        if store.last() is not now:
            return


def _sessions() -> list[Any]:
    """Streamlit's sessions of the pages that are open."""
    if not runtime.exists():
        return []
    return [one.session for one in runtime.get_instance()._session_mgr.list_active_sessions()]
