"""What a briefing opens with: of the rates that most regions share with the country, the newest figures, and those of the
newest period of which all are held."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from industry import wording
from industry.export.deck import years
from industry.export.docx.told.about import subject_of
from industry.export.docx.told.groups import Group, groups
from industry.export.docx.told.newest import newest_of
from industry.export.docx.told.sentences import MOST, Speaker, dated, say, sentences
from industry.export.names import regions_named
from industry.export.refreshing.signs import WHOLE
from industry.figures.finished import contradicted
from industry.figures.record import Figure
from industry.figures.rows.lookup import ended, share_of
from industry.rules import base_effects
from industry.rules.comparison import Question, compare
from industry.rules.lock import Asked, distance
from industry.rules.shelf import Shelf
from industry.tables.tables import Tables
from industry.vocabulary.catalogue import Indicator, Region
from industry.vocabulary.fields import AMOUNTS, RATES
from industry.vocabulary.focus import Focus
from industry.vocabulary.observation import Observation
from industry.vocabulary.slide import Slide
from industry.wording.said import Said, join

SHARED = 2
"""Regions of which a newer period must have figures to be told beside the fullest; of more it is told who stands first."""


def opening(
    figures: Sequence[Figure], tables: Tables, language: str, fit: Callable[[str], bool] = bool
) -> tuple[tuple[str, Said], ...]:
    """Sentences on at most ``MOST`` indicators, each with the id of the figure it is of, those of most regions first; where no
    figure stands beside the country's, the first figure's own. Of a briefing on one region no sentence is on others alone, and
    its newest that no figure draws, or none beside the country's, are told, too (``WHOLE`` in the figure's place). Each region that the document is said to be of is in one of them, with its newest figure or as one of which none is
    held. Of those that are ``fit`` to be told, and of a sentence that isn't as many regions as are, the first among them."""
    held: dict[str, dict[object, Group]] = {}
    for figure in figures:
        for one in groups(figure, tables, every=True):
            first = one.rows[0]
            if first.indicator.measure in RATES and one.benchmark is not None and not first.inferred:
                of = held.setdefault(first.indicator.id, {})
                key = (first.period, first.edition)
                if key not in of or len(of[key].rows) < len(one.rows):
                    of[key] = one
    about = subject_of(figures, tables)
    told = [_newest_and_fullest(list(one.values()), about) for one in held.values()]
    told = [one for one in told if about is None or about in [row.region for row in one[0].rows]]
    told.sort(key=lambda one: -len(one[-1].rows))
    listed = [_lacking(each, one[-1], tables) for one in told[:MOST] for each in one]
    said: list[tuple[str, Said]] = []
    if about:
        beside = {one[0].rows[0].indicator for one in told}
        every = (row for one in figures for row in one.drawn)
        drawn = {row for row in every if row.indicator.measure not in RATES or row.indicator in beside}
        year = years.chosen(Slide.parse(one.id) for one in figures)
        listed = [*newest_of(about, drawn, tables, WHOLE, year), *listed]
    if not listed:
        each = ((one.id, sentences(groups(one, tables), tables, language, fit)) for one in figures)
        id, first_told = next((one for one in each if one[1]), ("", ()))
        said = [(id, one) for one in first_told]
    listed.sort(key=lambda one: in_order(one.rows[0].indicator, tables))
    for group in _with_all(listed, held, regions_named(figures, tables.catalogue.config.regions), tables):
        briefs = (_brief(one, tables, language) for one in _shorter(group))
        if brief := next(filter(fit, briefs), None):
            said.append((group.figure, brief))
    return tuple(said)


def _shorter(group: Group) -> Iterator[Group]:
    """The group, without each of the regions behind the first, and with the first alone: what is tried where the whole isn't fit to be
    told."""
    yield group
    for at in range(1, len(group.rows)):
        yield replace(group, rows=(*group.rows[:at], *group.rows[at + 1 :]))
    if len(group.rows) > SHARED:
        yield replace(group, rows=group.rows[:1])


def in_order(indicator: Indicator, tables: Tables) -> tuple[int, int]:
    """Where it is told of an indicator: by topics as config.yaml has them, in each as the indicators are listed."""
    catalogue = tables.catalogue
    return [*catalogue.config.topics].index(indicator.topic), [*catalogue.indicators].index(indicator.id)


def _with_all(
    listed: Sequence[Group],
    held: Mapping[str, Mapping[object, Group]],
    regions: Iterable[Region],
    tables: Tables,
) -> list[Group]:
    """The groups, and behind those of the first indicator of which a region has figures beside the country's its newest, where no
    group tells of it; of a region without any it is said beside the first of which none is held."""
    found = list(listed)
    for region in regions:
        if any(region in (*one.lacking, *(row.region for row in one.rows)) for one in found):
            continue
        for id in dict.fromkeys(one.rows[0].indicator.id for one in found):
            own = [one for one in held.get(id, {}).values() if region in [row.region for row in one.rows]]
            if own:
                group = max(own, key=_end)
                rows = tuple(row for row in group.rows if row.region == region)
                at = max(place for place, one in enumerate(found) if one.rows[0].indicator.id == id)
                found.insert(at + 1, replace(group, rows=rows))
                break
        else:
            for place, one in enumerate(found):
                if _lacks(one, region, tables):
                    found[place] = replace(one, lacking=(*one.lacking, region))
                    break
    return found


