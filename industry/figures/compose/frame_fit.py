"""Which of a frame's words stand where the room is fixed, in a picture as on a slide: where a title breaks,
which form of the source line fits, which notices and notes stand. Each of them stands whole or not at all, and
those that don't are counted.

Places, sizes and colours belong to those who set the words.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from industry import wording
from industry.figures.compose.line_room import Room
from industry.figures.frame import Frame
from industry.wording.said import VITAL, Said, join, kind_of

FOOTER_LINES = 2  # of notes, and of the source
NOTICE_LINES = 10  # every region that is not drawn is named: only the longest strips lose a notice


def heading(frame: Frame, room: Room) -> tuple[str, ...]:
    """Title and finding: apart where that takes no more lines, for they break best between them."""
    count = room.count(frame.heading, True)
    parts = (frame.lead, frame.finding)
    apart = count > 1 and frame.finding and sum(room.count(one, True) for one in parts) <= count
    return parts if apart else (frame.heading,)


def notices(
    frame: Frame, room: Room, most: int = NOTICE_LINES, apart: int = 0, spoken: bool = False
) -> tuple[str, ...]:
    """The notices on ``most`` lines in all, or on as many as the shortest of them needs: each on lines of its own, or, where
    there are more than ``apart`` (0: never), one after another. ``spoken``: the others stand in a speaker's notes."""
    joined = 0 < apart < len(frame.notices)

    def told(held: Sequence[Said]) -> tuple[str, ...]:
        said = (*held, *_left_out("more_notices", frame, len(frame.notices) - len(held), spoken))
        if not joined:
            return said
        return (join(map(wording.clause, said), wording.say("joined", frame.language)),) if said else ()

    held = _standing(frame.notices, lambda held: sum(map(room.count, told(held))) <= most)
    return told(held or sorted(frame.notices, key=room.count)[:1])


def notes(frame: Frame, room: Room, most: int = FOOTER_LINES, spoken: bool = False) -> str:
    """The notes as one paragraph on ``most`` lines, or on as many as those need without which the figures can't be read: each
    whole. ``spoken``: the others stand in a speaker's notes; where none stands on as many lines as are usual, the
    shortest does on up to twice as many."""
    if room.count(frame.note) <= most:
        return frame.note

    def told(held: Sequence[Said]) -> str:
        key = "more_notes" if held else "only_notes"
        left = _left_out(key, frame, len(frame.notes) - len(held), spoken)
        return wording.noted((*held, *left), frame.language)

    shortest = sorted(frame.notes, key=room.count)[:1]
    standing = _standing(frame.notes, lambda held: room.count(told(held)) <= most)
    if not standing and spoken and most >= FOOTER_LINES and room.count(told(shortest)) <= 2 * FOOTER_LINES:
        standing = shortest
    return told(standing)


def _standing(texts: Sequence[Said], fit: Callable[[Sequence[Said]], bool]) -> Sequence[Said]:
    """The texts that stand, in their order: the vital ones and what small type means, and of the others each with which all
    still fit."""
    held = {place for place, one in enumerate(texts) if kind_of(one) in (*VITAL, "key")}
    for place in range(len(texts)):
        if fit([texts[one] for one in sorted({*held, place})]):
            held.add(place)
    return [texts[one] for one in sorted(held)]


def _left_out(key: str, frame: Frame, count: int, spoken: bool) -> tuple[Said, ...]:
    """How many of them don't stand, where any doesn't, and where they do."""
    if not count:
        return ()
    where = wording.say("in_spoken_notes", frame.language) if spoken else frame.elsewhere
    return (wording.say(f"{key}_one" if count == 1 else key, frame.language, str(count), where),)


def source(frame: Frame, room: Room, most: int = FOOTER_LINES, spoken: bool = False) -> str:
    """The fullest source line of ``most`` lines; where not even the publishers' names fit, they have as
    many as they need, for none of them is cut. ``spoken``: as many as fit, and how many a speaker's notes name."""
    for one in (frame.source, frame.source_brief, frame.source_names):
        if one and room.count(one) <= most:
            return one
    if spoken:
        where = wording.say("in_spoken_notes", frame.language)
        fewer = (frame.sources_counted(one, where) for one in range(len(frame.sources) - 1, 0, -1))
        found = next((one for one in fewer if one and room.count(one) <= most), "")
        return found or frame.sources_counted(1, where) or frame.source_names
    return frame.source_names or frame.source_brief or frame.source
