"""The launcher: ``streamlit run dashboard.py``. Everything else is in ui/, pages/ and industry/."""

import threading
import webbrowser
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import anyio
import streamlit as st
from starlette.middleware import Middleware

from ui import mode, trouble
from ui.frame.head import FramedDocument
from ui.serving import routes, taken
from ui.serving.origin import OwnOrigin


@asynccontextmanager
async def lifespan(app: st.App) -> AsyncIterator[None]:
    """Open the viewer's browser, which Streamlit leaves to an ``st.App``; close the renderer."""
    if not st.get_option("server.headless"):
        webbrowser.open(f"http://localhost:{st.get_option('server.port')}")
    if mode.may_write():
        from ui.curating import writing

        threading.Thread(target=writing.describe, daemon=True).start()
    try:
        yield
    finally:
        await anyio.to_thread.run_sync(taken.close)


guards = [Middleware(OwnOrigin), Middleware(FramedDocument)]
if mode.curating():
    from ui.serving import bench
    from ui.serving.own_machine import OwnMachine

    routes.ROUTES.extend(bench.ROUTES)
    guards.insert(0, Middleware(OwnMachine))

app = st.App(
    "ui/shell.py",
    lifespan=lifespan,
    routes=routes.ROUTES,
    middleware=guards,
    on_script_error=trouble.page_failed,
    exception_handlers={Exception: routes.failed},
)
