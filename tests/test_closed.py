"""On a network that swallows packets nothing is sent and nobody waits: pages, pictures, decks, lists, drafts, and what strangers ask.
Every address that the server names there for colleagues is one that they can open."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from industry.export.picture import browser
from tests.servers import ROOT

_ALONE = ["unshare", "--net"]


def _possible() -> bool:
    if not shutil.which("unshare") or not shutil.which("ip"):
        return False
    pair = "ip link add outside type veth peer name wall"
    return subprocess.run([*_ALONE, "sh", "-c", pair], capture_output=True, check=False).returncode == 0


def test_nothing_leaves_the_machine_and_nobody_waits(tmp_path: Path) -> None:
    if not _possible():
        pytest.skip("a network of its own takes root, unshare and ip (Debian: iproute2)")
    if browser.find() is None:
        pytest.skip("no Chromium, Chrome or Edge on this machine")
    command = [*_ALONE, sys.executable, "-m", "tests.closed", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, timeout=400, check=False)
    assert done.returncode == 0, done.stderr.decode()[-2000:]
    seen = json.loads(done.stdout)
    assert seen["own"] == 1  # packets are counted
    assert seen["sent"] == 0
    assert any("10.254.0.2" in one for one in seen["named"]) and all(seen["named"].values()), seen["named"]
    assert {name: seconds for name, seconds in seen["seconds"].items() if seconds > 1} == {}
