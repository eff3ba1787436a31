"""What Windows hasn't: tests that need it are marked so. That none is forgotten of those which Windows runs, tests/test_windows.py
finds."""

from __future__ import annotations

import sys

import pytest

WINDOWS = sys.platform == "win32"
posix = pytest.mark.skipif(
    WINDOWS,
    reason="Windows has no pipes among files, no devices, no fork, no signals, no sh; to make links asks for a right there",
)
