"""The card of a number: all that is known of one observation, in words, with the ids of the rows that it names,
so that each can be opened in turn.

Where the number is used is told in ``used``; how a card looks belongs to the pages, in ``ui``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from industry import wording
from industry.export import listing
from industry.figures import bases
from industry.figures.rows.derived import derived_rows
from industry.kept import kept
from industry.rules import base_effects
from industry.rules.lock import lock_of, preferred
from industry.rules.shelf import Shelf
from industry.rules.verdicts import RANKED, verdict
from industry.tables.tables import Tables
from industry.vocabulary import catalogue
from industry.vocabulary.finding import Finding
from industry.vocabulary.observation import Observation
from industry.wording import citation
from industry.wording.said import Said

MOST_PERIODS = 6
"""Other periods of the region that a card lists, the most recent ones."""
MOST_CHECKS = 4
MOST_OF_PARAGRAPH = 8


@dataclass(frozen=True)
class Other:
    """Another number that a card names: the id of its row, what it is (a region, a period, a term), the figure in
    words, and what must be said of it."""

    id: str
    what: str
    figure: Said
    remark: str = ""


@dataclass(frozen=True)
class Source:
    """A source of the number: everything that is known of it in one line with the paragraph, its address if it has
    one, and whether it is internal (which the line says too)."""

    line: str
    url: str
    internal: bool


@dataclass(frozen=True)
class Card:
    """What a card says, each text whole and without a sentence for what there isn't. ``about`` is region, period and
    status; ``told`` are the statements beside the figure (as printed, edition, what is inferred, the base, the
    curators' remark); ``terms`` those of a derived figure; ``bases`` the base and the average of a growth;
    ``citation`` the text to be copied; ``left`` of checks and paragraph how many more there are. The passage, of which
    the tables know nothing, is found by ``passages``."""

    id: str
    figure: Said
    about: str
    indicator: str
    definition: str
    told: tuple[str, ...]
    formula: str
    terms: tuple[Other, ...]
    bases: tuple[Other, ...]
    sources: tuple[Source, ...]
    citation: str
    checks: tuple[Said, ...]
    checks_left: int
    unchecked: str
    paragraph: tuple[Other, ...]
    paragraph_left: int
    regions: tuple[Other, ...]
    periods: tuple[Other, ...]
    editions: tuple[Other, ...]


def find(tables: Tables, id: str) -> Observation | None:
    """The published or derived row of an id, also of those that figures alone work out; None where there is none."""
    try:
        return tables.row(id)
    except KeyError:
        return _worked(tables, id.partition(":")[0]).get(id)


@kept
def _worked(tables: Tables, region: str) -> Mapping[str, Observation]:
    """The derived rows of a region by their ids, none of a region that there isn't."""
    held = tables.catalogue.regions.get(region)
    return {row.id: row for row in derived_rows(tables, held)} if held else {}


def card(tables: Tables, row: Observation, language: str) -> Card:
    """The card of a row, in ``language`` (``zh`` or ``en``)."""
    effect = base_effects.base_effect(Shelf(tables), row)
    average = bases.called(tables.catalogue, effect.average, effect.years) if effect else None
    told_bases = [one for one in (effect.before, average) if one] if effect else []
    checks = _checks(tables).get(row.id, ())
    beside = beside_of(tables, row)
    definition, config = row.indicator.definition, tables.catalogue.config
    period = wording.period(row.period, language)
    status = wording.status(row.status, language) + wording.derived_mark(row, language)
    sources = tuple(_source(row, one, language) for one in row.sources)
    unchecked = "not_checked_derived" if row.derived else "not_checked"
    return Card(
        id=row.id,
        figure=wording.number(row, language),
        about=" · ".join((row.region.name(language), period, status)),
        indicator=row.indicator.name(language),
        definition=definition(language) if definition else "",
        told=tuple(
            filter(
                None, _told(tables, row, wording.base(effect, config, language) if effect else "", language)
            )
        ),
        formula=wording.formula(row, language),
        terms=tuple(_other(tables, one, row, language, of="indicator") for one in row.terms),
        bases=tuple(_other(tables, one, row, language, of="indicator") for one in told_bases),
        sources=sources,
        citation=_citation(row, language),
        checks=tuple(wording.audit(one, language) for one in checks[:MOST_CHECKS]),
        checks_left=max(0, len(checks) - MOST_CHECKS),
        unchecked="" if checks else _say(unchecked, language),
        paragraph=tuple(
            _other(tables, one, row, language, of="indicator") for one in beside[:MOST_OF_PARAGRAPH]
        ),
        paragraph_left=max(0, len(beside) - MOST_OF_PARAGRAPH),
        regions=tuple(_other(tables, one, row, language, of="region") for one in _elsewhere(tables, row)),
        periods=tuple(
            _other(tables, one, row, language, of="period") for one in _at_other_times(tables, row)
        ),
        editions=tuple(_other(tables, one, row, language, of="edition") for one in _again(tables, row)),
    )


def _say(key: str, language: str, *facts: object) -> str:
    return wording.worded("card", key, language, *facts)


def _told(tables: Tables, row: Observation, base: str, language: str) -> Iterator[str]:
    """As printed where the figure is told otherwise, edition, what is inferred, the base, the curators' remark."""
    if row.as_printed not in ("", wording.number(row, language)):
        yield _say("as_printed", language, row.as_printed)
    if row.edition:
        yield _say("of_edition", language, wording.edition(row.edition, tables.catalogue.config, language))
    if row.inferred:
        yield _say("inferred", language, wording.supplied(row.inferred, language))
    yield base
    if note := row.note(language):
        yield _say("note", language, note)


def _source(row: Observation, source: catalogue.Source, language: str) -> Source:
    """A source as a card cites it: with the paragraph, of a published figure."""
    line = _placed(citation.card(source, language), row, language)
    return Source(line, source.url or "", source.access == "internal")


def _placed(line: str, row: Observation, language: str) -> str:
    """The line with the paragraph, of a published figure."""
    if not row.paragraph or row.derived:
        return line
    place = wording.worded("pages", "paragraph", language, row.paragraph)
    return wording.say("comma", language).join((line, place))


def _citation(row: Observation, language: str) -> str:
    """A figure with its source, to be copied: 河北2021年1—10月，工业税收…：65.7%。资料来源：…，第7段。 Where curators
    saw it stays behind."""
    lines = [_placed(citation.full(one, language), row, language) for one in row.sources]
    named = wording.say("joined", language).join(lines)
    return _say(
        "cited",
        language,
        row.region.name(language),
        wording.period(row.period, language),
        row.indicator.name(language),
        wording.number(row, language, marked=True),
        _say("cited_source", language, named),
    )


def _other(tables: Tables, other: Observation, row: Observation, language: str, of: str) -> Other:
    """``other`` as the card of ``row`` names it. ``of``: in what alone they differ (region, period, edition), or
    ``indicator``, where they may differ in anything; what they share isn't said again."""
    period = wording.period(other.period, language)
    differing = (
        other.region.name(language) if other.region != row.region else "",
        (other.indicator.short or other.indicator.name)(language) if of == "indicator" else "",
        period if other.period != row.period or of == "period" else "",
        wording.origin(other, language) if of == "edition" else "",
    )
    config = tables.catalogue.config
    remarks = (
        wording.status(other.status, language) if other.status not in (row.status, "actual") else "",
        wording.edition(other.edition, config, language) if other.edition != row.edition else "",
        _apart(tables, row, other, language) if of == "region" else _unstated(other, language),
    )
    listed = wording.say("listed", language)
    what, remark = " · ".join(filter(None, differing)), listed.join(filter(None, remarks))
    return Other(other.id, what, wording.number(other, language, marked=True), remark)


def _unstated(row: Observation, language: str) -> str:
    return (
        wording.say("not_stated", language, wording.supplied(row.inferred, language)) if row.inferred else ""
    )


def _apart(tables: Tables, row: Observation, other: Observation, language: str) -> str:
    """Why two figures of one period aren't ranked, or don't stand on one scale; nothing where they may be, or where
    one is of the region that the other lies in."""
    found, known = verdict(row, other), tables.catalogue
    within = known.parent_of(row.region) == other.region or known.parent_of(other.region) == row.region
    if found.kind in RANKED or (found.kind == "other_level" and within):
        return ""
    return wording.reason(found.reason, known.config, language)


@kept
def _checks(tables: Tables) -> Mapping[str, Sequence[Finding]]:
    """The findings, the gravest first, by the id of each row that is a term of one."""
    found: dict[str, list[Finding]] = defaultdict(list)
    for one in listing.found(tables):
        for id in dict.fromkeys(row.id for row in one.rows):
            found[id].append(one)
    return found


def beside_of(tables: Tables, row: Observation) -> tuple[Observation, ...]:
    """The other rows of the same paragraph of the same document, in the tables' order."""
    if row.source is None or row.paragraph is None:
        return ()
    frame = tables.frame
    held = frame["id"][(frame["source"] == row.source.id) & (frame["paragraph"] == row.paragraph)]
    return tuple(tables.row(id) for id in held if id != row.id)


def _alike(tables: Tables, row: Observation, regions: Iterable[str]) -> list[Observation]:
    """The rows of the same indicator and status in these regions, derived ones too."""
    rows = list(tables.rows(row.indicator.id, derived=True))
    if row.derived:
        rows += [
            one
            for id in regions
            for one in _worked(tables, id).values()
            if one.indicator.id == row.indicator.id
        ]
    return [
        one
        for one in {held.id: held for held in rows}.values()
        if one.region.id in regions and one.id != row.id
    ]


def _elsewhere(tables: Tables, row: Observation) -> list[Observation]:
    """Of every other region the row to name first over the same period (of a list: edition), in the order of
    config.yaml, the benchmark before them."""
    known = tables.catalogue
    order = dict.fromkeys((known.benchmark.id, *known.config.regions, *known.regions))
    held: dict[str, list[Observation]] = {id: [] for id in order if id != row.region.id}
    for one in _alike(tables, row, held):
        if lock_of(one) == lock_of(row) and one.status == row.status:
            held[one.region.id].append(one)
    return [preferred(rows)[0] for rows in held.values() if rows]


def _at_other_times(tables: Tables, row: Observation) -> list[Observation]:
    """Of the region's other periods the row to name first, of its own edition where that is held, the most recent `MOST_PERIODS`."""
    held: dict[object, list[Observation]] = defaultdict(list)
    for one in _alike(tables, row, [row.region.id]):
        if one.period is not None and one.period != row.period and one.status == row.status:
            held[one.period].append(one)
    alike = ([each for each in one if each.edition == row.edition] or one for one in held.values())
    rows = [preferred(one)[0] for one in alike]
    return sorted(rows, key=lambda one: one.period.end if one.period else 0, reverse=True)[:MOST_PERIODS]


def _again(tables: Tables, row: Observation) -> list[Observation]:
    """The region's other rows of the same period: another edition, source or status."""
    return [one for one in _alike(tables, row, [row.region.id]) if one.period == row.period]
