"""The table of one run of all benchmarks as a page of the docs, with the machine on which it was measured."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterable
from datetime import date
from importlib.metadata import version
from pathlib import Path

from benchmarks.measured import Measured
from ui import ROOT

FILE = ROOT / "docs" / "benchmarks.md"
_HEAD = """# 速度 · Speed

由 `make bench` 一次测得并写入，不手工修改。只看比值：秒数随机器而变，比值是与同一次运行中所列对象相比。
Written by `make bench` in one run, not by hand. Ratios alone are judged: seconds are those of the machine,
a ratio is against the peer named, in the same run.

"""
_PARTS = ("streamlit", "plotly", "pandas", "python-pptx", "python-docx", "openpyxl")


def page(measured: Iterable[Measured], failed: Iterable[str] = ()) -> str:
    """The page, in Markdown; ``failed`` are benchmarks that gave no number."""
    told = [
        _HEAD,
        f"{machine()}\n\n",
        "| what | ratio | at most | | against | ours : theirs |\n|---|---|---|---|---|---|\n",
    ]
    for one in measured:
        most = "" if one.at_most is None else f"{one.at_most:g}"
        cells = (one.what.strip(), f"{one.ratio:.2f}", most, one.verdict, one.peer, one.detail)
        told.append("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |\n")
    told += [f"\n**{name}** gave no number.\n" for name in failed]
    return "".join(told)


def machine() -> str:
    """The machine, the system, the packages and the day, as a sentence."""
    parts = ", ".join(f"{name} {version(name)}" for name in _PARTS)
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (
        f"{date.today()}: {_processor()}, {os.cpu_count()} cores, {memory:.0f} GiB, {platform.system()} "
        f"{platform.release()}; Python {platform.python_version()}, {parts}."
    )


def _processor() -> str:
    """The processor's name, where the system tells it."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    names = [line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()
