"""The dashboard's own server, as tests ask it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tests import patience

ROOT = Path(__file__).resolve().parent.parent
WORLD = Path(__file__).parent / "world"

HOST = "localhost"


@contextmanager
def serving(
    folder: Path,
    log: Path,
    tables: Path = WORLD,
    environment: Mapping[str, str] | None = None,
    base: str = "",
    port: int = 0,
) -> Iterator[str]:
    """A server of the program in ``folder`` with the tables of another, told ``environment`` besides; gives
    its address, with the path ``base`` below which that has it serve, at this ``port`` or a free one, and stops it by its id."""
    with socket.socket() as free:
        free.bind((HOST, 0))
        port = port or free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "dashboard.py", "--server.port", str(port)]
    told = os.environ | {"DATA": str(tables)} | (environment or {})
    with log.open("wb") as output:
        server = subprocess.Popen(command, cwd=folder, stdout=output, stderr=output, env=told)
    try:
        until = time.monotonic() + patience.SECONDS
        while not _healthy(f"http://{HOST}:{port}{base}/_stcore/health"):
            assert server.poll() is None, log.read_text("utf-8")
            assert time.monotonic() < until, "the server doesn't answer"
            time.sleep(0.1)
        yield f"http://{HOST}:{port}{base}"
    finally:
        server.terminate()
        try:
            server.wait(patience.SECONDS)
        except subprocess.TimeoutExpired:
            server.kill()
            raise


def _healthy(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=1):
            return True
    except OSError:
        return False
