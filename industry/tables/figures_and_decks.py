"""Whether what a figure names suits it: single figures on a sheet of several, a concept of which there are
indicators, indicators that its kind of chart draws, a month for what is counted at one moment, periods and
editions that the tables hold; and whether a deck's slides are right: a figure that there is, and of what can be
chosen in it only that, each once.

What a kind draws is declared in its options and judged of one indicator in ``subject``, how a slide is written in
``slide``; whether what other records name exists is judged in ``references``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from industry.tables.faults import Fact, Fault, near
from industry.tables.records import Entry
from industry.tables.references import Draft
from industry.tables.tables import Tables
from industry.tables.yaml_lines import Path, dotted
from industry.vocabulary import periods
from industry.vocabulary.catalogue import Indicator
from industry.vocabulary.configuration import FigureSpec
from industry.vocabulary.periods import Period
from industry.vocabulary.slide import COMPARE, KEYS, Slide, parts
from industry.vocabulary.strict_record import named, naming, texts
from industry.vocabulary.subject import misfit, wanted

MOST = 6
"""Periods that a fault names at most of those that are held."""


def check(draft: Draft) -> None:
    """Adds to the draft's faults those of all figures and of the slides of decks."""
    for one in draft.entries["figure"]:
        _parts(draft, one)
        _concepts(draft, one)
        if isinstance(one.record, FigureSpec):
            _indicators(draft, one, one.record)
            _moments(draft, one)
    for deck in draft.entries["deck"]:
        for path, text in texts(deck.raw, ("figures", "*")):
            _slide(draft, deck, path, text)


def _parts(draft: Draft, one: Entry) -> None:
    """A figure made of figures takes single ones."""
    for path, value in named(one.raw, one.model, "figure"):
        part = draft.ids["figure"].get(value)
        if part and any(names.kind == "figure" for _, names in naming(part.model)):
            draft.faults.append(one.fault("nested_figure", path, value))


def _concepts(draft: Draft, one: Entry) -> None:
    """A concept has indicators."""
    known = draft.entries["indicator"]
    for path, value in named(one.raw, one.model, "concept"):
        idle = "indicator" in draft.whole and not any(each.raw.get("concept") == value for each in known)
        if idle and value in draft.ids["concept"]:
            draft.faults.append(one.fault("idle_concept", path, value))


def _indicators(draft: Draft, one: Entry, spec: FigureSpec) -> None:
    """The figure draws every indicator that it names, and one at least of its concept. Of indicators that
    are refused themselves nothing is said."""
    first: Indicator | None = None
    for path, value in named(one.raw, one.model, "indicator"):
        indicator = draft.record("indicator", value)
        if not isinstance(indicator, Indicator):
            return
        if key := misfit(spec, indicator, first):
            facts = ("key", key), ("value", str(getattr(indicator, key) or ""))
            draft.faults.append(one.fault("unfit_indicator", path, value, wanted(spec, first)[key], *facts))
        first = first or indicator
    for path, value in named(one.raw, one.model, "concept"):
        members = [each for each in draft.entries["indicator"] if each.raw.get("concept") == value]
        known = [each.record for each in members if isinstance(each.record, Indicator)]
        keys = [misfit(spec, each, first) for each in known if each != first]
        if keys and all(keys) and len(known) == len(members):
            key = keys[0]
            draft.faults.append(
                one.fault("unfit_concept", path, value, wanted(spec, first)[key], ("key", key))
            )


def _moments(draft: Draft, one: Entry) -> None:
    """What is counted at one moment has no span of time."""
    about = [draft.ids["indicator"].get(value) for _, value in named(one.raw, one.model, "indicator")]
    if not about or not all(each and each.raw.get("timing") == "stock" for each in about):
        return
    for path, value in named(one.raw, one.model, "period"):
        try:
            periods.parse(value, "stock")
        except periods.PeriodError as error:
            draft.faults.append(one.fault(f"period_{error.code}", path, value))


