"""The workbook in which a region's rows are entered and corrected: its rows, what its cells may hold, how they are
filled in; and its rows read back.

Every cell is text, so that no spreadsheet makes a date of 2020-12 or 7 of 7.0. The data sheet is named by its region and has
three lines of heads: two for people, the third the columns' ids. A cell whose column has codes holds words with the code in
brackets behind them, 实际（actual）, and is read by the code; what has none is taken as it stands. The last column holds the id
of the row as the tables have it: what is changed in such a line takes its place, a line without is a new row. What the columns
hold is told in ``guidelines``; how such a workbook is drawn belongs in ``worksheets``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import combinations

from industry import wording
from industry.curation import guidelines, worksheets
from industry.curation.proposed import Proposed
from industry.curation.sheets.sheet import Book, Sheet, place
from industry.curation.worksheets import Choices, Page
from industry.export.workbook import sheet_name
from industry.tables.tables import Tables
from industry.vocabulary import fields
from industry.vocabulary.catalogue import Catalogue, Region
from industry.vocabulary.fields import COLUMN, COLUMNS
from industry.wording.phrases import value as word

REPLACES = "replaces"
"""The column behind those of the tables: the id of the row that stands there already."""
HEADS = 3
_CODE = re.compile(r"[^（）()]*[（(]\s*([a-z0-9_]+(?: +[a-z0-9_]+)*)\s*[)）]\s*", re.ASCII)
_CODED = ("indicator", "qualifier", "status", "edition", "inferred", "source", "by_hand")
_OPEN = ("indicator", "source", "edition")
"""Columns whose codes the tables declare: what isn't among them may be yet to come, and is only warned of."""
_WIDTHS = {
    "indicator": 40, "period": 18, "value": 12, "value_to": 11, "qualifier": 16, "status": 18, "edition": 26,
    "inferred": 26, "source": 48, "paragraph": 11, "occurrence": 12, "as_printed": 20, "by_hand": 10, "note_zh": 40,
    "note_en": 40, REPLACES: 34,
}  # fmt: skip
_say = partial(wording.worded, "template")


def workbook(tables: Tables, region: Region, language: str, empty: bool = False) -> bytes:
    """The region's workbook, with its rows unless it is to be ``empty``."""
    words = _Words(tables.catalogue, language)
    held = () if empty else tuple(_held(tables, region))
    other = next(one for one in fields.LANGUAGES if one != language)
    heads = [
        *(
            [*(guidelines.head(one, each) for one in COLUMNS), _say(REPLACES, each)]
            for each in (language, other)
        ),
        [*COLUMN, REPLACES],
    ]
    choices, sheets = _choices(words)
    data = Page(
        words.sheet(region),
        [*heads, *([words.cell(name, text) for name, text in line.items()] for line in held)],
        list(_WIDTHS.values()),
        heads=HEADS,
        fixed=1,
        choices=choices,
        quiet=(REPLACES,),
    )
    return worksheets.workbook([data, _guidelines(words, region), *sheets])


def rows(book: Book, region: str = "") -> tuple[Proposed, ...]:
    """The rows of a workbook of this form, whatever program saved it, each with the place where it stands as its ``passage``;
    none where no sheet has the ids of columns among its first lines. A sheet that names no region has that of the ``region``.

    A row with an id ``replaces`` the one of that id, whether or not its cells have changed.
    """
    return tuple(row for sheet in book.sheets for row in _read(sheet, region))


def changed(proposals: Iterable[Proposed], tables: Tables) -> tuple[Proposed, ...]:
    """Those that say something else than the row they replace. Of several with one id, as where a line was copied to begin a new
    one, those beside the row that is as it was are new; where none is, all keep it, for somebody to decide."""
    kept = []
    given = tuple(proposals)
    same = {one.replaces for one in given if one.replaces and _same(one, tables)}
    for one in given:
        if one.replaces not in same:
            kept.append(one)
        elif not _same(one, tables):
            kept.append(Proposed(one.region, one.cells, one.accepted, "", one.told))
    return tuple(kept)


def _same(one: Proposed, tables: Tables) -> bool:
    try:
        row = tables.row(one.replaces)
    except KeyError:
        return False
    if row.region.id != one.region:
        return False
    return _cells(tables, one.replaces) == {name: one.cells.get(name, "") for name in COLUMN}


def _cells(tables: Tables, id: str) -> dict[str, str]:
    """The cells of a published row as its table writes them."""
    table = tables.tables[tables.row(id).region.id]
    return table.row(table.lines.index(tables.line(id)))


def _held(tables: Tables, region: Region) -> Iterator[dict[str, str]]:
    table = tables.tables.get(region.id)
    for at, row in enumerate(tables.rows(region=region.id)):
        assert table is not None
        yield table.row(at) | {REPLACES: row.id}


def _read(sheet: Sheet, region: str) -> Iterator[Proposed]:
    at = next((n for n, row in enumerate(sheet.rows[:10]) if _ids(row)), None)
    if at is None:
        return
    names = [cell.text.strip() for cell in sheet.rows[at]]
    whose = code(sheet.name) or region
    for number, row in enumerate(sheet.rows[at + 1 :], start=at + 1):
        cells = {
            name: cell.text.strip()
            for name, cell in zip(names, row, strict=False)
            if name in COLUMN or name == REPLACES
        }
        replaces = cells.pop(REPLACES, "")
        if any(cells.values()):
            coded = {name: code(text) or text if name in _CODED else text for name, text in cells.items()}
            yield Proposed(whose, coded, replaces=replaces, told={"passage": place(sheet.name, number, 0)})


