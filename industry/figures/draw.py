"""From a slide to the figure that it shows, and from that to its record, by its kind of chart; and the one
place that sees to it that a figure that fails costs its own place and no more.

Whoever makes several figures for others to see makes them safely; `draw` alone raises.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from industry import wording
from industry.figures.context import Context, Tables
from industry.figures.finished import figure
from industry.figures.frame import Frame
from industry.figures.kinds import bars, gap_trend, kinds, lines, share
from industry.figures.options import OneRegionSpec, RegionsSpec
from industry.figures.record import Failed, Figure, Table
from industry.figures.rows.lookup import in_both
from industry.rules.comparison import Question, compare
from industry.rules.lock import is_lock, wanted
from industry.vocabulary import periods
from industry.vocabulary.catalogue import Catalogue, Indicator
from industry.vocabulary.configuration import FigureSpec
from industry.vocabulary.fields import AMOUNTS, RATES
from industry.vocabulary.focus import is_focus
from industry.vocabulary.slide import COMPARE, GAP_TREND, MADE, SHARE_TREND, Choices, Slide
from industry.wording.said import Said

_T = TypeVar("_T")
_LONGEST, _NAMED = 40, 3
"""Characters of what an address asks for that are told, and of unknown names how many."""


def spec_of(catalogue: Catalogue, slide: Slide) -> FigureSpec | None:
    """The slide's figure; None where there is none."""
    chosen = catalogue.indicators.get(slide.choices.indicator or "")
    if slide.figure in MADE and chosen:
        return made(slide.figure, chosen, catalogue, slide.choices.regions)
    return catalogue.figures.get(slide.figure)


def beside_of(chart: str) -> tuple[str, str] | None:
    """What subtitles of a kind of chart say beside regions, period and prices, as `Kind.beside`."""
    return kinds()[chart].beside


def made(figure: str, indicator: Indicator, catalogue: Catalogue, regions: Sequence[str] = ()) -> FigureSpec:
    """A figure that isn't listed, of an indicator. An amount of one region alone is compared with what it is a part
    of."""
    title, id = indicator.name, indicator.id  # also of what has no gap or no share: the figure says so
    chosen = [one for one in regions or catalogue.config.regions if one in catalogue.regions]
    if figure == COMPARE and len(chosen) == 1 and indicator.measure in AMOUNTS:
        return share.Options(id=COMPARE, chart="share", title=title, page="compare", indicators=(id,))
    if figure == COMPARE:
        return bars.Options(id=COMPARE, chart="bars", title=title, page="compare", indicator=id)
    if figure == GAP_TREND:
        over = (
            in_both("gap_over_time", indicator, catalogue.benchmark) if indicator.measure in RATES else title
        )
        return gap_trend.Options(
            id=GAP_TREND, chart="gap_trend", title=over, page="trends", indicator=id, by="quarters"
        )
    if figure == SHARE_TREND:
        of = in_both("share_name", indicator, catalogue.benchmark) if indicator.measure in AMOUNTS else title
        return lines.Options(id=figure, chart="lines", title=of, page="trends", indicator=id, as_share=True)
    return lines.Options(id=figure, chart="lines", title=title, page="trends", indicator=id)


def members(tables: Tables, concept: str | None) -> tuple[Indicator, ...]:
    """A concept's indicators, None: those of no concept; those that can be compared first."""
    regions = tables.catalogue.config.regions
    found = tables.catalogue.of_concept(concept)
    return tuple(sorted(found, key=lambda one: not compare(tables, Question(one.id, regions)).candidates))


def comparison(tables: Tables, concept: str) -> Slide:
    """The comparison of a concept's foremost indicator."""
    return Slide(COMPARE, Choices(indicator=members(tables, concept)[0].id))


def known(catalogue: Catalogue, slide: Slide) -> Slide:
    """The slide without an indicator that there isn't, or that can't be chosen: it is in the comparison only, as in
    decks. Regions that there aren't stay: the figure tells of them."""
    chosen = slide.choices
    compared = slide.figure in MADE and chosen.indicator in catalogue.indicators
    indicator = chosen.indicator if compared else None
    return replace(slide, choices=replace(chosen, indicator=indicator))


