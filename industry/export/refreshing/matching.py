"""Which series and categories of two charts are the same: by their names, never by where they stand.

How one chart is set to the other belongs in ``charts``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from industry.export.refreshing.paragraphs import C
from industry.export.refreshing.points import head, title
from industry.text.office import Element

_WORDS = re.compile(r"\d{4}年|(?:(?!\d{4}年)\S)+")


def is_line(space: Element) -> bool:
    return next(space.iter(f"{C}lineChart"), None) is not None


def lines(old: Element, new: Element, ours: Callable[[str], bool]) -> list[int | None]:
    """Of each fresh series the old one of the same name. The only one that is left on each side goes on as well where somebody has
    named it, and in a chart of bars, whose categories are what it is of."""
    held, wanted = ([title(one) for one in space.iter(f"{C}ser")] for space in (old, new))
    free = [*range(len(held))]
    found: list[int | None] = []
    for one in wanted:
        at = next((at for at in free if held[at] == one), None)
        found.append(at)
        if at is not None:
            free.remove(at)
    if len(free) == 1 == found.count(None) and (not is_line(new) or not ours(held[free[0]])):
        found[found.index(None)] = free[0]
    return found


def sure(old: Sequence[str], new: Sequence[str], whole: bool) -> dict[int, int]:
    """Of new categories the place of the old one of the same name, or of the same beginning of it; ``whole``: by all of it alone.
    Those without a name are the same in their order where there are as many."""
    found: dict[int, int] = {}
    for same in (_called, *(() if whole else (head,))):
        free = {same(one): at for at, one in reversed([*enumerate(old)]) if at not in found.values()}
        for at, one in enumerate(new):
            if at not in found and same(one) in free and one.strip():
                found[at] = free.pop(same(one))
    blank = [[at for at, one in enumerate(each) if not one.strip()] for each in (old, new)]
    return found | (dict(zip(*reversed(blank), strict=True)) if len(blank[0]) == len(blank[1]) else {})


def hers(old: Sequence[str], new: Sequence[str], ours: Callable[[str], bool]) -> int:
    """The place of somebody's own name where it is the only one that differs, so that it is sure whose it is; -1 where there is none."""
    apart = [at for at, (was, now) in enumerate(zip(old, new, strict=True)) if was != now]
    own = [at for at in apart if old[at].strip() and not ours(old[at])]
    return own[0] if len(own) == 1 == len(apart) else -1


def _called(name: str) -> str:
    """A name whatever the order and the lines in which a chart has its year and its months."""
    return " ".join(sorted(_WORDS.findall(name)))


def places(old: Sequence[str], new: Sequence[str]) -> list[int]:
    """Of each new category the place of the old one whose look it goes on with: `sure`, else what is left in order."""
    found = sure(old, new, False)
    rest = iter([at for at in range(max(len(old), len(new))) if at not in found.values()])
    return [found[at] if at in found else next(rest) for at in range(len(new))]
