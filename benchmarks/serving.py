"""Servers to measure: the dashboard with its own tables or with others, and bare pages of Streamlit.
Each is stopped by its id. What is asked of them belongs in ``viewer``.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import ssl
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from benchmarks.read_tables import enlarged
from industry import project
from industry.tables.store import contents
from ui import ROOT
from ui.parts.figure import PLOT

HOST = "localhost"
_START, _STOP = 120.0, 15.0

_RUNNER = re.compile(r"^\[runner\]\n(?:(?!\[).*\n)*", re.MULTILINE)
"""The settings of how scripts are run."""
_BARE = """import streamlit as st
from figures import CONFIG, FIGURES

st.set_page_config(layout="wide")
for place, figure in enumerate(FIGURES):
    st.plotly_chart(figure, theme=None, config=CONFIG, key=str(place))
"""
_FIGURES = """import json
from pathlib import Path

import plotly.io

_HELD = json.loads((Path(__file__).parent / "figures.json").read_text("utf-8"))
CONFIG = _HELD["config"]
FIGURES = [plotly.io.from_json(one) for one in _HELD["figures"]]
"""


@contextmanager
def serving(folder: Path, script: str = "dashboard.py", tables: Path | None = None) -> Iterator[str]:
    """A server of the Streamlit script in ``folder``, the dashboard's with the tables of another folder
    where one is given; gives its address."""
    with started(folder, script, tables) as (address, _):
        yield address


@contextmanager
def started(
    folder: Path, script: str = "dashboard.py", tables: Path | None = None, base: str = ""
) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """The same with its process, which may be ended before; below the path ``base`` of the address."""
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", script, "--server.port", str(port)]
    command += ["--server.baseUrlPath", base] if base else []
    environment = os.environ | ({"DATA": str(tables)} if tables else {})
    address = f"http://{HOST}:{port}{base}"
    with tempfile.TemporaryFile() as log:
        server = subprocess.Popen(command, cwd=folder, env=environment, stdout=log, stderr=log)
        try:
            if not answers(server, f"{address}/_stcore/health"):
                log.seek(0)
                raise RuntimeError(f"the server of {script} doesn't answer: {log.read().decode()}")
            yield address, server
        finally:
            server.terminate()
            try:
                server.wait(_STOP)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait(_STOP)


def free_port() -> int:
    """A port that nobody has, at whichever of this machine's addresses."""
    with socket.socket() as free:
        free.bind(("", 0))
        found: int = free.getsockname()[1]
        return found


def answers(
    server: subprocess.Popen[bytes],
    asked: str | urllib.request.Request,
    context: ssl.SSLContext | None = None,
) -> bool:
    """Wait until a server answers; whether it does before it ends and within two minutes."""
    until = time.monotonic() + _START
    while server.poll() is None and time.monotonic() < until:
        try:
            with urllib.request.urlopen(asked, timeout=1, context=context):
                return True
        except OSError:
            time.sleep(0.1)
    return False


@contextmanager
def folder() -> Iterator[Path]:
    """An empty folder, gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="benchmark-") as name:
        yield Path(name)


def write_bare(place: Path, figures: Sequence[str]) -> str:
    """Write into the folder ``place`` a page that shows these Plotly figures (JSON) and nothing else, with
    the dashboard's own settings but for how scripts are run, which is Streamlit's own way; gives its script.
    The figures are made once, as the server starts."""
    shutil.copytree(ROOT / ".streamlit", place / ".streamlit")
    settings = place / ".streamlit" / "config.toml"
    settings.write_text(_RUNNER.sub("", settings.read_text("utf-8")), "utf-8")
    held = {"config": PLOT, "figures": list(figures)}
    (place / "figures.json").write_text(json.dumps(held), "utf-8")
    (place / "figures.py").write_text(_FIGURES, "utf-8")
    (place / "bare.py").write_text(_BARE, "utf-8")
    return "bare.py"


def write_large(place: Path, rows: int) -> None:
    """Write into the folder ``place`` the dashboard's tables with that many observations added."""
    files = contents(project.folder())
    known, faults = project.read(files)
    if known is None:
        raise RuntimeError(f"the tables have {len(faults)} faults; see: python -m industry check")
    for name, content in (files | enlarged(known, files, rows)).items():
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_bytes(content)
