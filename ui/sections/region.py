"""A region at a glance: its sentence, headline figures, branches of industry, changes, targets and priorities."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import streamlit as st

from industry import wording
from industry.export.pages import priorities as held
from industry.export.pages import profile as made
from industry.export.pages.profile import Change, Industry, Number, Profile
from industry.export.pages.targets import Target, Targets
from industry.figures.record import Figure, RowsPanel
from industry.tables.tables import Tables
from industry.wording.said import Said
from ui import address
from ui.address import Language, plain, words
from ui.choices import choice, language, say
from ui.parts.figure import text
from ui.parts.sources import whole
from ui.sections import blocks
from ui.sections.blocks import Block, Blocks, Piece
from ui.sections.priorities import at_hand
from ui.store import kept

FIRST = 2
"""Branches that are shown; the others are folded."""
_HEADLINE, _BOX, _WIDE_BOX, _PAGE = 160, 300, 420, 1290
"""CSS pixels: the least width of a block, and the room of a page of common width."""
_WIDTHS = (5, 4, 4)
"""The widths of the columns to one another."""


@kept(64)
def profile(tables: Tables, region: str, year: str, tongue: Language) -> Profile:
    """The profile of a region in a year."""
    return made.profile(tables, region, year, tongue)


@kept(64)
def of_themes(tables: Tables, region: str, tongue: Language) -> dict[str, tuple[held.Item, ...]]:
    """A region's priorities by theme."""
    return held.of_region(tables, region, tongue)


def show(found: Profile, targets: Targets, breadth: Sequence[Figure] = ()) -> None:
    """The sentence, the headline figures, and below them branches, changes, the ``breadth`` that figures of the region
    draw, and targets side by side."""
    if found.finding:
        st.markdown(text(found.finding))
    blocks.show(_headlines(found, language()), "headlines")
    with st.container(key="beside"):
        industries, changes, aims = st.columns(_WIDTHS, gap="small")
    with industries:
        if found.industries:
            blocks.show(_industries(found, language()), "industries")
    with changes:
        blocks.show(_changes(found, tuple(breadth), language()), "changes")
    with aims:
        blocks.show(_targets(targets, language()), "region-targets")
    if more := found.industries[FIRST:]:
        head = words("region_more_industries", len(more))
        fold = st.expander(head, on_change="rerun", key=f"industries-{found.region.id}-{language()}")
        if fold.open:
            with fold:
                blocks.show(_others(found, language()), "more-industries")


def priorities(tables: Tables, region: str) -> None:
    """The region's priorities of a theme, chosen from chips; the head says which, on paper too, where there are no chips."""
    themes = of_themes(tables, region, language())
    if not themes:
        return
    names = {id: items[0].theme for id, items in themes.items()}
    first = next(iter(names))
    now = asked if (asked := address.asked("theme")) in names else first
    place = words("region_theme", list(names).index(now) + 1, len(names))
    head = wording.say("named", language(), words("region_priorities"), names[now])
    st.markdown(f"## {text(head)} :gray[:small[:small[{place}]]]")
    theme = choice("theme", names, first, words("region_priorities"), widget="pills", hide_label=True)
    there = at_hand()
    for one in themes[theme]:
        place = plain(f"{one.document} · {words('paragraph', one.paragraph)}", None)
        if (paragraph := f"{one.source}:{one.paragraph}") in there:
            chosen = address.everything() | {address.PASSAGE: paragraph}
            place = f"[{place}]({address.linked('region', chosen)})"
        st.markdown(f"- {text(one.text)}　:gray[{whole(place)}]")


@kept(64)
def _headlines(found: Profile, _: Language) -> Blocks:
    shown = tuple(map(_headline, found.headlines))
    return Blocks(words("region_headlines"), shown, _HEADLINE, _PAGE)


@kept(64)
def _industries(found: Profile, _: Language) -> Blocks:
    shown = tuple(map(_industry, found.industries[:FIRST]))
    return Blocks(words("region_industries"), shown, _WIDE_BOX, _room(0))


@kept(64)
def _others(found: Profile, _: Language) -> Blocks:
    shown = tuple(map(_industry, found.industries[FIRST:]))
    return Blocks(words("region_industries"), shown, _BOX, _PAGE)


@kept(64)
def _changes(found: Profile, breadth: tuple[Figure, ...], _: Language) -> Blocks:
    head, lines = words("region_changes"), tuple(line for one in found.changes for line in _change(one))
    shown = [_breadth(one) for one in breadth if one.panels]
    if lines or not shown:
        none = ((Piece(words("none_held"), "faint"),),)
        shown.append(Block(head, lines or none, words("region_changes_lead") if lines else ""))
    return Blocks(head, tuple(shown), _BOX, _room(1))


def _breadth(one: Figure) -> Block:
    """A figure's rows, each number with what stands beside it."""
    rows = [row for panel in one.panels if isinstance(panel, RowsPanel) for row in panel.rows]
    lines = [(Piece(row.name), _number(row.text), Piece(str(row.aside), "faint")) for row in rows if row.text]
    return Block(one.frame.title, tuple(lines), one.frame.subtitle)


@kept(64)
def _targets(found: Targets, _: Language) -> Blocks:
    lines = [line for one in found.targets for line in _target(one)]
    none = ((Piece(words("region_no_targets"), "faint"),),)
    block = Block(words("region_targets", found.year), tuple(lines) or none)
    return Blocks(block.head, (block,), _BOX, _room(2))


def _room(at: int) -> int:
    return _PAGE * _WIDTHS[at] // sum(_WIDTHS) - 12


def _number(said: str, look: blocks.Look = "strong") -> Piece:
    """A number, whose card it opens where it is of one row."""
    rows = said.rows if isinstance(said, Said) else ()
    return Piece(str(said), look, rows[0].id if len(rows) == 1 else "")


def _headline(one: Number) -> Block:
    more = (*one.beside, *([one.base] if one.base else []))
    faint = tuple((Piece(str(said), "faint"),) for said in more)
    return Block(one.name, ((_number(one.figure, "big"),), (Piece(one.when, "plain"),), *faint))


def _industry(one: Industry) -> Block:
    lines = tuple((_number(each.figure), Piece(_told(each), "faint")) for each in one.numbers)
    return Block(one.name, lines, words("region_of_industry", one.count))


def _told(one: Number) -> str:
    return " · ".join((one.name, one.when, *one.beside))


def _change(one: Change) -> Iterable[tuple[Piece, ...]]:
    yield Piece(one.name, "plain"), Piece(one.when, "faint")
    yield _number(one.first), Piece("→"), _number(one.last), Piece(str(one.change), "faint")


def _target(one: Target) -> Iterable[tuple[Piece, ...]]:
    before = (_number(one.before), Piece("→")) if one.base is not None else ()
    gap = say("", " ")
    last = f"{words('targets_before')}{gap}{one.before}" if one.before and not before else ""
    beside = " · ".join(filter(None, (str(one.required or one.kind), last)))
    yield Piece(one.name), *before, _number(one.goal), Piece(beside, "faint")