def _lacks(group: Group, region: Region, tables: Tables) -> bool:
    """Whether the tables hold no figure of the group's indicator and period of a region."""
    first = group.rows[0]
    return all(one.period != first.period for one in tables.rows(first.indicator.id, region.id))


def _newest_and_fullest(found: Sequence[Group], about: Region | None) -> list[Group]:
    """The newest that regions share, where it isn't the fullest of all, and the fullest; of those with the region that all is
    ``about``, which is told first, and its newest whoever shares it."""
    own = [one for one in found if about in [row.region for row in one.rows]] or found
    own = [replace(one, rows=tuple(sorted(one.rows, key=lambda row: row.region != about))) for one in own]
    fullest = max(own, key=lambda one: (len(one.rows), _end(one)))
    shared = 1 if about in [row.region for row in own[0].rows] else SHARED
    newest = max((one for one in own if len(one.rows) >= shared), key=_end, default=fullest)
    return [*([newest] if newest is not fullest else []), fullest]


def _end(group: Group) -> int:
    return ended(group.rows[0])


def _lacking(group: Group, fullest: Group, tables: Tables) -> Group:
    """The group with those regions of the fullest of whom the tables hold no figure of its period."""
    own = {row.region for row in group.rows}
    lacking = tuple(
        row.region for row in fullest.rows if row.region not in own and _lacks(group, row.region, tables)
    )
    return replace(group, lacking=lacking)


def _brief(group: Group, tables: Tables, language: str) -> Said:
    """The figures of a group beside the benchmark, who stands first, and of which of the ``lacking`` none is held: what a
    briefing opens with. Of whom it is told first by how much, and the average over two years beside the benchmark's; of others
    that have one, that they stand above or below."""
    first = group.rows[0].region
    both = (first, tables.catalogue.benchmark) if first.id in group.averages else ()
    speaker = Speaker(tables, language, averaged=None if group.figure == WHOLE else both)
    figure, *others = speaker.clauses(group)
    clauses = [
        _amount(figure, group.rows[0], tables, language),
        *others,
        _first(group, tables, language),
        *_not_held(group, tables, language),
    ]
    return dated(group.rows[0], clauses, language)


def _amount(told: Said, row: Observation, tables: Tables, language: str) -> Said:
    """144家，占全国3.02%（推算）: of an amount also what part it is of that of the region in which it lies."""
    if row.indicator.measure not in AMOUNTS:
        return told
    share, whole = share_of(tables, row), tables.catalogue.parent_of(row.region)
    if share is None or whole is None:
        return told
    part = wording.number(share, language, marked=True)
    of_whole = wording.say("share_of", language, whole.name(language), part)
    return join((told, of_whole), wording.say("comma", language))


def _first(group: Group, tables: Tables, language: str) -> Said:
    """江西同比、两年平均增速均居三省首位: who stands first, of growth only by both measures."""
    if len(group.rows) <= SHARED:
        return Said()
    first = group.rows[0]
    regions = tuple(row.region.id for row in group.rows)
    found = compare(tables, Question(first.indicator.id, regions, str(first.period)))
    if {row.id for row in found.drawn} != {row.id for row in group.rows}:
        return Said()
    alone = replace(found, benchmark=None)
    shelf = Shelf(tables)
    marked = any(base_effects.base_effect(shelf, row) for row in group.rows)
    return wording.finding(
        alone,
        language,
        marked=marked,
        averages=group.averages,
        regions=regions,
        disputed=contradicted(tables, (*group.rows, group.benchmark, *group.averages.values())),
    )


def _not_held(group: Group, tables: Tables, language: str) -> Iterator[Said]:
    """河北未收录（2021年1—10月为4.8%）: with the figure of the period that ends nearest, where there is one."""
    silent = []
    for region in group.lacking:
        near = _nearest(group, region, tables)
        if near is None:
            silent.append(region.name(language))
            continue
        number = wording.number(near, language, marked=True)
        yield say("lacking_near", language, region.name(language), wording.dated(near, language), number)
    if silent:
        yield say("lacking", language, wording.say("listed", language).join(silent))


def _nearest(group: Group, region: Region, tables: Tables) -> Observation | None:
    """The region's published figure of the period nearest to the group's, as figures take it."""
    first = group.rows[0]
    held = [
        row
        for row in tables.rows(first.indicator.id, region.id)
        if row.status == "actual" and row.period and not row.inferred and row.edition == first.edition
    ]
    asked = Asked(first.period, first.edition)
    return min(held, key=lambda row: distance(row, asked, Focus()), default=None)
