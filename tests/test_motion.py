"""Who asks for less motion gets none: every style sheet that moves something says what then becomes of it."""

from __future__ import annotations

import re

import pytest

from tests.conftest import ROOT

SHEETS = sorted(one for top in ("ui", "industry") for one in (ROOT / top).rglob("*.css"))
MOVES = re.compile(r"\b(?:transition|animation|scroll-behavior)[\w-]*\s*:(?!\s*(?:none|auto|0s))|@keyframes")
ASKED = re.compile(
    r"@media \(prefers-reduced-motion: (reduce|no-preference)\) \{((?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*)\}"
)


def moving(sheet: str) -> bool:
    """Whether anything moves before eyes that asked for less: what moves only where nobody asked isn't looked at."""
    asked = dict(ASKED.findall(sheet))
    stopped = "*" in asked.get("reduce", "") and "transition: none !important" in asked["reduce"]
    return MOVES.search(ASKED.sub("", sheet)) is not None and not stopped


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda one: one.name)
def test_nothing_moves_where_less_motion_is_asked_for(sheet: object) -> None:
    assert not moving(sheet.read_text("utf-8"))  # type: ignore[attr-defined]


def test_the_frame_stops_what_streamlit_moves() -> None:
    frame = (ROOT / "ui" / "frame" / "frame.css").read_text("utf-8")
    stopped = dict(ASKED.findall(frame))["reduce"]
    assert "animation-duration: 0s !important" in stopped and "transition: none !important" in stopped


@pytest.mark.parametrize(
    "more", ["a { transition: all 1s; }", "html { scroll-behavior: smooth; }", "@keyframes a {}"]
)
def test_what_moves_is_found(more: str) -> None:
    assert moving(more)
    assert not moving(
        more + "\n@media (prefers-reduced-motion: reduce) { * { transition: none !important; } }"
    )
    assert not moving(f"@media (prefers-reduced-motion: no-preference) {{ {more} }}")
