"""Whether the tables hold the periods and the editions that figures and the slides of decks ask for, and the years to look at. Whether what a
figure names suits it is judged in ``suits``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from industry.tables import plausible
from industry.tables.faults import Fault
from industry.tables.records import Entry
from industry.tables.references import Draft
from industry.tables.tables import Tables
from industry.tables.yaml_lines import Path
from industry.vocabulary import periods
from industry.vocabulary.configuration import FigureSpec
from industry.vocabulary.periods import Period
from industry.vocabulary.slide import Slide
from industry.vocabulary.strict_record import named, texts
from industry.vocabulary.subject import misfit

MOST = 6
"""Periods that a fault names at most of those that are held."""


class _Ask(NamedTuple):
    """A period and an edition (empty: any) that a figure, or a slide at ``path``, asks for: of ``indicator``, or of
    what these ``specs`` are about, of ``regions``, or of those that each shows."""

    entry: Entry
    path: Path
    specs: Sequence[FigureSpec | None]
    period: str
    edition: str
    indicator: str | None = None
    regions: Collection[str] = ()


def unheld(draft: Draft, tables: Tables) -> list[Fault]:
    """Every period and edition that a figure or a slide asks for and that none of its regions holds, and years of which
    no region can show anything; asked when there are no other faults."""
    asks = [*_of_figures(draft), *_of_slides(draft, tables)]
    shelf, faults = _Shelf(tables, asks), []
    for ask in asks:
        own = ask.path if ask.specs == [ask.entry.record] else ()
        wanted = ask.period, ask.edition, ask.indicator
        lacks = [shelf.lacking(one, ask.regions or _regions(tables, one, own), *wanted) for one in ask.specs]
        if all(lacks) and (told := lacks[0]):
            faults.append(ask.entry.fault(told[0], ask.path, *told[1:]))
    return [*faults, *_before_all(draft, tables)]


def _before_all(draft: Draft, tables: Tables) -> Iterator[Fault]:
    """Years to look at before the first of which there are figures: nothing could be shown. In a later year that has
    none yet the nearest before it is."""
    told = {period[:4] for table in tables.tables.values() for period in table.columns["period"] if period}
    for one in (*draft.entries["config"], *draft.entries["deck"]):
        for path, year in plausible.years_looked_at(one):
            if told and year < min(told):
                yield one.fault("focus_not_held", path, year, (min(told),))


def _of_figures(draft: Draft) -> Iterator[_Ask]:
    for one in draft.entries["figure"]:
        if isinstance(one.record, FigureSpec):
            for path, period, edition in _asked(one.record):
                yield _Ask(one, path, [one.record], period, edition)


def _of_slides(draft: Draft, tables: Tables) -> Iterator[_Ask]:
    """A slide of a figure made of figures asks of each of them."""
    for deck in draft.entries["deck"]:
        for path, text in texts(deck.raw, ("figures", "*")):
            slide = Slide.parse(text)
            chosen, record = slide.choices, draft.record("figure", slide.figure)
            spec = record if isinstance(record, FigureSpec) else None
            if not chosen.period or spec and not spec.over_a_period:
                continue
            period, _, edition = chosen.period.partition("@")
            if chosen.period in tables.catalogue.config.editions:
                period, edition = "", chosen.period
            members = (
                [draft.record("figure", id) for _, id in named(spec, type(spec), "figure")] if spec else []
            )
            parts = [one for one in members if isinstance(one, FigureSpec)]
            yield _Ask(deck, path, parts or [spec], period, edition, chosen.indicator, chosen.regions)


def _asked(spec: FigureSpec) -> Iterator[tuple[Path, str, str]]:
    """Where a figure asks for a period, and for which, of which edition; of whichever, where it names none.
    An edition without a period stands for itself."""
    (edition,) = [value for _, value in named(spec, type(spec), "edition")] or [""]
    over = [(path, period, edition) for path, period in named(spec, type(spec), "period")]
    yield from over or ([(("edition",), "", edition)] if edition else [])


def _regions(tables: Tables, spec: FigureSpec | None, path: Path) -> Collection[str]:
    """The regions of which a period of a figure is asked: the one that has it to itself, else all of its, with
    the country where it is one of several that its line runs through."""
    if path[:1] == ("own_periods",):
        return (str(path[1]),)
    own = [value for at, value in named(spec, type(spec), "region") if at[0] == "regions"] if spec else []
    own = own or list(tables.catalogue.shown(getattr(spec, "level", None)))
    return [*own, tables.catalogue.benchmark.id] if path[:1] == ("periods",) else own


class _Shelf:
    """What the tables hold of indicators, without a record of each row."""

    def __init__(self, tables: Tables, asks: Sequence[_Ask]) -> None:
        self._tables = tables
        self._written: set[tuple[str, ...]] = (
            set()
        )  # what is asked for as it is written: quicker said than all
        periods_asked, editions_asked = (
            {one.period for one in asks},
            {one.edition for one in asks if not one.period},
        )
        for region, table in tables.tables.items():
            for column, texts_asked in (("period", periods_asked), ("edition", editions_asked)):
                found = table.of(texts_asked, "indicator", "period", "status", "edition", by=column)
                for indicator, period, status, edition in found:
                    when = period if column == "period" else ""
                    self._written |= {(region, indicator, when, status, one) for one in (edition, "")}

    @cached_property
    def _kept(self) -> dict[tuple[str, str], set[tuple[str, str, str]]]:
        """By region and indicator period, status and edition of every row."""
        kept: dict[tuple[str, str], set[tuple[str, str, str]]] = defaultdict(set)
        for region, table in self._tables.tables.items():
            for indicator, period, status, edition in table.cells("indicator", "period", "status", "edition"):
                kept[region, indicator].add((period, status, edition))
        return kept

    def lacking(
        self,
        spec: FigureSpec | None,
        regions: Collection[str],
        period: str,
        edition: str,
        indicator: str | None = None,
    ) -> tuple[str, str, tuple[str, ...]] | None:
        """A fault's code, what was asked for, and what is held instead; None where it is held. ``period`` and
        ``edition`` empty for any."""
        about = _about(self._tables, spec, indicator)
        status = spec.status if spec else "actual"
        written = period, status, edition
        if any((region, id, *written) in self._written for id in about for region in regions):
            return None
        if not period and self._within_reach(about, edition, status):
            return None
        held: list[tuple[Period, str]] = []
        for rows in (self._published(about, regions, status), self._derived(about, regions, status)):
            for when, of, timing in rows:
                wanted = periods.read(period, timing)
                of_year = spec and spec.by_year and wanted and when.year == wanted.year
                if (not period or when == wanted or of_year) and edition in ("", of):
                    return None
                held.append((when, of))
        if not held:
            return "nothing_held", period or edition, ()
        if edition and not any(of == edition for _, of in held):
            known = list(self._tables.catalogue.config.editions)
            found = {of for _, of in held}
            return "edition_not_held", edition, tuple(sorted(found, key=["", *known].index))
        end = periods.parse(period, "flow").end
        near = sorted(
            {when for when, of in held if edition in ("", of)}, key=lambda one: (abs(one.end - end), one)
        )
        of_edition = f"{period}@{edition}" if edition else period
        return "period_not_held", of_edition, tuple(map(str, sorted(near[:MOST])))

    def _within_reach(self, about: Iterable[str], edition: str, status: str) -> bool:
        """Whether something is published in the edition from which one of the indicators may be worked out. Whether
        it can be is known once everything has been worked out, for which no reading waits."""
        identities = [{one.id, *one.relations()} for one in self._tables.catalogue.indicators.values()]
        terms = {id for wanted in about for ids in identities if wanted in ids for id in ids}
        return any(
            (region, id, "", status, edition) in self._written
            for id in terms
            for region in self._tables.tables
        )

    def _published(
        self, about: Iterable[str], regions: Collection[str], status: str
    ) -> Iterator[tuple[Period, str, str]]:
        for id in about:
            timing = self._tables.catalogue.indicators[id].timing
            for region in regions:
                for text, kind, edition in self._kept.get((region, id), ()):
                    if text and kind == status:
                        yield periods.parse(text, timing), edition, timing

    def _derived(
        self, about: Iterable[str], regions: Collection[str], status: str
    ) -> Iterator[tuple[Period, str, str]]:
        for id in about:
            for row in self._tables.derived(id):
                if row.period and row.status == status and row.region.id in regions:
                    yield row.period, row.edition, row.indicator.timing


def _about(tables: Tables, spec: FigureSpec | None, indicator: str | None) -> list[str]:
    return [indicator] if indicator else list(_subjects(tables, spec))


def _subjects(tables: Tables, spec: FigureSpec | None) -> Iterator[str]:
    """Ids of the indicators that a figure is about: those that it names, of its concept, or all that it draws."""
    if spec is None:
        return
    own = [value for _, value in named(spec, type(spec), "indicator")]
    concepts = [value for _, value in named(spec, type(spec), "concept")]
    of_concept = [one.id for concept in concepts for one in tables.catalogue.of_concept(concept)]
    yield from (
        own or of_concept or [one.id for one in tables.catalogue.indicators.values() if not misfit(spec, one)]
    )
