"""Levels as a part of the whole: a city's of its province, a province's of the country.

Both must be published exactly, for one period and edition, or in one edition of a list: of several the one that most parts
of a whole share, then the latest. Each row is drawn on the track of its own
whole, so shares of different wholes have no scale in common.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from typing import Literal

from pydantic import Field

from industry import wording
from industry.figures.context import Context, Kind
from industry.figures.finished import figure
from industry.figures.frame import NOTHING
from industry.figures.options import OfAmounts, PeriodsSpec
from industry.figures.record import Figure, Mark, Row, RowsPanel
from industry.figures.rows.lookup import (
    Part,
    actual,
    asked_of,
    ended,
    families,
    known,
    not_exact,
    part,
    unshown,
    why_none,
    with_parents,
)
from industry.rules.comparison import Apart, doubt, kept_apart, nearest, time_of
from industry.rules.lock import Asked, Lock, comparable, lock_of
from industry.rules.verdicts import verdict
from industry.vocabulary.catalogue import Indicator, Region
from industry.vocabulary.observation import Observation
from industry.vocabulary.strict_record import EditionId, IndicatorIds
from industry.wording.said import Said, fill, rows_of


class Options(PeriodsSpec, OfAmounts):
    """A row for each of ``indicators``, of one ``edition`` where one is named, else of the latest."""

    chart: Literal["share"]
    indicators: IndicatorIds = Field(min_length=1)
    edition: EditionId | None = None


def share(context: Context[Options]) -> Figure:
    """A panel for each whole, a row for each part; what has no share is named."""
    parts: list[Part] = []
    lacking: dict[Said, list[Said]] = {}
    without: list[Said] = []
    apart: list[Apart] = []
    for indicator in context.indicators(context.spec.indicators):
        held = {one: candidates(context, indicator, one) for one in families(context)}
        sure = {one: [pair for pair in pairs if verdict(*pair).kind == "part"] for one, pairs in held.items()}
        shared = common([pair for pairs in sure.values() for pair in pairs])
        for region, parted in sure.items():
            fit = [pair for pair in parted if lock_of(pair[0]) in shared] or parted
            if not parted and (one_apart := elsewhere(context, indicator, region, shared)):
                apart.append(one_apart)
            elif not parted:
                named, why = lack(context, indicator, region, held[region])
                lacking.setdefault(why, []).append(named)
                last = max(own(context, indicator, region), key=ended, default=None)
                told = rows_of((named, why))
                doubts = doubtful(context, indicator, region, last, shared)
                apart += [one for one in doubts if one.row not in told]
            elif one := part(*fit[-1]):
                parts.append(one)
                apart += doubtful(context, indicator, region, one.row, shared)
            else:
                without.append(nothing(context, *fit[-1]))
    apart = unshown(apart, (row for one in parts for row in one.rows))
    none_of = [context.say("no_share", context.listed(names), why) for why, names in lacking.items()]
    whole = context.notes_of(row for one in parts for row in (one.row, one.whole))
    about = subtitle(context, parts)
    return figure(
        context,
        [panel(context, group, parts) for group in groups(parts)],
        context.joined((about, context.say("own_scales"))) if parts else "",
        notices=[
            *context.strip(apart, with_indicators=True),
            *none_of,
            context.say("no_share_of_nothing", context.listed(without)) if without else NOTHING,
        ],
        notes=whole,
        lists=(*(row for one in parts for row in one.rows), *rows_of((*none_of, *without))),
        remarks={one.share.id: parted_as(context, one) for one in parts},
        empty=context.say("share_none"),
        about=about if parts else None,
    )


Pairs = list[tuple[Observation, Observation]]


def common(pairs: Pairs) -> set[Lock]:
    """Of each whole's region the period, or edition of a list, that most of its parts hold beside it, the latest of
    several."""
    found: dict[str, Counter[Lock]] = {}
    ends: dict[Lock, int] = {}
    for row, whole in pairs:
        lock = lock_of(row)
        found.setdefault(whole.region.id, Counter())[lock] += 1
        ends[lock] = max(ends.get(lock, 0), ended(row))
    return {max(held, key=lambda one: (held[one], ends[one])) for held in found.values()}


def candidates(context: Context[Options], indicator: Indicator, region: Region) -> Pairs:
    """The region's figures whose whole is published too, over the period asked for, else of the year to look at or the
    nearest before it that has a share: the latest last, of several editions the later of config.yaml's order last."""
    released = context.catalogue.config.released
    pairs = with_parents(context.tables, own(context, indicator, region))
    if asked_of(context, indicator, region) is None:
        sure = [pair for pair in pairs if verdict(*pair).kind == "part"] or pairs
        year = max((ended(row) // 12 for row, _ in sure), default=None)
        pairs = [pair for pair in pairs if ended(pair[0]) // 12 == year]
    return sorted(pairs, key=lambda pair: (ended(pair[0]), released(pair[0].edition)))


def lack(context: Context[Options], indicator: Indicator, region: Region, pairs: Pairs) -> tuple[Said, Said]:
    """What has no share, with its figure and the period of that, and why: it isn't exact, or its whole isn't or isn't held for
    what is asked."""
    name = context.say("whose", context.name(region), context.name(indicator))
    over, rows = context.catalogue.parent_of(region), own(context, indicator, region)
    if not rows or not over:
        return name, context.say("not_held")
    times = set(map(time_of, actual(context, indicator, over)))
    both = [row for row in rows if time_of(row) in times] or rows
    row, whole = pairs[-1] if pairs else (max(both, key=lambda row: (ended(row), row.id)), None)
    if whole is None and row.exact:
        why = why_none(context, row, over)
    else:
        loose = not_exact(context, *filter(None, [whole]), dated=bool(whole and whole.period != row.period))
        why = loose or Said(context.reason(Apart(row, doubt(row, row.edition))))
    return context.valued(name, context.worded(row)), why


def doubtful(
    context: Context[Options],
    indicator: Indicator,
    region: Region,
    than: Observation | None,
    shared: Collection[Lock],
) -> list[Apart]:
    """What keeps a share from being worked out that would be of a later month ``than`` that of the region's figure which is
    told, or of what others ``shared``, where no period is asked for."""
    over = context.catalogue.parent_of(region)
    if over is None or than is None or asked_of(context, indicator, region):
        return []
    periods = {lock.period for lock in shared if lock.period}

    def rather(other: Observation) -> bool:
        return ended(other) > ended(than) or (other.period in periods and than.period not in periods)

    mine = filter(rather, context.focus.until(actual(context, indicator, region)))
    theirs = actual(context, indicator, over)
    return kept_apart(mine, theirs, exactly=True, edition=edition_named(context))


def elsewhere(
    context: Context[Options], indicator: Indicator, region: Region, shared: Collection[Lock]
) -> Apart | None:
    """What stands apart from a share that a region has no figure for at all, where others ``shared`` theirs."""
    return None if own(context, indicator, region) else instead(context, indicator, region, shared)


def instead(
    context: Context[Options], indicator: Indicator, region: Region, shared: Collection[Lock]
) -> Apart | None:
    """The nearest figure of a region that has none of what is asked for, with what keeps it apart; else of the edition
    named what lies up to the year looked at, or behind it where nothing does; where that edition has none, what is nearest
    to what others ``shared``."""
    asked, edition = asked_of(context, indicator, region), edition_named(context)
    held = known(context, indicator.id, region)
    if asked is None and (alike := [row for row in held if edition in (None, row.edition)]):
        return nearest(context.focus.until(alike) or alike, region.id, None, context.focus)
    periods = [asked.period] if asked else [lock.period for lock in shared if lock.period]
    last = max((one for one in periods if one), key=lambda one: one.end, default=None)
    return nearest(held, region.id, Asked(last, (asked and asked.edition) or edition), context.focus)


def edition_named(context: Context[Options]) -> str | None:
    """The spec's edition, unless the reader asks for a period, which may be of any."""
    return None if context.choices.period else context.spec.edition


def own(context: Context[Options], indicator: Indicator, region: Region) -> list[Observation]:
    """The region's figures over the period asked for, or until the year to look at, of the edition named."""
    asked, edition = asked_of(context, indicator, region), edition_named(context)
    rows = [row for row in context.tables.rows(indicator.id, region.id) if comparable(row)]
    fit = [row for row in rows if asked.fits(row)] if asked else context.focus.until(rows)
    return [row for row in fit if edition in (None, row.edition)]


def nothing(context: Context[Options], row: Observation, whole: Observation) -> Said:
    """The name of what can have no share, with both figures and their period."""
    figures = fill("{} / {}", context.number(row, bare=True), context.number(whole))
    return context.say("value_at", context.whose(row), context.clauses(context.period(row.period), figures))


def groups(parts: Sequence[Part]) -> list[list[Part]]:
    """The parts of one region together, by indicator where several of its parts share one."""
    found: dict[tuple[str, str], list[Part]] = {}
    for one in parts:
        whole = one.whole.region.id
        alike = [other for other in parts if other.whole == one.whole]
        found.setdefault((whole, one.row.indicator.id if len(alike) > 1 else ""), []).append(one)
    return list(found.values())


def edition_of(context: Context[Options], parts: Sequence[Part]) -> str:
    """Period and edition in words, where they are the same for all parts."""
    when = {context.dated(one.row) for one in parts}
    return when.pop() if len(when) == 1 else ""


def panel(context: Context[Options], parts: Sequence[Part], every: Sequence[Part]) -> RowsPanel:
    """Parts of one whole, or of several wholes of one region. Rows are named after what differs, and after their region where
    ``every`` part of the figure isn't of one; period and edition stand beside the name unless all have them."""
    common = edition_of(context, every)
    alone = len({one.row.indicator.id for one in parts}) == 1 and len(parts) > 1
    several = len({one.row.region.id for one in every}) > 1
    lines = []
    for one in parts:
        region, indicator = context.name(one.row.region), context.short(one.row.indicator)
        name = region if alone else context.whose(one.row) if several else indicator
        colour = one.row.region.colour
        track = Mark("track", 0.0, float(one.whole.value), colour, row=one.whole)
        bar = Mark("bar", 0.0, float(one.row.value), colour, row=one.share, hover=context.hover(one.share))
        detail = context.joined(("" if common else context.dated(one.row), parted_as(context, one)))
        lines.append(Row(name, (track, bar), context.number(one.share), detail))
    whole = context.name(parts[0].whole.region)
    subject = context.name(parts[0].row.indicator)
    heading = context.say("share_name", subject, whole) if alone else context.say("share_in", whole)
    marked = heading + wording.derived_mark(parts[0].share, context.language)
    named = (
        context.say("row_region" if alone else "table_indicator"),
        context.say("row_share"),
        context.say("row_note"),
    )
    return RowsPanel(marked, "", tuple(lines), own_scales=True, named=named)


def parted_as(context: Context[Options], one: Part) -> Said:
    """1624 / 13710家; the whole's period where a list gives it for another."""
    whole = context.number(one.whole)
    if one.whole.period != one.row.period:
        whole = context.say("value_at", whole, context.period(one.whole.period))
    return context.number(one.row, bare=True) + " / " + whole


def subtitle(context: Context[Options], parts: Sequence[Part]) -> Said:
    """The regions, period and edition where they are common."""
    regions = context.listed(context.name(one.row.region) for one in parts)
    return context.clauses(regions, edition_of(context, parts))


KIND = Kind(Options, share, comparing=True)
