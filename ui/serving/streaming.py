"""An answer that tells how far it is before it comes: lines ``3/10``, then ``=`` and what was made, or ``!`` and a sentence. It is one request, of which no server keeps anything: who goes away has the
work end at its next part.

How a browser reads it is told in ``receiving``, what is made so in ``routes``, ``drafts``, ``refreshing``
and ``templated``.
"""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from functools import partial

import anyio
import anyio.from_thread
from starlette.requests import Request
from starlette.responses import StreamingResponse

from industry.export.order import Progress, Stopped
from ui.serving.addresses import spoken
from ui.serving.fair import Crowded, Share
from ui.trouble import sentence, unforeseen

_LOG = logging.getLogger(__name__)
_STEPS = 100
"""Lines that are told, at most."""
_HEADERS = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
"""The last for nginx, which else holds lines back."""


class Refused(Exception):
    """There is no file; the text is the sentence that says why."""


def streaming(work: Callable[[Progress], bytes], request: Request, share: Share) -> StreamingResponse:
    """What ``work`` makes, in a thread of the share's once it is its viewer's turn; it is given whom to tell, and may
    raise Refused. What nobody foresaw goes to the log, and there is a sentence."""
    lines = _lines(work, request, share)
    return StreamingResponse(lines, media_type="application/octet-stream", headers=_HEADERS)


async def _lines(work: Callable[[Progress], bytes], request: Request, share: Share) -> AsyncIterator[bytes]:
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
            with suppress(Stopped, anyio.BrokenResourceError):  # who asked has gone
                await send.send(await end())

    async def end() -> bytes:
        """The last line: what was made, or why nothing was."""
        language = spoken(request.query_params)
        try:
            return b"=" + await share.run(request, partial(work, told))
        except Refused as why:
            return f"!{why}".encode()
        except Crowded:
            return f"!{sentence('busy', language)}".encode()
        except (Stopped, anyio.BrokenResourceError):
            raise
        except Exception as error:  # noqa: BLE001 — an answer that has begun has no other end
            unforeseen(_LOG, request.url.path, error)
            return f"!{sentence('failed', language)}".encode()

    async with anyio.create_task_group() as group:
        group.start_soon(run)
        try:
            async with receive:
                async for one in receive:
                    yield one
        finally:
            gone = True