def headed(figure: Figure, heading: str) -> Figure:
    """The figure with a heading of somebody's own in the place of its title; what it finds stays its own. Without one
    the figure as it is."""
    if not heading:
        return figure
    frame = replace(figure.frame, title=heading)
    slide = replace(Slide.parse(figure.id), heading=heading)
    alt = wording.say("named", frame.language, heading, figure.alt)
    return replace(figure, id=str(slide), frame=frame, alt=alt)


def draw(spec: FigureSpec, tables: Tables, choices: Choices, language: str) -> Figure:
    """The figure that ``spec`` describes for these choices, in ``language`` (``zh`` or ``en``). Raises
    whatever its kind raises."""
    context = Context(spec, tables, choices, language)
    if wrong := _unreadable(choices, tables.catalogue):
        return figure(context, (), empty=context.say("no_such_period", wrong[:_LONGEST]))
    drawn = kinds()[spec.chart].draw(context)
    told = [*_unheeded(context), *drawn.frame.notices]
    return replace(drawn, frame=replace(drawn.frame, notices=tuple(told)))


def _unreadable(choices: Choices, catalogue: Catalogue) -> str:
    """What is chosen as a time and says none."""
    if choices.period and not is_lock(choices.period, catalogue.config.editions):
        return choices.period
    if choices.year and not is_focus(choices.year):
        return choices.year
    return choices.span if choices.span and periods.years(choices.span) is None else ""


def _unheeded(context: Context[FigureSpec]) -> Iterator[Said]:
    """What is chosen that the figure doesn't heed: a period, regions."""
    spec, catalogue, period = context.spec, context.catalogue, context.choices.period
    if period is not None and not spec.over_a_period:
        over = wanted(period, None, "flow")
        worded = wording.asked(over, catalogue.config, context.language) if over else ""
        yield context.say("no_period_to_choose", worded)
    chosen = context.choices.regions
    unknown = [one[:_LONGEST] for one in chosen if one not in catalogue.regions]
    if unknown:
        told = context.listed(unknown[:_NAMED])
        yield context.say("no_such_regions" if len(unknown) > _NAMED else "no_such_region", told)
    named = [one for one in chosen if one in catalogue.regions]
    if named and not spec.of_regions:
        yield context.say("no_region_to_choose", context.listed(map(_name(context), named)))
    if isinstance(spec, OneRegionSpec) or (isinstance(spec, RegionsSpec) and len(spec.regions) == 1):
        own = Context[RegionsSpec](spec, context.tables, context.choices, context.language).regions[:1]
        left = [one for one in named if one not in own]
        if own and left:
            names = context.listed(map(_name(context), left))
            yield context.say("one_region_only", context.name(context.region(own[0])), names)


def _name(context: Context[FigureSpec]) -> Callable[[str], str]:
    return lambda id: context.name(context.region(id))


def draw_safely(spec: FigureSpec, tables: Tables, choices: Choices, language: str) -> Figure:
    """The figure, or a `Failed` one in its place; the log gets the details."""
    try:
        return draw(spec, tables, choices, language)
    except Exception:
        logging.getLogger(__name__).exception("figure %s could not be drawn", spec.id)
        return _failed(str(Slide(spec.id, choices)), spec.chart, spec.title(language), language)


def make_safely(
    make: Callable[[Figure], _T],
    figure: Figure,
    language: str,
    passing: tuple[type[Exception], ...] = (),
) -> _T:
    """What ``make`` makes of a figure, or of a `Failed` one in its place; the log gets the details. Raises
    the errors that are ``passing``, for they are no figure's."""
    try:
        return make(figure)
    except passing:
        raise
    except Exception:
        logging.getLogger(__name__).exception("figure %s could not be made", figure.id)
        return make(_failed(figure.id, figure.chart, figure.frame.title, language))


def _failed(id: str, chart: str, title: str, language: str) -> Failed:
    said = wording.say("figure_failed", language)
    alt = wording.say("named", language, title, said)
    return Failed(id, chart, Frame(language, title), (), Table((), ()), (), alt, said)
