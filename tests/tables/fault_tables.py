"""The broken tables of tests/faults, each laid over a small project that is right."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from industry import project
from industry.tables.csv_cells import MOST_BYTES
from industry.tables.faults import Fault
from industry.tables.tables import Tables

FOLDER = Path(__file__).resolve().parent.parent / "faults"
BASE = FOLDER / "_base"
OBSERVATIONS = "data/observations/jiangxi.csv"
HEADER = "indicator,period,value,value_to,qualifier,status,edition,inferred,source,paragraph,as_printed,note_zh,note_en"


def base(**changed: bytes | str | None) -> dict[str, bytes]:
    """The right project's files; `changed` by their short names (``jiangxi``, ``growth``, ``config``)."""
    files = {str(path.relative_to(BASE).as_posix()): path.read_bytes() for path in BASE.rglob("*.*")}
    for short, content in changed.items():
        name = next(name for name in files if Path(name).stem == short)
        if content is None:
            del files[name]
        else:
            files[name] = content if isinstance(content, bytes) else content.encode()
    return files


def table(*rows: str) -> str:
    """An observation table with these rows."""
    return "\n".join((HEADER, *rows, ""))


def expected() -> dict[str, dict[str, Any]]:
    """By the name of a broken table: where it lies in the project, and its sentences."""
    found: dict[str, dict[str, Any]] = yaml.safe_load((FOLDER / "sentences.yaml").read_text(encoding="utf-8"))
    return found


def read(name: str, told: Mapping[str, Any]) -> tuple[Tables | None, tuple[Fault, ...]]:
    """The right project with one file broken, missing, unreadable or grown too large."""
    files = base()
    if "without" in told:
        del files[told["without"]]
        return project.read(files)
    if "unreadable" in told:
        del files[told["unreadable"]]
        return project.read(files, [told["unreadable"]])
    if "grown" in told:
        files[told["grown"]] += b"\n" * MOST_BYTES
        return project.read(files)
    files[told["at"]] = (FOLDER / name).with_suffix(Path(told["at"]).suffix).read_bytes()
    return project.read(files)
