"""The tray: the slides that a viewer puts together. They stand in the address and travel from page to page; the server
keeps nothing of them.

A figure is in it once for each of its choices, and is told by what it shows (`Slide.bare`), never by its place. What
its page looks like belongs in ``parts``, how a slide is written in ``vocabulary.slide``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from industry.vocabulary.slide import Slide
from ui import address

KEY = "slides"
MOST = 20
LONGEST = 7000
"""Characters that the tray may take in an address: servers between refuse longer ones."""
_BETWEEN = ";"  # which no slide has as it is written


def slides() -> tuple[Slide, ...]:
    """The slides of the tray, in their order."""
    return read(address.held(KEY))


def read(text: str) -> tuple[Slide, ...]:
    """The slides that a value of the address says, each once and no more than a tray has."""
    return _said(text)[:MOST]


def beyond() -> int:
    """How many slides the address says that the tray has no room for."""
    return max(len(_said(address.asked(KEY) or "")) - MOST, 0)


def _said(text: str) -> tuple[Slide, ...]:
    found = {one.bare: one for one in map(Slide.parse, filter(None, text.split(_BETWEEN)))}
    return tuple(found.values())


def written(held: Iterable[Slide]) -> str:
    """The slides as the address writes them."""
    return _BETWEEN.join(map(str, held))


def holds(slide: Slide) -> bool:
    """Whether what this slide shows is in the tray."""
    return any(one.bare == slide.bare for one in slides())


def put(slide: Slide) -> bool:
    """In a callback: put a slide at the end. False where it is in already, or there is no room."""
    held = _now()
    if any(one.bare == slide.bare for one in held):
        return False
    return take([*held, slide])


def drop(slide: Slide, **emptied: str) -> None:
    """In a callback: take what this slide shows out of the tray. Where it was the last, the address says ``emptied``, too."""
    rest = [one for one in _now() if one.bare != slide.bare]
    take(rest, **({} if rest else emptied))


def head(slide: Slide, heading: str) -> bool:
    """In a callback: give a slide a heading, as `vocabulary.slide.plain` makes it; empty: its figure's own. False where
    there is no room."""
    return take(replace(one, heading=heading) if one.bare == slide.bare else one for one in _now())


def move(slide: Slide, before: Slide | None) -> None:
    """In a callback: move a slide to the place of another, or to the end. One that isn't there moves nothing."""
    held = _now()
    moved = next((one for one in held if one.bare == slide.bare), None)
    rest = [one for one in held if one is not moved]
    at = next((at for at, one in enumerate(rest) if before and one.bare == before.bare), len(rest))
    if moved and (before is None or before.bare != slide.bare):
        take([*rest[:at], moved, *rest[at:]])


def take(new: Iterable[Slide], **also: str) -> bool:
    """In a callback: have these slides in the tray and no others, and the address say this ``also``, one step for the back
    button. False, and nothing is changed, where there are too many."""
    held = tuple(new)
    text = written(held)
    if len(held) > MOST or len(text) > LONGEST:
        return False
    address.keep({KEY: text, **also})
    return True


def _now() -> tuple[Slide, ...]:
    """The tray as a callback knows it, also of the click before, of which the browser may not have heard yet."""
    values = address.state().values
    return read(values[KEY] if KEY in values else address.asked(KEY) or "")
