"""Names of files that are taken away: what a file shows, of which regions, over which period, in which size and
language. They are names that Windows takes, no two slides have one, and none is longer than `LONGEST` characters. And names of
the sheets of workbooks.

Addresses belong in ``ui.serving``, the names of the static edition's own files in ``site``.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from industry import wording
from industry.export.xml_text import writable
from industry.figures.record import Figure, counts_only, marked
from industry.vocabulary.catalogue import Region
from industry.vocabulary.observation import Observation
from industry.vocabulary.periods import Period
from industry.vocabulary.slide import Slide

LONGEST = 120  # characters
_BYTES = 240  # of the name as UTF-8, of which file systems take 255
_UNSAFE = re.compile(r'[<>:"/\\|?*]')
_REGIONS = 4  # named; of more the first and how many there are
_LEAST = 12  # characters that a title keeps
_TAG = 6  # hexadecimal digits
_NO_SHEET = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_SMALL = "against|around|as|at|beside|by|for|from|in|on|over|per|to|with"
_LOOSE = re.compile(rf"(?<=.)(?:[ ',;:&(，、；：（]|(?<= )(?:an?|and|its|of|or|the|their|{_SMALL}))+\Z")
"""What no name ends in that is cut: marks, and small words that bind what follows."""
_BEFORE = (
    re.compile(rf"[,;:(，、；：（]|\b(\w+) (?:by|to|after) \1\b|(?<= )(?:{_SMALL}) "),
    re.compile("(?<= )of "),
)
"""Before what a name ends best that is cut: what begins a phrase ('side by side' is one), else 'of'."""
_REST = "… "
"""Before a name that another sheet has, so that it says what it has beyond that."""
_SHEET_LONGEST = 31


def of_figure(
    figure: Figure, ending: str, language: str, size: str = "", number: int | None = None, titled: bool = True
) -> str:
    """01_规模以上工业增加值增速_江西、陕西、河北_2021年1—3月_slide_zh_growth_q1.png. ``number`` is the figure's in its
    deck, ``titled`` False for a picture without its title. The name of a slide that chooses, or has a heading of its
    own, ends in a mark of that."""
    slide = Slide.parse(figure.id)
    tag = f"-{_mark(figure.id)}" if slide != Slide(slide.figure) else ""
    bare = "" if titled else wording.say("file_untitled", language)
    about = regions_of((figure,), language), _period(figure, language)
    ends = (*about, size, bare, language, slide.figure + tag)
    return _named(figure.frame.title, ends, ending, number)


def of_deck(
    title: str,
    figures: Sequence[Figure],
    ending: str,
    language: str,
    dated: str = "",
    size: str = "",
    listed: bool = True,
    first: Sequence[str] = (),
) -> str:
    """工业运行汇报_江西、吉安、河北、陕西_数据截至2021年12月_送审稿.docx. ``dated`` says up to when the data go, ``size`` which
    pictures or which copy it is, ``first`` the regions that come first. One that is nobody's deck as it is listed (``listed`` False) ends in a mark of its slides."""
    tag = "" if listed else _mark(*(one.id for one in figures))
    return _named(title, (regions_of(figures, language, first), dated, size, tag), ending)


def plain(title: str, ending: str, *parts: str, number: int | None = None) -> str:
    """A name of these parts alone."""
    return _named(title, parts, ending, number)


def within(name: str, most: int) -> str:
    """A name of at most ``most`` bytes as UTF-8: of a longer one the beginning and a sign of the whole, so that two
    that begin alike stay two."""
    if len(name.encode()) <= most:
        return name
    sign = f"~{_mark(name)}"
    return name.encode()[: max(most - len(sign), 0)].decode(errors="ignore") + sign


def regions_of(figures: Iterable[Figure], language: str, first: Sequence[str] = ()) -> str:
    """江西、吉安: the regions that figures show, a few by their names."""
    names = [one.name(language) for one in regions_shown(figures, first)]
    if len(names) > _REGIONS:
        first = wording.say("listed", language).join(names[: _REGIONS - 1])
        return str(wording.say("file_regions", language, first, str(len(names))))
    return wording.say("listed", language).join(names)


def regions_shown(figures: Iterable[Figure], first: Sequence[str] = ()) -> list[Region]:
    """The regions of what is drawn, of what is told where nothing is, without the country where there are others; those of the ids
    ``first`` come before the others in this order."""
    regions = list(dict.fromkeys(row.region for one in figures for row in shown(one)))
    regions.sort(key=lambda one: first.index(one.id) if one.id in first else len(first))
    return [one for one in regions if one.parent] or regions


