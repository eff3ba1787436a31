"""The launcher: ``streamlit run dashboard.py``. Everything else is in ui/, pages/ and industry/."""

import webbrowser
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import anyio
import streamlit as st
from starlette.middleware import Middleware

from ui import trouble
from ui.frame.head import FramedDocument
from ui.serving import routes, taken
from ui.serving.origin import OwnOrigin


@asynccontextmanager
async def lifespan(app: st.App) -> AsyncIterator[None]:
    """Open the viewer's browser, which Streamlit leaves to an ``st.App``; close the renderer."""
    if not st.get_option("server.headless"):
        webbrowser.open(f"http://localhost:{st.get_option('server.port')}")
    try:
        yield
    finally:
        await anyio.to_thread.run_sync(taken.close)


app = st.App(
    "ui/shell.py",
    lifespan=lifespan,
    routes=routes.ROUTES,
    middleware=[Middleware(OwnOrigin), Middleware(FramedDocument)],
    on_script_error=trouble.page_failed,
    exception_handlers={Exception: routes.failed},
)
