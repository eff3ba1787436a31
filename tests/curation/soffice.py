"""LibreOffice as a curator's spreadsheet: opens files and saves them in another form."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests import patience

FOUND = shutil.which("soffice")
needed = pytest.mark.skipif(FOUND is None, reason="no LibreOffice on this machine")
_CHINESE = 2052
AS_SHOWN = f"csv:Text - txt - csv (StarCalc):44,34,76,1,,{_CHINESE},false,true"
"""A table of text in UTF-8 that holds what the cells show."""


def guessing(dates: bool) -> str:
    """How a CSV is opened: numbers are taken for numbers, with ``dates`` also dates and percentages for such."""
    return f"CSV:44,34,76,1,,{_CHINESE},false,{str(dates).lower()}"


def settings(folder: Path) -> str:
    """The argument that names the settings of all conversions of a run: LibreOffice makes them once, which takes longer
    than to convert. ``folder`` is one in a test's own."""
    return f"-env:UserInstallation={(folder.parent.parent / 'soffice').as_uri()}"


def converted(files: Sequence[Path], to: str, folder: Path, opened: str = "") -> list[Path]:
    """The files in another form (``xlsx``, ``AS_SHOWN``), in a folder of a test's own; tests share their settings."""
    opens = [f"--infilter={opened}"] if opened else []
    command = [
        str(FOUND),
        settings(folder),
        "--headless",
        *opens,
        "--convert-to",
        to,
        "--outdir",
        str(folder),
        *map(str, files),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=3 * patience.SECONDS)
    return [folder / f"{one.stem}.{to.partition(':')[0]}" for one in files]
