"""Several figures of config.yaml on one sheet: their panels side by side, each under its own title, their
strips and notes below, each saying of which it speaks. Nothing is compared across panels."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from industry.figures.record import Figure, Panel, Table
from industry.figures.scene import Scene


def together(scene: Scene, draw: Callable[[Scene], Figure]) -> Figure:
    """The figures that the spec lists, drawn by ``draw`` and set beside one another. A figure in which
    nothing may be drawn is told in the strip."""
    parts = [draw(replace(scene, spec=scene.catalogue.figures[id])) for id in scene.spec.figures]
    panels: list[Panel] = []
    notices: list[str] = []
    notes: list[str] = []
    for part in parts:
        several = len(part.panels) > 1
        for panel in part.panels:
            regions = {scene.name(row.region) for row in part.rows if row.id in part.drawn}
            owner = regions.pop() if len(regions) == 1 else ""
            heading = owner + ("" if scene.zh else ": ") + panel.heading if several else part.frame.title
            panels.append(replace(panel, heading=heading))
        told = part.frame.notices or ((part.empty.rstrip("。."),) if part.empty else ())
        notices += [_joined(scene, part.frame.title, text) for text in told]
        notes += [text.removeprefix(scene.say("notes", "").rstrip("。.")) for text in part.frame.notes]
    rows = [row for part in parts for row in part.rows]
    frame = scene.frame(rows, _subtitle(scene, parts), notices=notices)
    frame = replace(frame, notes=_notes(scene, [text.strip() for text in notes]))
    drawn = [row for part in parts for row in part.rows if row.id in part.drawn]
    table = Table(parts[0].table.header, tuple(row for part in parts for row in part.table.rows))
    if any(len(part.table.header) != len(table.header) for part in parts):
        table = scene.table(rows)
    return scene.figure(panels, frame, rows, table, drawn=drawn)


def _joined(scene: Scene, head: str, text: str) -> str:
    return head + ("：" if scene.zh else ": ") + text if text else head


def _subtitle(scene: Scene, parts: list[Figure]) -> str:
    """What the parts' subtitles share; each part's own where they differ."""
    said = list(dict.fromkeys(part.frame.subtitle for part in parts if part.panels))
    return said[0] if len(said) == 1 else ("；" if scene.zh else "; ").join(said)


def _notes(scene: Scene, said: list[str]) -> tuple[str, ...]:
    """The parts' notes as one."""
    bare = [text.rstrip("。.") for text in dict.fromkeys(said) if text]
    if not bare:
        return ()
    return (scene.say("notes", scene.say("joined").join(bare)) + ("。" if scene.zh else "."),)
