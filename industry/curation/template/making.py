"""The workbook of a region: its rows, what its cells may hold, how they are filled in. Every cell is text, so that no spreadsheet
makes a date of 2020-12 or 7 of 7.0.

The form is told in ``reading``, what the columns hold in ``guidelines``; how a workbook is drawn belongs in ``worksheets``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from itertools import combinations

from industry import wording
from industry.curation.proposed import cells_told
from industry.curation.template import codes, guidelines, worksheets
from industry.curation.template.reading import REPLACES, WAS
from industry.curation.template.worksheets import Choices, Page
from industry.export.names import sheet_name
from industry.tables.tables import Tables
from industry.vocabulary import fields
from industry.vocabulary.catalogue import Catalogue, Region, newest_first
from industry.vocabulary.fields import COLUMN, COLUMNS
from industry.wording.phrases import value as word

HEADS = 3
"""Lines of heads of the sheet of rows."""
_OPEN = ("indicator", "source", "edition")
"""Columns whose codes the tables declare: what isn't among them may be yet to come, and is only warned of."""
_WIDTHS = {
    "indicator": 40, "period": 18, "value": 12, "value_to": 11, "qualifier": 16, "status": 18, "edition": 26,
    "inferred": 26, "source": 48, "paragraph": 11, "occurrence": 12, "as_printed": 20, "by_hand": 10, "note_zh": 40,
    "note_en": 40, REPLACES: 34, WAS: 20,
}  # fmt: skip
_say = partial(wording.worded, "template")


def workbook(tables: Tables, region: Region, language: str, empty: bool = False) -> bytes:
    """The region's workbook, with its rows unless it is to be ``empty``."""
    words = _Words(tables.catalogue, language)
    held = () if empty else tuple(_held(tables, region))
    other = next(one for one in fields.LANGUAGES if one != language)
    heads = [
        *(
            [*(guidelines.head(one, each) for one in COLUMNS), _say(REPLACES, each), _say(WAS, each)]
            for each in (language, other)
        ),
        [*COLUMN, REPLACES, WAS],
    ]
    choices, sheets = _choices(words)
    data = Page(
        words.sheet(region),
        [*heads, *([words.cell(name, text) for name, text in line.items()] for line in held)],
        list(_WIDTHS.values()),
        heads=HEADS,
        fixed=1,
        choices=choices,
        quiet=(REPLACES, WAS),
        hidden=(WAS,),
    )
    return worksheets.workbook([data, _guidelines(words, region), *sheets], tables.version)


def _held(tables: Tables, region: Region) -> Iterator[dict[str, str]]:
    """The cells of its rows, their ids, and what they say."""
    return (
        tables.cells(row.id) | {REPLACES: row.id, WAS: cells_told(tables, row.id)}
        for row in tables.rows(region=region.id)
    )


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
        if not text or name not in codes.CODED:
            return text
        return self.coded(getattr(self, f"_{name}")(text), text)

    def example(self, name: str, text: str) -> str:
        """A cell that may name what these tables don't have."""
        try:
            return self.cell(name, text)
        except KeyError:
            return text

    def _indicator(self, id: str) -> str:
        """With the unit in which its values are entered, in either language."""
        one = self.catalogue.indicators[id]
        return f"{one.name(self.language)}{'，' if self.language == 'zh' else ', '}{one.unit}"

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
    newest = newest_first(catalogue.sources.values())
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
    )
