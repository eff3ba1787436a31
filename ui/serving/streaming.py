"""An answer that tells how far it is before it comes: lines ``3/10``, then ``=`` and what was made, or ``!`` and a sentence. It is one request, of which no server keeps anything: who goes away has the
work end at its next part.

How a browser reads it is told in ``receiving``, what is made so in ``routes``, ``drafts``, ``refreshing``
and ``templated``.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from functools import partial

import anyio
import anyio.from_thread
import anyio.to_thread
from starlette.responses import StreamingResponse

from industry.export.order import Progress, Stopped

_STEPS = 100
"""Lines that are told, at most."""
_HEADERS = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff", "X-Accel-Buffering": "no"}
"""The last for nginx, which else holds lines back."""


class Refused(Exception):
    """There is no file; the text is the sentence that says why."""


def streaming(work: Callable[[Progress], bytes], limiter: anyio.CapacityLimiter) -> StreamingResponse:
    """What ``work`` makes, away from the event loop; it is given whom to tell, and may raise Refused."""
    return StreamingResponse(_lines(work, limiter), media_type="application/octet-stream", headers=_HEADERS)


async def _lines(work: Callable[[Progress], bytes], limiter: anyio.CapacityLimiter) -> AsyncIterator[bytes]:
    send, receive = anyio.create_memory_object_stream[bytes](_STEPS + 3)
    gone, step = False, -1

    def told(done: int, whole: int) -> None:
        nonlocal step
        if gone:
            raise Stopped
        if done * _STEPS // max(whole, 1) > step:
            step = done * _STEPS // max(whole, 1)
            anyio.from_thread.run_sync(send.send_nowait, f"{done}/{whole}\n".encode())

    async def run() -> None:
        async with send:
            try:
                content = await anyio.to_thread.run_sync(partial(work, told), limiter=limiter)
            except Refused as why:
                await send.send(f"!{why}".encode())
            except (Stopped, anyio.BrokenResourceError):
                return
            else:
                await send.send(b"=" + content)

    async with anyio.create_task_group() as group:
        group.start_soon(run)
        try:
            async with receive:
                async for one in receive:
                    yield one
        finally:
            gone = True
