"""What charts and findings of ours in a file are about and which of its numbers were disputed, kept beside the signs of the texts as
signs of data: of which indicators, periods and regions. Compared so, never by what a sentence says.

A file made before keeps none: it is then known by its words, as far as these say it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from industry.export.office.words import plain
from industry.export.refreshing.report import part_of
from industry.export.refreshing.signs import Mark, bare, sign, signs
from industry.figures.frame import Frame
from industry.figures.record import Figure, LinesPanel, Panel, RowsPanel, drawn
from industry.vocabulary.observation import Observation
from industry.wording.said import Said, rows_of

KEPT = ("about", "about_overall", "of", "when", "disputed")
"""The kinds of marks that hold it: of a finding, of a paragraph of the overview, of a chart or a table by its number without and with
periods, of the notes."""


def about(rows: Iterable[Observation]) -> tuple[str, ...]:
    """The signs of indicators with their periods and without, and of regions; none of no rows."""
    told = [*rows]
    return signs([*map(_when, told), *(one.indicator.id for one in told), *(one.region.id for one in told)])


def about_as(part: str) -> str:
    """Under which name it is kept what a finding or a paragraph of the overview is about: about3 of finding3, about_overall1."""
    kind, number = part_of(part)
    return f"about{number}" if kind == "finding" else f"about_{kind}{number}"


def follows(was: Collection[str], rows: Sequence[Observation]) -> float:
    """How much what is said of these rows has in common with what was about that: 0 where it is of no indicator of a region that this was
    of, the country aside where it is told beside others; 1 where it is of the same over the same periods."""
    own = [one for one in rows if one.region.parent] or rows
    shared = any(
        sign(one.region.id) in was and not {sign(one.indicator.id), sign(_when(one))}.isdisjoint(was)
        for one in own
    )
    return _alike(was, about(rows)) if shared else 0.0


def same_rows(was: Collection[str], rows: Iterable[Observation]) -> bool:
    """Whether what was about that was of these indicators in their periods, and of these regions."""
    return all({sign(_when(one)), sign(one.region.id)} <= {*was} for one in rows)


def of(panel: Panel) -> tuple[str, ...]:
    """The signs of what a panel draws in whichever period: indicators, and how they were worked out, and regions."""
    rows = [*drawn(panel)]
    return signs([*map(_what, rows), *(one.region.id for one in rows)])


def when(panel: Panel) -> tuple[str, ...]:
    """The signs of the indicators that a panel draws with their periods."""
    return signs(map(_when, drawn(panel)))


def row(panel: Panel | None, series: int, place: int) -> Observation | None:
    """The observation that a panel's chart shows in a series at a place; None where it is none's."""
    if isinstance(panel, RowsPanel):
        if place < len(panel.rows):
            return next((one.row for one in reversed(panel.rows[place].marks) if one.row), None)
        return panel.references[place - len(panel.rows)].row
    if isinstance(panel, LinesPanel) and series < len(panel.series):
        places = [at + sum(gap < at for gap in panel.gaps) for at in range(len(panel.columns))]
        return panel.series[series].rows[places.index(place)] if place in places else None
    return None


def of_another(row: Observation, held: Collection[str]) -> bool:
    """Whether a chart of which `when` is kept drew nothing of an observation's indicator in its period."""
    return sign(_when(row)) not in held


def concluded(frame: Frame) -> tuple[str, ...]:
    """The signs of what a frame's finding is about; none without one."""
    return about(rows_of([frame.finding, frame.plain_subtitle]))


def disputed(frame: Frame) -> tuple[str, ...]:
    """The signs of the disputes of which a frame's notes tell; that of nothing where there is none."""
    return signs(map(_dispute, _disputes(frame))) or (sign(),)


def marks(figure: Figure, panels: Mapping[int, Panel]) -> Iterator[Mark]:
    """What a file keeps of a figure whose panels these are, by their numbers."""
    found = {"about": concluded(figure.frame), "disputed": disputed(figure.frame)}
    for number, panel in panels.items():
        found |= {f"of{number}": of(panel), f"when{number}": when(panel)}
    yield from (Mark(figure.id, part, told) for part, told in found.items() if told)


def renewed(held: Iterable[Mark], figure: Figure, panels: Mapping[int, Panel]) -> list[Mark]:
    """Marks of a figure, those that hold what it is about as it is now; a file that keeps none gets none."""
    old = [*held]
    known = {one.part for one in old if part_of(one.part)[0] in KEPT}
    now = {
        one.part: one for one in marks(figure, panels) if known and (one.part in known or one.part == "about")
    }
    stay = [one for one in old if one.part not in now and one.part != "about"]
    return [*stay, *now.values()]


