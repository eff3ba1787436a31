"""How long a server that is told to end waits for answers that are under way: by itself it would wait for as long as somebody reads
one, or doesn't read on. What is being made for an answer that is broken off ends at its next part."""

from __future__ import annotations

import signal
from typing import Any

LASTING = 10
"""Seconds; systemd's own patience (docs/deploying) is longer."""


def bounded() -> None:
    """From now on so, for the server that heeds the signals of this process."""
    config = server()
    if config is not None:
        config.timeout_graceful_shutdown = LASTING


def server() -> Any:
    """The configuration of the server (uvicorn's) that heeds the signals of this process; None where none does."""
    config = getattr(getattr(signal.getsignal(signal.SIGTERM), "__self__", None), "config", None)
    return config if hasattr(config, "timeout_graceful_shutdown") else None
