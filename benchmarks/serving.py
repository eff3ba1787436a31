"""Servers to measure: the dashboard's own folder, copies of it with other tables, and bare pages of
Streamlit. Each is stopped by its id. What is asked of them belongs in ``viewer``.
"""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from benchmarks.read_tables import TABLE, large
from industry import project
from industry.tables import reader
from industry.tables.store import contents
from ui import ROOT
from ui.figure import PLOT

HOST = "localhost"
_START, _STOP = 120.0, 15.0
_HOUSE = ("dashboard.py", "config.yaml", "ui", "pages", "industry", "data", ".streamlit")

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
def serving(folder: Path, script: str = "dashboard.py") -> Iterator[str]:
    """A server of the Streamlit script in ``folder``; gives its address."""
    with socket.socket() as free:
        free.bind((HOST, 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", script, "--server.port", str(port)]
    with tempfile.TemporaryFile() as log:
        server = subprocess.Popen(command, cwd=folder, stdout=log, stderr=log)
        try:
            until = time.monotonic() + _START
            while not _healthy(f"http://{HOST}:{port}/_stcore/health"):
                if server.poll() is not None or time.monotonic() > until:
                    log.seek(0)
                    raise RuntimeError(f"the server of {script} doesn't answer: {log.read().decode()}")
                time.sleep(0.1)
            yield f"http://{HOST}:{port}"
        finally:
            server.terminate()
            try:
                server.wait(_STOP)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait(_STOP)


def _healthy(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=1):
            return True
    except OSError:
        return False


@contextmanager
def folder() -> Iterator[Path]:
    """An empty folder, gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="benchmark-") as name:
        yield Path(name)


def write_bare(place: Path, figures: Sequence[str]) -> str:
    """Write into the folder ``place`` a page that shows these Plotly figures (JSON) and nothing else, with
    the dashboard's own settings; gives its script. The figures are made once, as the server starts."""
    shutil.copytree(ROOT / ".streamlit", place / ".streamlit")
    held = {"config": PLOT, "figures": list(figures)}
    (place / "figures.json").write_text(json.dumps(held), "utf-8")
    (place / "figures.py").write_text(_FIGURES, "utf-8")
    (place / "bare.py").write_text(_BARE, "utf-8")
    return "bare.py"


def write_large(place: Path, rows: int) -> None:
    """Write into the folder ``place`` the dashboard with that many observations added."""
    write_house(place, lambda known, files: {TABLE: large(known, files[TABLE], rows)})


def write_house(
    place: Path, changed: Callable[[reader.Tables, dict[str, bytes]], dict[str, bytes]] = lambda *_: {}
) -> None:
    """Write the dashboard into the folder ``place``, with those of its tables that ``changed`` gives anew."""
    for name in _HOUSE:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, place / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, place / name)
    files = contents(ROOT)
    known, faults = project.read(files)
    if known is None:
        raise RuntimeError(f"the tables have {len(faults)} faults; see: python -m industry check")
    for name, content in changed(known, files).items():
        (place / name).write_bytes(content)