def _ids(row: Sequence[object]) -> bool:
    """Whether a line is the one of ids."""
    found = {getattr(cell, "text", "").strip() for cell in row}
    return {one.name for one in COLUMNS if not one.optional} <= found


def code(text: str) -> str:
    """The code, or the codes, in the brackets at the end of a text; empty where there is none."""
    begins = max(text.rfind("（"), text.rfind("("))
    found = _CODE.fullmatch(text[begins:]) if begins > 0 else None
    return " ".join(found[1].split()) if found else ""


class _Words:
    """The words of codes, in one language."""

    def __init__(self, catalogue: Catalogue, language: str) -> None:
        self.catalogue, self.language = catalogue, language

    def coded(self, words: str, code: str) -> str:
        if words == code:
            return code
        return f"{words}（{code}）" if self.language == "zh" else f"{words} ({code})"

    def sheet(self, region: Region) -> str:
        """The name of the sheet of a region's rows."""
        return sheet_name(self.coded(region.name(self.language), region.id))

    def cell(self, name: str, text: str) -> str:
        """A cell as the sheet shows it."""
        if not text or name not in _CODED:
            return text
        return self.coded(getattr(self, f"_{name}")(text), text)

    def example(self, name: str, text: str) -> str:
        """A cell that may name what these tables don't have."""
        try:
            return self.cell(name, text)
        except KeyError:
            return text

    def _indicator(self, id: str) -> str:
        return self.catalogue.indicators[id].name(self.language)

    def _source(self, id: str) -> str:
        return self.catalogue.sources[id].title(self.language)

    def _edition(self, id: str) -> str:
        return wording.edition(id, self.catalogue.config, self.language)

    def _status(self, key: str) -> str:
        return wording.status(key, self.language)

    def _qualifier(self, key: str) -> str:
        return word("qualifier", key, self.language).format("…")

    def _inferred(self, keys: str) -> str:
        return wording.bases(keys.split(), self.language)

    def _by_hand(self, key: str) -> str:
        return wording.worded("columns", key, self.language)


def _choices(words: _Words) -> tuple[Mapping[str, Choices], list[Page]]:
    """What the cells of each coded column may hold, and the sheets that list it."""
    language, catalogue = words.language, words.catalogue
    config = catalogue.config
    indicators = [
        (
            words.cell("indicator", one.id),
            one.unit,
            config.topics[one.topic](language) if one.topic in config.topics else one.topic,
            "；".join(text(language) for text in (one.of, one.definition) if text),
        )
        for one in catalogue.indicators.values()
    ]
    newest = sorted(catalogue.sources.values(), key=lambda one: one.date or "", reverse=True)
    sources = [
        (
            words.cell("source", one.id),
            one.publisher(language),
            one.date or "",
            catalogue.regions[one.region].name(language),
        )
        for one in newest
    ]
    several = [
        " ".join(some)
        for size in range(1, len(fields.INFERRED) + 1)
        for some in combinations(fields.INFERRED, size)
    ]
    closed = {
        "status": fields.STATUSES,
        "qualifier": [one for one in fields.QUALIFIERS if one],
        "inferred": several,
        "edition": list(config.editions),
        "by_hand": COLUMN["by_hand"].allowed,
    }
    lists = {name: [words.cell(name, key) for key in keys] for name, keys in closed.items()}
    longest = max(map(len, lists.values()))
    options = [
        [COLUMN[name].head(language) for name in lists],
        *([(held[at] if at < len(held) else "") for held in lists.values()] for at in range(longest)),
    ]
    named = {key: _say(f"sheet_{key}", language) for key in ("indicators", "sources", "options")}
    of = {
        "indicator": (named["indicators"], 0, len(indicators)),
        "source": (named["sources"], 0, len(sources)),
        **{name: (named["options"], at, len(lists[name])) for at, name in enumerate(lists)},
    }
    choices = {
        name: Choices(
            sheet, column, count, name not in _OPEN, COLUMN[name].head(language), _say("pick", language)
        )
        for name, (sheet, column, count) in of.items()
    }
    headed = {
        "indicators": [_say(one, language) for one in ("indicator", "unit", "topic", "definition")],
        "sources": [_say(one, language) for one in ("source", "publisher", "date", "region")],
    }
    return choices, [
        Page(named["indicators"], [headed["indicators"], *indicators], [52, 12, 16, 70]),
        Page(named["sources"], [headed["sources"], *sources], [66, 40, 14, 10]),
        Page(named["options"], options, [24, 22, 60, 48, 12]),
    ]


def _guidelines(words: _Words, region: Region) -> Page:
    language = words.language
    sheet = words.sheet(region)
    keys = ("how_rows", "how_new", "how_changed", "how_lists", "how_text", "how_heads", "how_sent")
    told = [
        [f"{at}. {_say(key, language, sheet, _say(REPLACES, language), guidelines.NEEDED)}"]
        for at, key in enumerate(keys, start=1)
    ]
    heads = [_say(one, language) for one in ("column", "holds", "id", "right", "wrong")]
    lines = guidelines.lines(language)
    return Page(
        _say("sheet_guidelines", language),
        [heads, *((*holds, id, words.example(id, good), bad) for *holds, id, good, bad in lines)],
        [14, 76, 12, 36, 22],
        above=[[_say("title", language, region.name(language))], *told],
        fixed=0,
    )
