"""A chart in somebody's file set to the numbers of now: its numbers, names and labels, in its part and in the workbook behind it.

Where the fresh chart has as many series and categories, all else of the old one stays: type, colours, places, what somebody has set.
Where it hasn't, the chart is written anew; its frame on the slide isn't touched here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from copy import deepcopy

from lxml import etree

from industry.export.refreshing import matching
from industry.export.refreshing.outcome import Moved, Told, of_one_number
from industry.export.refreshing.paragraphs import A, C, replace, told
from industry.export.refreshing.points import (
    at_of,
    label_reworded,
    label_turned,
    labels,
    name_of,
    names,
    number,
    numbers,
    points,
    same,
    title,
)
from industry.export.refreshing.rebuilding import rebuild
from industry.export.refreshing.signs import bare
from industry.text.office import Element

_KINDS = ("barChart", "lineChart")
_QUOTED = re.compile(r'\\(.)|"([^"]*)"')
Ours = Callable[[str], bool]


def refresh(old: Element, new: Element, ours: Ours) -> Told:
    """Set a chart's root to the numbers of a fresh one. ``ours``: whether words in it are as we wrote them. Series and categories
    are those of the same names, and numbers are told of such alone: what joins or leaves is told by its name."""
    found = Told()
    lines = matching.lines(old, new, ours)
    was_named, named = names(old), names(new)
    places, sure = matching.places(was_named, named), matching.sure(was_named, named, matching.is_line(new))
    if (
        len(was_named) == len(named)
        and (own := matching.hers([was_named[one] for one in places], named, ours)) >= 0
    ):
        sure[own] = places[own]
    titles = [[title(one) for one in space.iter(f"{C}ser")] for space in (old, new)]
    gone = [one for at, one in enumerate(titles[0]) if at not in lines]
    come = [one for one, at in zip(titles[1], lines, strict=True) if at is None]
    found.left = [
        one for at, name in enumerate(was_named) if at not in sure.values() and (one := name_of(name))
    ] + gone
    found.joined = [one for at, name in enumerate(named) if at not in sure and (one := name_of(name))] + come
    _compared(old, new, lines, sure, ours, found)
    if _form(old) != _form(new) or lines != [*range(len(titles[0]))]:
        found.own = not all(ours(one) for one in _words(old) if one.strip())
        if found.own:
            found.left, found.joined, found.moved = [], [], []
            return found
        rebuild(old, new)
        found.rebuilt = found.changed = True
        return found
    whole = etree.tostring(old)
    _set(old, new, places, ours, found, bool(found.moved))
    found.changed = etree.tostring(old) != whole
    return found


def _compared(
    old: Element, new: Element, lines: Sequence[int | None], sure: dict[int, int], ours: Ours, found: Told
) -> None:
    """Tell the numbers that differ of series and categories that both charts have."""
    before, after = (numbers(one) for one in (old, new))
    was_named, named = names(old), names(new)
    titles = [title(one) for one in new.iter(f"{C}ser")]
    for series, line in ((at, line) for at, line in enumerate(lines) if line is not None):
        for place, held in sorted(sure.items()):
            was, now = before.get((line, held)), after.get((series, place))
            if was is None and now is None:
                continue
            ours_was = was and now and was.label and now.label and ours(was.label)
            other_way = ours_was and label_turned(was, now)
            reworded = ours_was and label_reworded(was, now)
            if (
                was is None
                or now is None
                or other_way
                or reworded
                or was.words != now.words
                and not same(was.value, now.value)
            ):
                whom = " ".join(
                    [*(titles[series : series + 1] if len(lines) > 1 else []), name_of(named[place])]
                )
                words = [one.words if one else "" for one in (was, now)]
                # nothing is set off in it any more, or it goes another way
                if was and now and was.label and (other_way or was.words == was.label):
                    words = [name_of(one.label) or one.words for one in (was, now)]
                called = was_named[held], named[place]
                noted = bool(was and now and same(was.value, now.value)) and of_one_number(*words)
                found.moved.append(Moved(series, place, whom, words[0], words[1], noted=noted, called=called))


def _words(space: Element) -> list[str]:
    """All that a chart says in words, but its numbers."""
    series = [*space.iter(f"{C}ser")]
    rich = space.find(f"{C}chart/{C}title/{C}tx/{C}rich")
    heading = [] if rich is None else ["".join(told(rich))]
    said = (
        "".join(told(one))
        for each in series
        for one in labels(each).values()
        if one.find(f"{C}tx") is not None
    )
    return [*names(space), *map(title, series), *heading, *said]


def _form(space: Element) -> tuple[object, ...]:
    """What must be alike for numbers to be set one by one."""
    kinds = tuple(one for one in _KINDS if next(space.iter(f"{C}{one}"), None) is not None)
    series = [*space.iter(f"{C}ser")]
    held = all(
        one.find(f"{C}{name}/{C}{kind}Ref/{C}{kind}Cache") is not None
        for one in series
        for name, kind in (("tx", "str"), ("cat", "str"), ("val", "num"))
    )
    return kinds, len(series), len(names(space)), held


def _set(old: Element, new: Element, places: Sequence[int], ours: Ours, found: Told, moved: bool) -> None:
    shift = {before: after for after, before in enumerate(places)}
    held = names(old)
    named = _merged([held[one] for one in places], names(new), ours, found)
    for one, fresh in zip(list(old.iter(f"{C}ser")), list(new.iter(f"{C}ser")), strict=True):
        for point in (*one.iterfind(f"{C}dPt"), *one.iterfind(f"{C}dLbls/{C}dLbl")):
            at = point.find(f"{C}idx")
            if at is not None and at_of(point) in shift:
                at.set("val", str(shift[at_of(point)]))
        _sorted(one)
        _fill(one.find(f"{C}tx"), _merged([title(one)], [title(fresh)], ours, found))
        _fill(one.find(f"{C}cat"), named)
        before, after = points(one, "val"), points(fresh, "val", len(named))
        kept = [
            before[was] if same(number(before[was]), number(now)) else now
            for was, now in zip(places, after, strict=True)
        ]
        _fill(one.find(f"{C}val"), kept, blank=False)
        _label(one, fresh, ours, found)
    _head(old, new, ours, found)
    if moved:
        _scale(old, new, ours)


def _head(old: Element, new: Element, ours: Ours, found: Told) -> None:
    """The heading in a chart."""
    held = [one.find(f"{C}chart/{C}title/{C}tx/{C}rich") for one in (old, new)]
    if held[0] is None or held[1] is None:
        return
    was, now = (told(one) for one in held)
    if bare("".join(was)) == bare("".join(now)):
        return  # some programs part a title's lines into paragraphs
    if ours("".join(was)):
        replace(held[0], 0, len(was), now)
    else:
        found.kept.append((" ".join(was), " ".join(now)))


def _merged(old: Sequence[str], new: Sequence[str], ours: Ours, found: Told) -> list[str]:
    """The names to stand: somebody's own stays where it is sure whose it is."""
    stays = matching.hers(old, new, ours)
    if stays >= 0:
        found.kept.append((name_of(old[stays]), name_of(new[stays])))
    return [old[at] if at == stays else one for at, one in enumerate(new)]


