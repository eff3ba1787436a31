"""What is known of a whole book and of a table in it before a figure is looked at: whose it is, what the lines over the table say, what
each header and label says, which of them lend their period to others, which columns look like something else than they say."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from industry.curation.importing.deciding import dating
from industry.curation.importing.questions import Answers
from industry.curation.importing.reading import months
from industry.curation.importing.reading.blocks import Figure, Table
from industry.curation.importing.reading.heads import Label
from industry.curation.importing.reading.over import OPEN, over, unnamed
from industry.curation.importing.reading.sayings import Sayer, Saying
from industry.tables.tables import Tables
from industry.text.alike import alike
from industry.text.claims import naming, when
from industry.text.claims.grids import labels
from industry.text.claims.when import YEAR
from industry.vocabulary.catalogue import Source

_RUN = re.compile(r"1-(\d{1,2})月$")
_WHOLE = re.compile(r"\d+$")
_FINE = re.compile(r"\.\d{2,}$")
_UNKNOWN: Any = object()
_FEWEST = 3
_YEAR_ALONE = 5
"""Letters of a year without months, 度 among them: 2021年."""
T = TypeVar("T")
Lent = tuple[labels.Label | None, bool]


@dataclass(frozen=True, slots=True)
class Importing:
    """``region``: whose a curator says the book is, empty where nobody did; ``file``: its name, ``remarks``: what its sheets without
    figures note of the others."""

    tables: Tables
    sayer: Sayer
    source: Source | None
    region: str
    answers: Answers
    file: str = ""
    remarks: tuple[str, ...] = ()

    @property
    def owner(self) -> str:
        """Whose it is likely to be where nothing is printed."""
        return self.region or (self.source.region if self.source else "")

    def year(self, months: Sequence[int]) -> int | None:
        """The year that is likely where none is printed: the last one in which these months (from 0) were over when the source was
        published."""
        if self.source is None or not self.source.published:
            return None
        year, *rest = self.source.published
        last = max(months, default=11)
        return year if not rest or last < rest[0] else year - 1

    @property
    def published(self) -> date | None:
        known = self.source.published if self.source else ()
        return date(known[0], known[1] if len(known) > 1 else 12, 1) if known else None


class Setting:
    """A table with its texts read. ``key``: what its lines say, without periods and regions: by this its answers are found again."""

    def __init__(self, table: Table, book: Importing) -> None:
        self.table, self.book = table, book
        self._known: dict[Hashable, Any] = {}
        sayer = book.sayer
        self.over = over(
            sayer, [one.seen.text for one in table.titles if one.seen.text], table.sheet, table.corner
        )
        columns = {one.column: one.header for one in table.figures}
        self.columns = {column: sayer.path(path) for column, path in sorted(columns.items())}
        rows = {one.row: one.labels for one in table.figures}
        self.rows = {row: sayer.path(path) for row, path in rows.items()}
        self.every_row = [
            (row, [sayer.of(each) for each in path], path[0].seen.shown if path else "")
            for row, path in table.rows
        ]
        self._runs = {
            found[1]
            for path in (*columns.values(), *rows.values())
            for one in path
            if not one.seen.odd and (found := _RUN.match(one.seen.text))
        }
        self.lent_columns = self._lent(self.columns)
        self.lent_rows = self._lent(self.rows)
        self.latest = self._latest()
        self.key = self._key()
        lines = [one.seen.shown.strip() for one in table.titles if one.seen.text]
        self.shown = " · ".join(lines) or self.key
        """The lines over the table as they stand."""
        told = (*lines, *table.notes, *book.remarks, book.file)
        every = {alike(one): one for one in told} | {months.even(table.sheet): table.sheet}
        self.printed = {dating.bound(one, self.latest): shown for one, shown in every.items()}
        """Lines over the table and notes by what stands for them where their months don't count."""

    def _latest(self) -> int | None:
        """The last month of which a label or a line over the table says that its figures are."""
        every = [[one.label for one in path] for path in (*self.columns.values(), *self.rows.values())]
        told = [dating.of(path, self.over.label, None, True) for path in dating.distinct(every)]
        return max((one.when.last for one in told if one.when), default=None)

    def once(self, key: Hashable, work: Callable[[], T]) -> T:
        """What ``work`` gives, done once for a ``key`` of this table."""
        found: T = self._known.get(key, _UNKNOWN)
        if found is _UNKNOWN:
            found = self._known[key] = work()
        return found

    def _lent(self, paths: Mapping[int, Sequence[Saying]]) -> dict[int, Lent]:
        """Whose period those have that print none; what is told of one region is lent to no other."""
        told = [[one.label for one in path] for path in paths.values()]
        named: list[bool] = []
        lender = None
        for path in paths.values():
            place = next((one.region for one in path if one.region), None)
            if any(one.timed for one in path):
                lender = place
            another = None not in (place, lender) and place != lender
            named.append(another or any(self._named(one.words) for one in path))
        return dict(zip(paths, dating.around(told, named, self.over.label), strict=True))

    def _named(self, words: str) -> bool:
        return bool(words) and any(True for _ in naming.find(words, self.book.tables))

    def _key(self) -> str:
        lines = [*(one.seen.text for one in self.table.titles), self._sheet()]
        told = " · ".join(filter(None, map(self._timeless, filter(None, lines))))
        if not told:
            heads = {" / ".join(self._timeless(one.text) for one in path) for path in self.columns.values()}
            told = " · ".join(sorted(filter(None, {*self.table.heads, *heads})))
        source, whose = self.book.source, self.book.tables.catalogue.regions.get(self.book.owner)
        nobody = self.over.region is None and not any(self.regional)
        told += (
            f" [{source.publisher.zh}]" if source else ""
        )  # another bureau means another thing by the same words
        return f"{told} [{whose.name.zh}]" if nobody and whose else told

    def _sheet(self) -> str:
        """The sheet's name, where it tells its tables from those of others by more than a region."""
        name = months.even(self.table.sheet)
        return "" if unnamed(name) or self.book.sayer.place(name) is not None else name

    def _timeless(self, line: str) -> str:
        told = re.sub(r"[(][)]", "", dating.timeless(alike(line), self.latest)).strip()
        return told[1:-1] if re.fullmatch(r"[(][^()]*[)]", told) else told

    @cached_property
    def regional(self) -> tuple[bool, bool]:
        """Whether the rows, and the columns, are of regions."""
        return _regional(self.rows), _regional(self.columns)

    @cached_property
    def regions(self) -> frozenset[str]:
        """The ids of the regions that its rows or columns are of, or its lines."""
        paths = (*self.rows.values(), *self.columns.values())
        told = (one.region for path in paths for one in path)
        known = frozenset(one for one in told if one and one in self.book.tables.catalogue.regions)
        return known or frozenset(filter(None, [self.over.region or self.book.owner]))

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines over the table and the sheet's name, even."""
        return *(alike(each.seen.shown) for each in self.table.titles), alike(self.table.sheet)

    @property
    def file(self) -> str:
        return self.book.file

    @cached_property
    def file_differs(self) -> bool:
        """Whether the file's name speaks of another period or region than the table, of another edition, or of what isn't reached (目标, 上年同期)."""
        said = self.book.sayer.text(self.file)
        label = said.label
        edition = self.book.sayer.edition(self.file)[0]
        if label.status or label.shift in ("same", "alone") or edition and edition != self.over.edition:
            return True
        if OPEN.search(self.file) and not any(OPEN.search(one) for one in self.lines):
            return True
        known = self.book.tables.catalogue.regions
        around = {known[one].parent for one in self.regions}  # a province's file holds a table of its cities
        if said.region in known and said.region not in self.regions | around:
            return True
        months = [one for part in label.when for one in when.named(part, None)]
        if not months or self.latest is None:
            return False
        year = re.search(r"(?:19|20)\d\d", "".join(label.when)) is not None
        last, whole = months[-1].last, all(len(part) <= _YEAR_ALONE for part in label.when) and year
        if year and last // YEAR != self.latest // YEAR:
            return True
        return not whole and last % YEAR != self.latest % YEAR

    @cached_property
    def idle(self) -> frozenset[str]:
        """Units over the table in which none of its figures is, since each has one of its own."""
        told: set[str] = set()
        for one in self.table.figures:
            path = (*self.book.sayer.path(one.group), *self.rows[one.row], *self.columns[one.column])
            own = {each.label.unit for each in path} - {""}
            if not own and not any(each.label.kind in ("growth", "fall", "gap", "change") for each in path):
                return frozenset()
            told |= own
        return frozenset(self.over.units) - told

    def settled(self, one: Label) -> bool:
        """Whether a period that a spreadsheet has changed is told by those beside it (1-2月 of 1-2, 1-3月, 1-4月)."""
        found = _RUN.match(one.seen.text)
        return found is not None and bool(self._runs) and found[1] not in self._runs

    def small(self, one: Figure) -> bool:
        """Whether all numbers of a figure's column, or of its row, are below one: parts of one as well as per cent."""
        rows, columns = self._small
        return one.row in rows or one.column in columns

    @cached_property
    def _small(self) -> tuple[frozenset[int], frozenset[int]]:
        rows: dict[int, list[str]] = defaultdict(list)
        columns: dict[int, list[str]] = defaultdict(list)
        for one in self.table.figures:
            rows[one.row].append(one.seen.text)
            columns[one.column].append(one.seen.text)
        small = (frozenset(at for at, texts in each.items() if _below_one(texts)) for each in (rows, columns))
        return next(small), next(small)

    @cached_property
    def suspect(self) -> frozenset[int]:
        """Columns whose figures are the places from 1 on, or parts of one where they are said to be in per cent."""
        found = set()
        every: dict[int, list[str]] = {column: [] for column in self.columns}
        for one in self.table.figures:
            every[one.column].append(one.seen.text)
        for column, path in self.columns.items():
            texts = every[column]
            if (
                len(texts) >= _FEWEST
                and all(_WHOLE.match(one) for one in texts)
                and sorted(map(int, texts)) == list(range(1, len(texts) + 1))
            ):
                found.add(column)
            rate = any(said.label.kind in ("growth", "fall") or said.label.unit == "%" for said in path)
            if rate and _below_one(texts) and (len(texts) >= _FEWEST or any(map(_FINE.search, texts))):
                found.add(column)
        return frozenset(found)


def _below_one(texts: Sequence[str]) -> bool:
    return all(re.fullmatch(r"[+-]?0?\.\d+|[+-]?0", one) for one in texts) and any(
        float(one) != 0 for one in texts
    )


def _regional(paths: Mapping[int, Sequence[Saying]]) -> bool:
    return any(one.region is not None and not one.words for path in paths.values() for one in path)
