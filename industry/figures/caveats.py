"""The curators' caveats of the rows a figure shows, each told once with the indicators it is about.

What a figure says of itself (periods apart, low bases) belongs to its own module.
"""

from __future__ import annotations

from collections.abc import Iterable

from industry.figures.scene import Scene
from industry.observation import Observation


def caveats(scene: Scene, rows: Iterable[Observation]) -> list[str]:
    """工业项目开工率、工业项目投产率：基数未写明…: each caveat once, and once each group of indicators."""
    names: dict[str, list[str]] = {}
    for row in rows:
        note = row.note_zh if scene.zh else row.note_en
        if note:
            names.setdefault(note.rstrip("。."), []).append(called(scene, row))
    notes: dict[str, list[str]] = {}
    for note, said in names.items():
        notes.setdefault(scene.listed(dict.fromkeys(said)), []).append(note)
    return [scene.say("named", who, scene.say("stop").join(told)) for who, told in notes.items()]


def called(scene: Scene, row: Observation) -> str:
    """The indicator's short name, where it has one."""
    short = row.indicator.short
    return short(scene.language) if short else scene.name(row.indicator)