def _sorted(series: Element) -> None:
    """Points and labels in the order of their places, as the format asks for."""
    for parent, name in ((series, "dPt"), (series.find(f"{C}dLbls"), "dLbl")):
        held = [] if parent is None else parent.findall(f"{C}{name}")
        wanted = sorted(held, key=at_of)
        if wanted != held:
            start = parent.index(held[0])
            for one in held:
                parent.remove(one)
            for at, one in enumerate(wanted):
                parent.insert(start + at, one)


def _fill(parent: Element, texts: Sequence[str], blank: bool = True) -> None:
    """Put texts into the kept points of a name, categories or values. ``blank``: empty ones too."""
    cache = next(one for one in parent.iter() if one.tag in (f"{C}strCache", f"{C}numCache"))
    held = {_place(one): one for one in cache.findall(f"{C}pt")}
    count = cache.find(f"{C}ptCount")
    if count is not None and count.get("val") != str(len(texts)):
        count.set("val", str(len(texts)))
    last = held.get(-1, count)
    for at, text in enumerate(texts):
        one = held.pop(at, None)
        if not text and not (blank and one is not None):
            if one is not None:
                cache.remove(one)
            continue
        if one is None:
            one = etree.Element(f"{C}pt", idx=str(at))
            etree.SubElement(one, f"{C}v")
            if last is None:
                cache.append(one)
            else:
                last.addnext(one)
        value = one.find(f"{C}v")
        if value is None:
            value = etree.SubElement(one, f"{C}v")
        if (value.text or "") != text:
            value.text = text
        last = one
    for one in held.values():
        cache.remove(one)


