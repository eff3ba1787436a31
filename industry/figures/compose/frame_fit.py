"""Which of a frame's words stand where the room is fixed, in a picture as on a slide: where a title breaks,
which form of the source line fits, what of notices and notes is left out.

Places, sizes and colours belong to those who set the words.
"""

from __future__ import annotations

from collections.abc import Sequence

from industry.figures.compose.wrapping import Room
from industry.figures.record import Frame

FOOTER_LINES = 2  # of notes, and of the source
NOTICE_LINES = 7  # every region that is not drawn is named: only the longest strips are cut


def heading(frame: Frame, room: Room) -> tuple[str, ...]:
    """Title and finding: apart where that takes no more lines, for they break best between them."""
    count = room.count(frame.heading, True)
    parts = (frame.lead, frame.finding)
    apart = count > 1 and frame.finding and sum(room.count(one, True) for one in parts) <= count
    return parts if apart else (frame.heading,)


def notices(told: Sequence[str], room: Room, most: int = NOTICE_LINES) -> tuple[str, ...]:
    """The notices, each on lines of its own, ``most`` in all; where there are too many, the last have none."""
    found: list[str] = []
    left = most
    for behind, one in zip(range(len(told) - 1, -1, -1), told, strict=True):
        if left <= 0:
            break
        found.append(room.cut(one, max(1, left - behind)))
        left -= room.count(found[-1])
    return tuple(found)


def notes(frame: Frame, room: Room, most: int = FOOTER_LINES) -> str:
    """The notes on ``most`` lines, or on as many as what is vital in them needs, and the … after it."""
    vital = room.count(frame.vital.rstrip(" ；;.。") + "…") if frame.vital else 0
    return room.cut(frame.note, max(most, vital))


def source(frame: Frame, room: Room, most: int = FOOTER_LINES) -> str:
    """The fullest source line of ``most`` lines; where not even the publishers' names fit, they have as
    many as they need, for none of them is cut."""
    for one in (frame.source, frame.source_brief, frame.source_names):
        if one and room.count(one) <= most:
            return one
    return frame.source_names or room.cut(frame.source_brief or frame.source, most)