def regions_named(figures: Iterable[Figure], first: Sequence[str] = ()) -> list[Region]:
    """Those that ``regions_of`` names one by one."""
    regions = regions_shown(figures, first)
    return regions if len(regions) <= _REGIONS else regions[: _REGIONS - 1]


def _period(figure: Figure, language: str) -> str:
    periods = list(dict.fromkeys(row.period for row in shown(figure) if row.period is not None))
    if len(periods) > 1:
        start, end = min(one.start for one in periods), max(one.end for one in periods)
        periods = [Period(start - start % 12, end - end % 12 + 11)]
    return wording.period(periods[0], language) if periods else ""


def shown(figure: Figure) -> Sequence[Observation]:
    """What a figure draws, of one that counts what it counts; what it tells where nothing is drawn."""
    if counts_only(figure.panels):
        return figure.rows
    held = {row for panel in figure.panels for row in marked(panel)}
    return [row for row in figure.rows if row in held] or figure.rows


def _mark(*ids: str) -> str:
    return hashlib.sha256("\n".join(ids).encode()).hexdigest()[:_TAG]


def _safe(words: str) -> str:
    """Without what file names may not hold, and without what can't be seen."""
    unseen = ("Zl", "Zp")
    kinds = ((one, unicodedata.category(one)) for one in words)
    seen = "".join(one for one, kind in kinds if kind[0] != "C" and kind not in unseen)
    return _UNSAFE.sub("", seen).strip(" ._")


def _named(title: str, parts: Iterable[str], ending: str, number: int | None = None) -> str:
    """The parts that there are, the title shortened where the whole is too long, then the others from the first. A
    title that is shortened ends in a sign of the whole, so that two that begin alike stay two. No name begins with -,
    which commands take for an option."""
    head, sign = f"{number:02d}_" if number is not None else "", ""
    title, *others = map(_safe, (title, *parts))
    kept = [one for one in others if one]

    def whole() -> str:
        return f"{head}{'_'.join(((title or 'x') + sign, *kept))}.{ending}".replace(" ", "_").lstrip("-")

    def fits() -> bool:
        return len(whole()) <= LONGEST and len(whole().encode()) <= _BYTES

    if not fits() and len(title) > _LEAST:
        sign = f"~{_mark(title)}"
        title = title[:LONGEST]
    while not fits() and len(title) > _LEAST:
        title = title[:-1].rstrip(" ._")
    while not fits() and len(kept) > 1:
        kept[0] = kept[0][:-1].rstrip(" ._、,")
        kept = kept if kept[0] else kept[1:]
    return whole()


def sheet_name(name: str, taken: Iterable[str] = (), before: str = "") -> str:
    """A name that Excel takes: 31 characters, none of []:*?/\\ and no ' at an end, not taken yet; ``before`` it is what sort of
    sheet it is. A word is not cut where the name has several, and what is cut ends before a phrase where one begins, in no comma
    and in no small word (and, of). Where that is taken it is what the name says beyond that, and a number only where it says no
    more."""
    words = _NO_SHEET.sub("", writable(name)).strip(" '") or "sheet"
    used, room = {one.lower() for one in taken}, _SHEET_LONGEST - len(before)
    number, unique = 2, before + (short := _short(words, room))
    if unique.lower() in used:
        others = (before + one for one in _beyond(words, short, room - len(_REST)))
        unique = next((one for one in others if one.lower() not in used), unique)
    while unique.lower() in used:
        tail = f" {number}"
        unique, number = before + _short(short, room - len(tail)) + tail, number + 1
    return unique


def _short(words: str, most: int) -> str:
    """So many characters of the words at the most, up to a phrase where that leaves a third of them."""
    if len(words) <= most:
        return words
    for before in _BEFORE:
        ends = [one.start() for one in before.finditer(words) if one.start() <= most]
        if ends and ends[-1] * 3 > most:
            return _LOOSE.sub("", words[: ends[-1]])
    return _cut(words, most)


def _cut(words: str, most: int) -> str:
    """So many characters of the words at the most, whole words where that leaves half of them."""
    whole = words if len(words) <= most else words[: most + 1].rpartition(" ")[0]
    return _LOOSE.sub("", whole if len(whole) * 2 > most else words[:most])


def _beyond(words: str, short: str, room: int) -> Iterator[str]:
    """What the words say beyond those that are ``short``, with the last of these if there is room."""
    rest = words[len(short) :]
    if " " not in rest:
        return
    last = short.rpartition(" ")[2]
    yield from (_REST + one for one in (last + rest, rest.lstrip(" ,;:")) if len(one) <= room)
    yield _REST + _cut(last + rest, room)