def kept(held: Iterable[Mark], part: str) -> tuple[str, ...]:
    """What marks keep under a name; nothing where they don't."""
    return next((one.signs for one in held if one.part == part), ())


def rearranged(
    panels: Mapping[int, Panel], called: Mapping[int, str], held: Sequence[Mark], parted: bool
) -> bool:
    """Whether charts or tables would be set to panels, by their numbers, that others were of, since one is gone or has come: there are
    more or fewer than there were (of a figure that is ``parted`` a slide doesn't have all), or one is about what another was, where a
    file keeps that, else ``called`` as another was."""
    said = {part_of(one.part): one.signs for one in held}
    had = {number for kind, number in said if kind in ("in", "alt")}
    if panels and not parted:
        last = max(panels)
        if any(one > last for one in (*had, *called)) or (had and max(had) < last):
            return True
    if kept := {number: signs for (kind, number), signs in said.items() if kind == "of"}:
        return _exchanged(kept, panels)
    names: dict[int, tuple[str, ...]] = {at: (sign(one),) for at, one in called.items() if one}
    names |= {number: signs for (kind, number), signs in said.items() if kind == "called"}
    now = {at: sign(one.heading) for at, one in panels.items() if one.heading}
    moved = [told for at, told in now.items() if at in names and told not in names[at]]
    return any(told in signs for told in moved for signs in names.values())


def _exchanged(held: Mapping[int, Collection[str]], panels: Mapping[int, Panel]) -> bool:
    """Whether one of the charts of which this is kept would be set to a panel of other indicators, or to one that is less of what
    it is of than another."""
    for number, was in held.items():
        alike = {id(one): _alike(was, of(one)) for one in panels.values()}
        own = panels.get(number)
        if own is None or {*was}.isdisjoint(signs(map(_what, drawn(own)))):
            return True
        if alike[id(own)] < max(alike.values()):
            return True
    return False


def doubted(frame: Frame, known: Collection[str], before: str, concerned: Collection[str]) -> bool:
    """Whether published numbers on what a finding is about (``concerned``, as `about` has it) differ of which nothing was ``known``, as
    `disputed` has it. Of a file that keeps none: of which nothing stood in its words (``before``, `bare` and small). Of a finding of which
    nothing is kept every dispute is."""
    new = (
        new_disputes(frame, known)
        if known
        else [one for one in _disputes(frame) if _words(one, frame) not in before]
    )
    return any(not concerned or sign(_when(row)) in concerned for one in new for row in one.rows)


def new_disputes(frame: Frame, known: Collection[str]) -> list[Said]:
    """The notes on published numbers that differ of which nothing was ``known``, as `disputed` has it; none of a file that keeps none."""
    return [one for one in _disputes(frame) if known and sign(_dispute(one)) not in known]


def set_apart(figure: Figure, held: Iterable[Mark]) -> list[Said]:
    """The notices that set a number apart which a chart or a table drew, as `of` and `when` are ``held`` of it, and the figure draws
    no more; none of a file that keeps none."""
    own = (one for one in held if one.figure == figure.id and part_of(one.part)[0] in ("of", "when"))
    known = {told for one in own for told in one.signs}
    still = {(row.region.id, _when(row)) for row in figure.drawn}

    def gone(row: Observation) -> bool:
        return {sign(_when(row)), sign(row.region.id)} <= known and (row.region.id, _when(row)) not in still

    return [one for one in figure.frame.notices if any(map(gone, one.rows))]


def _words(note: Said, frame: Frame) -> str:
    return bare(plain(note, frame.language)).lower()


def _disputes(frame: Frame) -> list[Said]:
    return [one for one in frame.notes if one.kind == "dispute"]


def _dispute(note: Said) -> str:
    return " ".join(sorted(f"{_when(row)} {row.region.id}" for row in note.rows))


def _when(row: Observation) -> str:
    return f"{row.indicator.id} {row.period}"


def _what(row: Observation) -> str:
    return f"{row.indicator.id} {row.derivation.rule if row.derivation else ''}"


def _alike(one: Collection[str], other: Collection[str]) -> float:
    """Which share two have in common of all that either has."""
    both = {*one, *other}
    return len({*one} & {*other}) / len(both) if both else 0.0
