"""A table in somebody's file set to the words of now, cell by cell, each in the look that it has there; where the fresh one has
other rows or columns it is written anew, as wide as the old one, unless it holds words that are somebody's own.
"""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy

from lxml import etree

from industry.export.office.tables.panels import NONE
from industry.export.refreshing import matching
from industry.export.refreshing.outcome import Moved, Told, of_one_number
from industry.export.refreshing.paragraphs import A, W, replace, told
from industry.text.office import Element

_FILLS = ("noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill")


def refresh(old: Element, new: Element, ours: Callable[[str], bool]) -> Told:
    """Set a table's frame to the words of a fresh one. ``ours``: whether a cell's words are as we wrote them."""
    found = Told()
    here, there = (next(one.iter(f"{A}tbl", f"{W}tbl")) for one in (old, new))
    space = here.tag[: -len("tbl")]
    cells = [[row.findall(f"{space}tc") for row in one.findall(f"{space}tr")] for one in (here, there)]
    words = [[["\n".join(told(cell)) for cell in row] for row in one] for one in cells]
    alike = [len(one) for one in words[0]] == [len(one) for one in words[1]]
    if alike:
        _called_by_her(words[0], words[1], ours)
    heads = [{row[0].split("\n")[0]: at for at, row in enumerate(one) if row} for one in words]
    found.left = [one for one in heads[0] if one and one not in heads[1]]
    found.joined = [one for one in heads[1] if one and one not in heads[0]]
    if not alike:
        found.own = not all(ours(one.replace("\n", "")) for row in words[0] for one in row if one)
        if found.own:
            found.left = found.joined = []
            return found
        before = etree.tostring(here)
        _rebuild(here, there)
        _moved(words, found)
        found.changed = found.rebuilt = etree.tostring(here) != before
        return found
    _moved(words, found, ours)
    for row, fresh in zip(*cells, strict=True):
        for one, other in zip(row, fresh, strict=True):
            _set(one, other, ours, found)
    return found


def is_headed(frame: Element, named: str = "") -> bool:
    """Whether the first row of a frame's table is its head: is marked as one, or has in its first cell the name that ours is
    ``named`` (programs that save tables leave the mark out); False where it has no table."""
    corner = next(frame.iter(f"{A}tc", f"{W}tc"), None)
    if named and corner is not None and told(corner) == [named]:
        return True
    if any(one.get("firstRow") in ("1", "true") for one in frame.iter(f"{A}tblPr")):
        return True
    first = next(frame.iter(f"{W}tr"), None)
    return first is not None and first.find(f"{W}trPr/{W}tblHeader") is not None


def as_made_before(old: Element, new: Element) -> None:
    """Take from a fresh table what hers had not yet when it was made: its head where hers has none, else the names of columns
    that have none in hers; and the dashes in the columns without."""
    here, there = (next(one.iter(f"{A}tbl", f"{W}tbl")) for one in (old, new))
    space = here.tag[: -len("tbl")]
    rows = [one.findall(f"{space}tr") for one in (here, there)]
    corner = next(there.iter(f"{space}tc"), None)
    headed = is_headed(old, "" if corner is None else "\n".join(told(corner)))
    if not headed and is_headed(new) and len(rows[1]) == len(rows[0]) + 1:
        there.remove(rows[1].pop(0))
    for at, pair in enumerate(zip(*rows, strict=False)):
        for was, now in zip(*(one.findall(f"{space}tc") for one in pair), strict=False):
            words = told(now)
            if not any(told(was)) and ((headed and at == 0 and any(words)) or words == [NONE]):
                body = now.find(f"{A}txBody")
                replace(now if body is None else body, 0, len(words), [])


def _called_by_her(old: list[list[str]], new: list[list[str]], ours: Callable[[str], bool]) -> None:
    """Give the one line and the one column that somebody has renamed the names of now, by which their cells are known."""
    lines = [[row[0] if row else "" for row in one] for one in (old, new)]
    columns = [one[0][1:] if one else [] for one in (old, new)]

    def as_written(name: str) -> bool:
        return ours(name.replace("\n", ""))

    line, column = (matching.hers(was, now, as_written) for was, now in (lines, columns))
    if line >= 0:
        old[line][0] = new[line][0]
    if column >= 0:
        old[0][column + 1] = new[0][column + 1]


