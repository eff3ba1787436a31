"""On a network that swallows packets nothing is sent and nobody waits: every page and every address, what is given a file, what
curators have, and what strangers ask. Every address that the server names there for colleagues is one that they can open."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from industry.export.picture import browser
from tests.closed import BEYOND
from tests.servers import ROOT

_WAYS = (["unshare", "--net"], ["unshare", "--map-root-user", "--net"])
"""The second is for whoever isn't root: only within is she."""
_PAIR = "ip link add outside type veth peer name wall"


def _alone() -> list[str]:
    """What has a command run in a network of its own; the test is skipped where the system has no such thing, or its kernel refuses."""
    if missing := [one for one in ("unshare", "ip") if not shutil.which(one)]:
        pytest.skip(f"not on this machine: {', '.join(missing)} (Debian: util-linux, iproute2)")
    refused = []
    for way in _WAYS:
        tried = subprocess.run([*way, *_PAIR.split()], capture_output=True, text=True, check=False)
        if tried.returncode == 0:
            return way
        refused.append(tried.stderr.strip())
    pytest.skip(f"the kernel refuses a network of its own: {'; '.join(refused)}")


def test_nothing_leaves_the_machine_and_nobody_waits(tmp_path: Path) -> None:
    if browser.find() is None:
        pytest.skip("no Chromium, Chrome or Edge on this machine")
    command = [*_alone(), sys.executable, "-m", "tests.closed", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, timeout=600, check=False)
    assert done.returncode == 0, done.stderr.decode()[-2000:]
    seen = json.loads(done.stdout)
    assert all(seen["own"].values()), "packets are counted"
    assert min(seen["called"].values()) > BEYOND, "waits are seen"
    assert not any(seen["sent"].values()), seen["sent"]
    assert seen["unasked"] == []
    assert {name: seconds for name, seconds in seen["later"].items() if seconds > BEYOND} == {}
    assert any("10.254.0.2" in one for one in seen["named"]) and all(seen["named"].values()), seen["named"]
