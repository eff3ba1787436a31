"""The launcher: ``streamlit run dashboard.py``. Everything else is in ui/, pages/ and industry/."""

import asyncio
import threading
import webbrowser
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import anyio
import streamlit as st
from starlette.middleware import Middleware
from starlette.middleware.errors import ServerErrorMiddleware

from ui import ending, listening, mode, telling, trouble
from ui.frame.assets import HeldAssets
from ui.frame.head import FramedDocument
from ui.guards import connections
from ui.guards.headers import Forbidding
from ui.guards.origin import OwnOrigin
from ui.guards.sentences import Worded
from ui.serving import routes, taken


@asynccontextmanager
async def lifespan(app: st.App) -> AsyncIterator[None]:
    """Say where the server can be opened, and open the viewer's browser there, which Streamlit leaves to an ``st.App``;
    close the renderer."""
    ending.bounded()
    if served_by := ending.server():
        connections.bounded(served_by)
    print(listening.told(), flush=True)
    if not st.get_option("server.headless"):
        webbrowser.open(listening.here())
    if mode.may_write():
        from ui.curating import writing

        threading.Thread(target=writing.describe, daemon=True).start()
    watching = asyncio.create_task(telling.watch())
    try:
        yield
    finally:
        watching.cancel()
        await anyio.to_thread.run_sync(taken.close)


guards = [
    Middleware(Forbidding),
    Middleware(ServerErrorMiddleware, handler=routes.failed),
    Middleware(OwnOrigin),
    Middleware(Worded),
    Middleware(FramedDocument),
    Middleware(HeldAssets),
]
"""From the outermost in: what nobody foresaw is told within what every answer gets. An application's own handler of
exceptions would tell it outside of all of them."""
if mode.curating():
    from ui.guards.own_machine import OwnMachine
    from ui.serving import bench

    routes.ROUTES.extend(bench.ROUTES)
    guards.insert(1, Middleware(OwnMachine))

app = st.App(
    "ui/shell.py",
    lifespan=lifespan,
    routes=routes.based(),
    middleware=guards,
    on_script_error=trouble.page_failed,
)