def _rebuild(here: Element, there: Element) -> None:
    """All rows of a fresh table in the place of those of an old one, in its ink and as wide."""
    space, wide, inks = here.tag[: -len("tbl")], _width(here), (_ink(here), _ink(there))
    kept = here.find(f"{space}tblPr") if space == W else None
    fresh = [deepcopy(one) for one in there if kept is None or one.tag != kept.tag]
    here[:] = [*([] if kept is None else [kept]), *fresh]
    _widen(here, wide)
    for one in here.iter(f"{A}srgbClr") if all(inks) else ():
        one.set("val", inks[0] if one.get("val") == inks[1] else one.get("val", ""))


def _set(old: Element, new: Element, ours: Callable[[str], bool], found: Told) -> None:
    was, now = told(old), told(new)
    if was == now:
        return
    if any(was) and not ours("".join(was)):
        found.kept.append((" ".join(was), " ".join(now)))
        return
    body = old.find(f"{A}txBody")
    replace(old if body is None else body, 0, len(was), now)
    _shade(old, new)
    found.changed = True


def _shade(old: Element, new: Element) -> None:
    """A shade that says how much there is goes with the words, where both tables are inked alike."""
    if _ink(old) != _ink(new):
        return
    paths = (*(f"{A}tcPr/{A}{one}" for one in _FILLS), f"{W}tcPr/{W}shd")
    fills = [
        next((one for path in paths if (one := cell.find(path)) is not None), None) for cell in (old, new)
    ]
    if fills[0] is not None and fills[1] is not None:
        fills[0].getparent().replace(fills[0], deepcopy(fills[1]))


def _ink(held: Element) -> str:
    """The colour of the first words that have one."""
    found = held.find(f".//{A}rPr/{A}solidFill/{A}srgbClr")
    return "" if found is None else found.get("val", "")


def _moved(words: list[list[list[str]]], found: Told, ours: Callable[[str], bool] | None = None) -> None:
    """The cells whose words differ, by the names of their lines and columns."""
    sides = [_named(one) for one in words]
    for name, (at, column, now) in sides[1].items():
        was = sides[0].get(name)
        if was is None or was[2] == now:
            continue
        whole = words[0][was[0]][was[1]].replace("\n", "")
        if ours is None or not whole or ours(whole):
            before, after = (" ".join(one.split()) for one in (was[2], now))
            noted = of_one_number(before, after)
            whom = " ".join(one for one in name[:2] if one)
            found.moved.append(Moved(column, at, whom, before, after, noted=noted))


def _named(rows: list[list[str]]) -> dict[tuple[str, str, int], tuple[int, int, str]]:
    """Each cell but those of the heads by its line, its column and which of those it is: where it stands, and its words; of the
    first column what stands below a line's name, where it has numbers."""
    found: dict[tuple[str, str, int], tuple[int, int, str]] = {}
    for at, row in enumerate(rows[1:], start=1):
        for column, text in enumerate(row):
            head = rows[0][column].split("\n")[0] if column < len(rows[0]) else ""
            line, _, more = row[0].partition("\n")
            if column == 0 and not any(map(str.isdigit, more)):
                continue
            name, said = (line, head if column else ""), text if column else more
            count = sum(1 for one in found if one[:2] == name)
            found[*name, count] = at, column, said
    return found


def _width(table: Element) -> int:
    return sum(int(one.get(key, 0)) for one, key in _columns(table))


def _columns(table: Element) -> list[tuple[Element, str]]:
    """What says how wide columns are, and in which attribute."""
    return [
        *((one, "w") for one in table.iterfind(f"{A}tblGrid/{A}gridCol")),
        *((one, f"{W}w") for one in table.iterfind(f"{W}tblGrid/{W}gridCol")),
    ]


def _widen(table: Element, wide: int) -> None:
    own = _width(table)
    cells = [(one, f"{W}w") for one in table.iterfind(f"{W}tr/{W}tc/{W}tcPr/{W}tcW")]
    for one, key in [*_columns(table), *cells] if own and wide else ():
        one.set(key, str(round(int(one.get(key, 0)) * wide / own)))