def _slide(draft: Draft, deck: Entry, path: Path, text: str) -> None:
    """The figure that a deck's slide shows, and all that it chooses, each once."""
    file, line, column = deck.yaml_file.file, deck.line(*path), dotted((*deck.path, *path))
    slide, (_, written) = Slide.parse(text), parts(text)
    keys = [key for key, _ in written]
    made = slide.figure == COMPARE and COMPARE not in draft.ids["figure"]
    others = () if made else ("indicator", *(() if _dated(draft, slide.figure) else ("period",)))
    expected = tuple(one for one in KEYS if one not in others)

    def tell(code: str, key: str, found: str = "", expected: tuple[str, ...] = (), *facts: Fact) -> None:
        draft.faults.append(Fault(code, file, line, f"{column}{key}", found, expected, facts))

    if made and "indicator" not in keys:
        tell("missing_key", ".indicator")
    for place, (key, value) in enumerate(written):
        if key not in expected:
            tell("not_allowed", "", key, expected, *near(key, expected))
        elif key in keys[:place]:
            tell("duplicate_key", "", key, (), ("first", str(line)))
        elif not value:
            tell("empty_text", f".{key}")
    chosen = slide.choices
    names = [("figure", "" if made else slide.figure), ("indicator", made and chosen.indicator)]
    for kind, id in (*names, *(("region", one) for one in chosen.regions)):
        if id and draft.unknown(kind, id):
            draft.faults.append(draft.dangling(file, line, column, id, kind))
    if chosen.period and (code := _lock_fault(draft, chosen.period)):
        tell(code, "", chosen.period)


def _lock_fault(draft: Draft, text: str) -> str:
    """What is wrong with the text of a lock: an edition, a period, or both with @ between; empty: nothing."""
    period, _, edition = text.partition("@")
    if text in draft.ids["edition"]:
        return ""
    try:
        periods.parse(period, "flow")
    except periods.PeriodError as error:
        return f"period_{error.code}"
    return "period_form" if edition and draft.unknown("edition", edition) else ""


def _dated(draft: Draft, id: str) -> bool:
    """Whether a period can be chosen in a figure; of one that isn't known nothing is said."""
    record = draft.record("figure", id)
    return record.over_a_period if isinstance(record, FigureSpec) else True


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
    """Every period and edition that a figure or a slide asks for and that none of its regions holds; asked
    when there are no other faults."""
    asks = [*_of_figures(draft), *_of_slides(draft, tables)]
    about = {id for ask in asks for spec in ask.specs for id in _about(tables, spec, ask.indicator)}
    shelf, faults = _Shelf(tables, about), []
    for ask in asks:
        own = ask.path if ask.specs == [ask.entry.record] else ()
        wanted = ask.period, ask.edition, ask.indicator
        lacks = [shelf.lacking(one, ask.regions or _regions(tables, one, own), *wanted) for one in ask.specs]
        if all(lacks) and (told := lacks[0]):
            faults.append(ask.entry.fault(told[0], ask.path, *told[1:]))
    return faults


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
    own = own or list(tables.catalogue.config.regions)
    return [*own, tables.catalogue.benchmark.id] if path[:1] == ("periods",) else own


class _Shelf:
    """What the tables hold of indicators, without a record of each row."""

    def __init__(self, tables: Tables, about: Collection[str]) -> None:
        self._tables = tables
        self._kept: dict[tuple[str, str], list[tuple[str, ...]]] = defaultdict(list)
        for region, table in tables.tables.items():
            cells = table.of(about, "period", "status", "edition")
            for indicator, held in zip(table.of(about, "indicator"), cells, strict=True):
                self._kept[region, indicator].append(held)

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
        written = (period, status, edition)  # quicker said than what is held
        if any(written in self._kept.get((region, id), ()) for id in about for region in regions):
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

    def _published(
        self, about: Iterable[str], regions: Collection[str], status: str
    ) -> Iterator[tuple[Period, str, str]]:
        for id in about:
            timing = self._tables.catalogue.indicators[id].timing
            for region in regions:
                for text, kind, edition in set(self._kept.get((region, id), ())):
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
