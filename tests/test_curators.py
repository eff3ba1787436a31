"""A year of curators' work on a copy of tests/world: every test of the live tables stays green.

One figure of each kind is enough here, and none is measured in a browser: that takes longer than all else.
``python -m tests.curators COPY`` and ``LIVE=COPY pytest tests/live`` do it all.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.conftest import WORLD
from tests.curators import EDITS, checked, fewer_figures
from ui import ROOT


def test_no_right_edit_turns_a_test_of_the_live_tables_red(tmp_path: Path) -> None:
    folder = tmp_path / "tables"
    shutil.copytree(WORLD, folder)
    for edit in (*EDITS, fewer_figures):
        edit(folder)
    checked(folder)
    environment = {name: one for name, one in os.environ.items() if not name.startswith("PYTEST_")}
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/live",
         "--ignore", "tests/live/test_geometry.py"],
        cwd=ROOT, env=environment | {"LIVE": str(folder)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-5000:] + done.stderr[-2000:]
