"""A year of curators' work on a copy of tests/world: every test of the live tables stays green.

One figure of each kind is enough here, in Chinese, and none is measured in a browser: that takes longer than all else. (The
static edition of edited tables is made in tests/test_data_only, English is asked of the tables themselves.)
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

STATIC = "tests/live/test_pages.py::test_the_static_edition_holds_every_row_figure_and_deck"


def test_no_right_edit_turns_a_test_of_the_live_tables_red(tmp_path: Path) -> None:
    folder = tmp_path / "tables"
    shutil.copytree(WORLD, folder)
    for edit in (*EDITS, fewer_figures):
        edit(folder)
    checked(folder)
    environment = {name: one for name, one in os.environ.items() if not name.startswith("PYTEST_")}
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/live",
         "--ignore", "tests/live/test_geometry.py", "--deselect", STATIC],
        cwd=ROOT, env=environment | {"LIVE": str(folder), "LANGUAGES": "zh"}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-5000:] + done.stderr[-2000:]