def _place(point: Element) -> int:
    return int(point.get("idx", 0))


def _label(series: Element, fresh: Element, ours: Ours, found: Told) -> None:
    """The labels that a fresh series has, in the words of now; those that are no more go, where they are ours."""
    held, wanted = labels(series), labels(fresh)
    for at, new in wanted.items():
        old = held.get(at)
        if old is None:
            _insert(series, fresh, deepcopy(new))
        elif old.find(f"{C}delete") is None:
            _reworded(old, new, ours, found)
    for at, old in held.items():
        if at not in wanted and old.find(f"{C}tx") is not None and ours("".join(told(old))):
            old.getparent().remove(old)


def _insert(series: Element, fresh: Element, label: Element) -> None:
    group = series.find(f"{C}dLbls")
    if group is None:
        group = deepcopy(fresh.find(f"{C}dLbls"))
        for one in group.findall(f"{C}dLbl"):
            group.remove(one)
        before = next(
            one for one in series if one.tag in (f"{C}trendline", f"{C}errBars", f"{C}cat", f"{C}val")
        )
        before.addprevious(group)
    group.insert(sum(at_of(one) < at_of(label) for one in group.findall(f"{C}dLbl")), label)


def _reworded(old: Element, new: Element, ours: Ours, found: Told) -> None:
    """A label in the words of a fresh one: its look stays where both are words, or both a number's format."""
    was, now = ("".join(told(one)) if one.find(f"{C}tx") is not None else "" for one in (old, new))
    form, wanted = (one.find(f"{C}numFmt") for one in (old, new))
    if was == now and (was or (form is None) == (wanted is None)):
        if not was and form is not None and _read(_code(form)) != _read(_code(wanted)):
            form.set("formatCode", wanted.get("formatCode"))
        return
    if was and not ours(was):
        found.kept.append((was, now or _code(wanted)))
        return
    runs = [[*one.iter(f"{A}r")] for one in (old, new)]
    if was and now and len(runs[0]) == len(runs[1]):
        for one, fresh in zip(*runs, strict=True):
            one.find(f"{A}t").text = fresh.findtext(f"{A}t")
    elif was and now:
        replace(old.find(f"{C}tx/{C}rich"), 0, 1, [now])
    else:
        place = old.find(f"{C}layout")
        fresh = deepcopy(new)
        if place is not None and fresh.find(f"{C}layout") is None:
            fresh.find(f"{C}idx").addnext(deepcopy(place))
        old.getparent().replace(old, fresh)


def _code(form: Element | None) -> str:
    return "" if form is None else form.get("formatCode", "")


def _read(code: str) -> str:
    """A number's format as it reads, however programs quote signs in it."""
    return _QUOTED.sub(r"\1\2", code)


def _scale(old: Element, new: Element, ours: Ours) -> None:
    """The step of the scale, which must be longer than the bars; its ends are the program's own."""
    here, there = (one.find(f".//{C}valAx/{C}majorUnit") for one in (old, new))
    if here is None or there is None or here.get("val") == there.get("val") or not ours(here.get("val", "")):
        return
    here.set("val", there.get("val"))
    form, wanted = (one.find(f".//{C}valAx/{C}numFmt") for one in (old, new))
    if form is not None and wanted is not None:
        form.set("formatCode", wanted.get("formatCode", ""))
