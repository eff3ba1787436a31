"""A deck of another year than the one that config.yaml looks at: its title, its slides, and which of these show another year
all the same.

Which decks there are belongs in ``regional``; which period of a year a figure shows, in its kind.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from industry import wording
from industry.export import names
from industry.figures.context import Context
from industry.figures.draw import spec_of
from industry.figures.kinds import bars
from industry.figures.record import Figure
from industry.figures.rows.lookup import indicator_of
from industry.rules.comparison import Question, compare
from industry.rules.lock import comparable
from industry.tables.tables import Tables
from industry.vocabulary.configuration import Config, Deck
from industry.vocabulary.fields import LANGUAGES
from industry.vocabulary.focus import LATEST, Focus
from industry.vocabulary.slide import Choices, Slide


def held(tables: Tables) -> tuple[int, ...]:
    """The years in which the period of an actual figure of a chosen region or of the benchmark ends, the newest first: those
    that can be looked at."""
    catalogue = tables.catalogue
    shown = {*catalogue.config.regions, catalogue.config.benchmark}
    rows = (row for id in catalogue.indicators for row in tables.rows(id) if row.region.id in shown)
    found = {row.period.year for row in rows if row.period and row.status == "actual"}
    return tuple(sorted(found, reverse=True))


def can_be_chosen(tables: Tables, year: str) -> bool:
    """Whether a year of an address or a command is one of those, or `LATEST`."""
    return year in (LATEST, *map(str, held(tables)))


def of_year(deck: Deck, year: str | None, tables: Tables) -> Deck:
    """The deck with this year, or `LATEST`, chosen in all slides but those that choose a time of their own; as it is of none
    and of the year that config.yaml looks at anyway. Where the period that most regions share says nothing of the region
    that the deck is of, its comparison is over the first that does of the year of that region's own figure."""
    if not year or year == tables.catalogue.config.focus:
        return deck
    slides = (
        one
        if _timed(one.choices) or one.choices.year
        else _with(deck.id, replace(one, choices=replace(one.choices, year=year)), tables)
        for one in deck.slides
    )
    return deck.model_copy(update={"figures": tuple(map(str, slides))})


def _with(region: str, slide: Slide, tables: Tables) -> Slide:
    """A comparison of regions over a period in which this one is drawn, if there is one in the year that has a figure of it, which
    is the one chosen or the nearest before it; any other slide as it is."""
    spec = spec_of(tables.catalogue, slide)
    if region not in tables.catalogue.regions or not isinstance(spec, bars.Options):
        return slide
    context = Context(spec, tables, slide.choices, LANGUAGES[0])
    if spec.period or spec.edition or region not in context.regions:
        return slide
    question = Question(indicator_of(context).id, context.regions, year=slide.choices.year)
    usual = compare(tables, question)
    if usual.lock is None or usual.lock.period is None:
        return slide
    rows = (*tables.rows(question.indicator, region), *tables.derived(question.indicator, region))
    year = context.focus.pick(row.period.year for row in rows if row.period and comparable(row))
    for lock in (one for one in usual.candidates if one.period and one.period.year == year):
        found = compare(tables, replace(question, period=str(lock))) if lock != usual.lock else usual
        if region in (row.region.id for row in found.drawn):
            return slide if lock == usual.lock else _over(slide, str(lock))
    return slide


def _over(slide: Slide, period: str) -> Slide:
    return replace(slide, choices=replace(slide.choices, period=period))


def title(deck: Deck, figures: Sequence[Figure], year: str | None, config: Config, language: str) -> str:
    """The title of a deck that is `of_year`, drawn as these ``figures``: 江西工业情况（2025年）. It says the year where any of
    them shows something of it."""
    own = deck.title(language)
    if not year or not _another(year, config) or len(_others(figures, year)) == len(figures):
        return own
    return wording.worded("slides", "deck_of", language, own, named(year, language))


def named(year: str, language: str) -> str:
    """2025年, 最新."""
    if year == LATEST:
        return wording.worded("pages", "latest", language)
    return wording.worded("pages", "year_of", language, year)


def chosen(slides: Iterable[Slide]) -> str | None:
    """The year that all slides choose which choose no other time alone; None where they choose several or none."""
    found = {one.choices.year for one in slides if one.choices.year or not _timed(one.choices)}
    return next(iter(found)) if len(found) == 1 else None


def of_others(figures: Sequence[Figure], year: str | None, config: Config, language: str) -> str:
    """A sentence that names the figures which show something, but nothing of this year, though the deck is `of_year`: what
    config.yaml ties to a period, and what isn't held for it. Empty where there are none."""
    if not year or not _another(year, config) or not (others := _others(figures, year)):
        return ""
    listed = wording.say("joined", language).join(dict.fromkeys(one.frame.title for one in others))
    return wording.worded("slides", "of_other_years", language, named(year, language), listed)


def _another(year: str | None, config: Config) -> bool:
    return bool(year) and year != config.focus


def _others(figures: Iterable[Figure], year: str) -> list[Figure]:
    """Those that show periods, none of which ends in this year."""
    looked_at = Focus.of(year).year
    shown = ((one, {row.period.year for row in names.shown(one) if row.period}) for one in figures)
    return [one for one, found in shown if looked_at is not None and found and looked_at not in found]


def _timed(choices: Choices) -> bool:
    return bool(choices.period or choices.span)
