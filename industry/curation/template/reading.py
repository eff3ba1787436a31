"""The rows of a template read back, whatever program saved it, and which of them were changed.

The data sheet is named by its region and has three lines of heads: two for people, the third the columns' ids. A cell whose
column has codes holds words with the code in brackets behind them, 实际（actual）, and is read by the code, or by the name alone
(``codes``); what is neither is taken as it stands, for the checks to tell. The last columns hold the id of the row as the tables have it, and, hidden, what it said when the
workbook was made: what is changed in such a line takes its place, a line without is a new row. What nobody touched is never
proposed, whatever colleagues have made of that row since.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from industry import wording
from industry.curation.proposed import Proposed, as_told
from industry.curation.sheets.sheet import Book, Cell, Sheet, place
from industry.curation.template import codes
from industry.tables.tables import Tables
from industry.vocabulary import fields
from industry.vocabulary.fields import COLUMN, COLUMNS

REPLACES = "replaces"
"""The column behind those of the tables: the id of the row that stands there already."""
WAS = "was"
"""The hidden one behind it: what that row said when the workbook was made."""
ASIDE = ("guidelines", "indicators", "sources", "options")
"""The sheets beside the rows, by the keys of their names."""
_NEEDED = frozenset(one.name for one in COLUMNS if not one.optional)
_FIRST = 10
"""Lines among which that of the ids is looked for."""
_say = partial(wording.worded, "template")


def rows(book: Book, region: str = "") -> tuple[Proposed, ...]:
    """The rows of a workbook of this form, each with the place where it stands as its ``passage``; none where no sheet has the ids
    of columns among its first lines. A sheet that names no region has that of the ``region``.

    A row with an id ``replaces`` the one of that id, whether or not its cells have changed (`changed`).
    """
    return tuple(row for sheet in book.sheets for row in _read(sheet, region))


def aside(sheet: str) -> bool:
    """Whether a sheet's name is that of one beside the rows: what is listed and explained there is nobody's figure."""
    return any(sheet == _say(f"sheet_{one}", language) for one in ASIDE for language in fields.LANGUAGES)


def changed(given: Iterable[Proposed], tables: Tables) -> tuple[Proposed, ...]:
    """Those that were changed, of a template since it was made, and say something else than the row they replace. Of several with one id, as where a line was copied to begin a new
    one, those beside the row that is as it was are new; where none is, all keep it, for somebody to decide."""
    rows = tuple(_coded(one, tables) for one in given)
    same = [_same(one, tables) for one in rows]
    held = {one.replaces for one, unchanged in zip(rows, same, strict=True) if unchanged}
    return tuple(
        replace(one, replaces="") if one.replaces in held else one
        for one, unchanged in zip(rows, same, strict=True)
        if not unchanged
    )


def _coded(one: Proposed, tables: Tables) -> Proposed:
    """With the codes of records that are named alone."""
    return replace(
        one, cells={name: codes.plain(name, text, tables.catalogue) for name, text in one.cells.items()}
    )


def _same(one: Proposed, tables: Tables) -> bool:
    """Whether a line is as it was when the template was made, or as the row is now."""
    own = one.replaces.partition(":")[0] == one.region
    if own and one.told.get(WAS) == as_told(one.cells):
        return True
    try:
        row, cells = tables.row(one.replaces), tables.cells(one.replaces)
    except KeyError:
        return False
    return row.region.id == one.region and cells == {name: one.cells.get(name, "") for name in COLUMN}


def _read(sheet: Sheet, region: str) -> Iterator[Proposed]:
    at = next((n for n, row in enumerate(sheet.rows[:_FIRST]) if set(_texts(row)) >= _NEEDED), None)
    if at is None:
        return
    names = _texts(sheet.rows[at])
    for number, row in enumerate(sheet.rows[at + 1 :], start=at + 1):
        told = dict(zip(names, _texts(row), strict=False))
        cells = {name: codes.plain(name, text) for name, text in told.items() if name in COLUMN}
        if any(cells.values()):
            beside = {"passage": place(sheet.name, number, 0), **was(told)}
            yield Proposed(
                codes.in_brackets(sheet.name) or region, cells, replaces=told.get(REPLACES, ""), told=beside
            )


def was(told: Mapping[str, str]) -> dict[str, str]:
    """What the row that a line replaces said when the line was made, as far as the line tells it: where the row says another
    thing by now, adopting tells both."""
    return {WAS: told[WAS]} if told.get(REPLACES) and told.get(WAS) else {}


def _texts(row: Sequence[Cell]) -> list[str]:
    return [one.text.strip() for one in row]
